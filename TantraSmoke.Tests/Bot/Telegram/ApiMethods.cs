using System.Reflection;
using System.Text;
using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Bot.Telegram;

/// <summary>The client's methods, called by reflection with the least or with everything.</summary>
internal static class ApiMethods
{
    public static readonly string[] Names =
    [
        "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage", "sendPhoto", "sendDocument",
        "editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup", "deleteMessage",
        "answerCallbackQuery", "setMyCommands", "setChatMenuButton", "sendChatAction", "getFile", "getChat", "sendVenue",
    ];

    public static TheoryData<string> All => [.. Names];

    public static MethodInfo Extension(string method) =>
        typeof(TelegramBotClientExtensions).GetMethods().Single(m => m.Name.Equals(method, StringComparison.OrdinalIgnoreCase));

    /// <summary>The class whose properties are the method's parameters.</summary>
    public static Type Request(string method) =>
        typeof(IRequest).Assembly.GetTypes()
            .Single(type => type.Name.Equals(method + "Request", StringComparison.OrdinalIgnoreCase));

    public static async Task<object?> Call(this ITelegramBotClient client, string method, bool full, CancellationToken ct)
    {
        var extension = Extension(method);
        var arguments = extension.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(ITelegramBotClient) ? client
            : parameter.ParameterType == typeof(CancellationToken) ? ct
            : full || !parameter.IsOptional ? Sample(parameter.ParameterType, full)
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
        var task = (Task)extension.Invoke(null, [.. arguments])!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>With everything: not a default anywhere. With the least: the zeros that must be sent all the same.</summary>
    private static object Sample(Type type, bool full)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return full ? "текст" : "";
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return full ? 7 : 0;
        if (type == typeof(long)) return full ? 7_000_000_001L : 0L;
        if (type == typeof(double)) return full ? 41.5 : 0.0;
        if (type == typeof(ChatId)) return new ChatId(full ? -1_007_000_000_001 : 0);
        if (type == typeof(ParseMode)) return ParseMode.Html;
        if (type == typeof(ChatAction)) return ChatAction.UploadPhoto;
        if (type == typeof(InputFile)) return full ? Stream() : InputFile.FromFileId("known");
        if (type == typeof(InputFileStream)) return Stream();
        if (type == typeof(InputMedia)) return new InputMediaPhoto((InputFile)Sample(typeof(InputFile), full)) { Caption = "c" };
        if (type == typeof(ReplyMarkup)) return Keyboard();
        if (type == typeof(InlineKeyboardMarkup)) return Keyboard();
        if (type == typeof(BotCommandScope)) return BotCommandScope.Chat(7);
        if (type == typeof(MenuButton)) return new MenuButtonWebApp { Text = "t", WebApp = "https://example.org" };
        if (type == typeof(SuggestedPostParameters))
        {
            return new SuggestedPostParameters
            {
                Price = new() { Currency = "XTR", Amount = 5 },
                SendDate = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
            };
        }

        if (type == typeof(ReplyParameters)) return new ReplyParameters { MessageId = 1, ChatId = 7, QuoteParseMode = ParseMode.MarkdownV2 };
        if (type == typeof(LinkPreviewOptions)) return LinkPreviewOptions.Disabled;
        if (type == typeof(InputRichMessage)) return new InputRichMessage { Html = "<b>t</b>" };
        if (type == typeof(IEnumerable<MessageEntity>)) return new[] { new MessageEntity { Type = MessageEntityType.Bold, Length = 1 } };
        if (type == typeof(IEnumerable<UpdateType>)) return new[] { UpdateType.Message, UpdateType.MyChatMember };
        if (type == typeof(IEnumerable<BotCommand>)) return new[] { new BotCommand("start", "Начать") };
        throw new NotSupportedException($"No sample of {type}");
    }

    private static InputFileStream Stream() => InputFile.FromStream(new MemoryStream(Encoding.UTF8.GetBytes("bytes")), "план зала.svg");

    private static InlineKeyboardMarkup Keyboard() => new InlineKeyboardMarkup()
        .AddButton("Да", "yes").AddNewRow(InlineKeyboardButton.WithUrl("Карта", "https://example.org"))
        .AddButtons(InlineKeyboardButton.WithWebApp("App", "https://example.org"), InlineKeyboardButton.WithCopyText("Код", "42"))
        .AddNewRow(new InlineKeyboardButton("!") { CallbackData = "x", Style = KeyboardButtonStyle.Danger });
}
