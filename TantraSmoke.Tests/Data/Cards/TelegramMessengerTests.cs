using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Sending;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Data.Cards;

public sealed class TelegramMessengerTests
{
    private const long Group = -5;
    private const long Supergroup = -1001234567890;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_ToAGroupThatBecameASupergroup_ReachesIt(bool isThere)
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["STAFF_CHAT_ID"] = "-5" }
        );
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        if (isThere)
            telegram.AddGroup(Supergroup, "Персонал");
        var tries = 0;
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
        {
            tries++;
            return call.Request is SendMessageRequest { ChatId.Identifier: Group }
                ? throw new ApiRequestException(
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    400,
                    new ResponseParameters { MigrateToChatId = Supergroup }
                )
                : ValueTask.CompletedTask;
        };
        await venue.BookAsync(await venue.GuestAsync(), 20);
        var message = await venue.Store.ReadAsync(db => Task.FromResult(db.Outbox.Single(m => !m.ForGuest)), Cancel);

        var outcome = await venue.Services.GetRequiredService<IGuestMessenger>().SendAsync(message, Cancel);

        Assert.Equal(
            (Group, isThere ? SendResult.Sent : SendResult.ChatClosed, 2),
            (message.ChatId, outcome.Result, tries)
        );
        Assert.Equal(
            isThere ? 1 : 0,
            telegram.Messages(Supergroup).Count(m => m.Text.StartsWith("🆕 Новая бронь", StringComparison.Ordinal))
        );
    }
}
