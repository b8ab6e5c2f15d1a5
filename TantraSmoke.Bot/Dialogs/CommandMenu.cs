using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Installation;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// Sets the command menu by language: for guests in private chats, for admins in theirs; none in groups.
/// </summary>
public sealed class CommandMenu(
    ITelegramBotClient bot,
    InstallationSettings installation,
    TimeProvider time,
    ILogger<CommandMenu> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>An admin's menu belongs to their chat, which exists from the first /start on.</summary>
    public Task ShowToAdminAsync(long chatId, CancellationToken cancellationToken) =>
        TryAsync(() => SetAsync(BotCommandScope.Chat(chatId), true, cancellationToken), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (
            await TryAsync(() => SetAsync(BotCommandScope.AllPrivateChats(), false, stoppingToken), stoppingToken)
                is { } wait
        )
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var admin in installation.AdminIds)
            await ShowToAdminAsync(admin, stoppingToken);
    }

    private async Task SetAsync(BotCommandScope scope, bool forAdmin, CancellationToken cancellationToken)
    {
        await bot.SetMyCommands(Commands(BotTexts.English, forAdmin), scope, cancellationToken: cancellationToken);
        await bot.SetMyCommands(Commands(BotTexts.Russian, forAdmin), scope, "ru", cancellationToken);
    }

    /// <returns>How long to wait before it may work; null when it has, or never will.</returns>
    private async Task<TimeSpan?> TryAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call();
            return null;
        }
        catch (Exception exception)
            when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var fault = TelegramFault.From(exception);
            logger.LogDebug("The command menu could not be set: {Reason}", fault.Message);
            return fault.IsTransient ? fault.RetryAfter ?? Pause : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static BotCommand[] Commands(BotTexts texts, bool forAdmin)
    {
        List<BotCommand> commands =
        [
            new("book", texts.BookCommand),
            new("my", texts.MyCommand),
            new("help", texts.HelpCommand),
            new("language", texts.LanguageCommand),
            new("start", texts.StartCommand),
        ];
        if (forAdmin)
            commands.Insert(0, new BotCommand("admin", texts.AdminCommand));
        return [.. commands];
    }
}
