using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot;

/// <summary>
/// The methods of the Bot API that the bot uses, one extension method each. Parameters are in the order of the Telegram.Bot
/// package; those that Bot API 10.3 no longer has (receiver_user_id, callback_query_id of the send methods) are left out.
/// </summary>
public static partial class TelegramBotClientExtensions
{
    public static async Task<Update[]> GetUpdates(
        this ITelegramBotClient botClient,
        int? offset = default,
        int? limit = default,
        int? timeout = default,
        IEnumerable<UpdateType>? allowedUpdates = default,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new GetUpdatesRequest
        {
            Offset = offset,
            Limit = limit,
            Timeout = timeout,
            AllowedUpdates = allowedUpdates,
        }, cancellationToken);

    public static async Task SetWebhook(
        this ITelegramBotClient botClient,
        string url,
        InputFileStream? certificate = default,
        string? ipAddress = default,
        int? maxConnections = default,
        IEnumerable<UpdateType>? allowedUpdates = default,
        bool dropPendingUpdates = default,
        string? secretToken = default,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new SetWebhookRequest
        {
            Url = url,
            Certificate = certificate,
            IpAddress = ipAddress,
            MaxConnections = maxConnections,
            AllowedUpdates = allowedUpdates,
            DropPendingUpdates = dropPendingUpdates,
            SecretToken = secretToken,
        }, cancellationToken);

    public static async Task DeleteWebhook(
        this ITelegramBotClient botClient,
        bool dropPendingUpdates = default,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new DeleteWebhookRequest
        {
            DropPendingUpdates = dropPendingUpdates,
        }, cancellationToken);

    public static async Task<WebhookInfo> GetWebhookInfo(
        this ITelegramBotClient botClient,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new GetWebhookInfoRequest(), cancellationToken);

    public static async Task<User> GetMe(
        this ITelegramBotClient botClient,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new GetMeRequest(), cancellationToken);

    public static async Task<ChatFullInfo> GetChat(
        this ITelegramBotClient botClient,
        ChatId chatId,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new GetChatRequest
        {
            ChatId = chatId,
        }, cancellationToken);

    public static async Task AnswerCallbackQuery(
        this ITelegramBotClient botClient,
        string callbackQueryId,
        string? text = default,
        bool showAlert = default,
        string? url = default,
        int? cacheTime = default,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new AnswerCallbackQueryRequest
        {
            CallbackQueryId = callbackQueryId,
            Text = text,
            ShowAlert = showAlert,
            Url = url,
            CacheTime = cacheTime,
        }, cancellationToken);

    public static async Task SetMyCommands(
        this ITelegramBotClient botClient,
        IEnumerable<BotCommand> commands,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new SetMyCommandsRequest
        {
            Commands = commands,
            Scope = scope,
            LanguageCode = languageCode,
        }, cancellationToken);

    public static async Task SetChatMenuButton(
        this ITelegramBotClient botClient,
        long? chatId = default,
        MenuButton? menuButton = default,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new SetChatMenuButtonRequest
        {
            ChatId = chatId,
            MenuButton = menuButton,
        }, cancellationToken);

    public static async Task<TGFile> GetFile(
        this ITelegramBotClient botClient,
        string fileId,
        CancellationToken cancellationToken = default) =>
        await botClient.SendRequest(new GetFileRequest
        {
            FileId = fileId,
        }, cancellationToken);

    /// <summary>Looks the file up and copies it; a bot may download up to 20 MB.</summary>
    public static async Task<TGFile> GetInfoAndDownloadFile(
        this ITelegramBotClient botClient, string fileId, Stream destination, CancellationToken cancellationToken = default)
    {
        var file = await botClient.GetFile(fileId, cancellationToken);
        await botClient.DownloadFile(file, destination, cancellationToken);
        return file;
    }

    public static Task<TGFile> GetInfoAndDownloadFile(
        this ITelegramBotClient botClient, FileBase file, Stream destination, CancellationToken cancellationToken = default) =>
        botClient.GetInfoAndDownloadFile(file.FileId, destination, cancellationToken);
}
