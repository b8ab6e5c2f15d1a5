using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Updates;

/// <summary>Tells Telegram at start which commands guests see in the menu; admins' commands are not listed.</summary>
public sealed class CommandMenu(ITelegramBotClient bot, TimeProvider time, ILogger<CommandMenu> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bot.SetMyCommands(Commands(BotTexts.English), cancellationToken: stoppingToken);
                await bot.SetMyCommands(Commands(BotTexts.Russian), languageCode: "ru", cancellationToken: stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                var fault = TelegramFault.From(exception);
                logger.LogDebug("The command menu could not be set: {Reason}", fault.Message);
                if (!fault.IsTransient)
                    return;
                await Task.Delay(fault.RetryAfter ?? Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static BotCommand[] Commands(BotTexts texts) => [new() { Command = "start", Description = texts.StartCommand }];
}
