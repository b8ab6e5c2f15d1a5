using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Sending;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// A guest's phone in front of the real engine: buttons are pressed by their label, updates travel in the Bot API's
/// wire format, and each call returns when the bot has done with them.
/// </summary>
public sealed class Dialog(TestVenue venue, SimulatedPerson person, SimulatedTelegram? telegram = null)
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    private SimulatedTelegram Telegram => telegram ?? venue.Services.GetRequiredService<SimulatedTelegram>();

    public long ChatId => person.Id;

    public IReadOnlyList<SimulatedMessage> Messages => Telegram.Messages(ChatId);

    /// <summary>What the bot shows last.</summary>
    public SimulatedMessage Screen => Messages.Last(m => m.FromBot);

    public SimulatedToast? Toast => Telegram.LastToast(ChatId);

    /// <summary>
    /// A venue with the bot on the simulated Telegram; a request that the Bot API would not take fails the test at its
    /// end.
    /// </summary>
    public static async Task<TestVenue> OpenVenueAsync(
        TestDatabase database = TestDatabase.Sqlite,
        IReadOnlyDictionary<string, string?>? variables = null,
        DateTimeOffset? now = null
    )
    {
        var venue = await TestVenue.OpenAsync(
            database,
            now,
            variables,
            (services, installation) =>
            {
                services.AddBot(installation);
                services.AddSingleton(new RateLimiter(new HurriedTime()));
            }
        );
        venue.Services.GetRequiredService<SimulatedTelegram>().Calling += call =>
        {
            foreach (var violation in FactsCheck.Violations(call))
                venue.Violations.Enqueue(violation);
        };
        return venue;
    }

    /// <summary>Somebody with Telegram.</summary>
    public static Dialog With(TestVenue venue, string name = "Ирина", string? language = "ru", long? id = null) =>
        new(
            venue,
            venue.Services.GetRequiredService<SimulatedTelegram>().AddPerson(name, languageCode: language, id: id)
        );

    public Task SendAsync(string text)
    {
        Telegram.SendText(ChatId, text);
        return SettleAsync();
    }

    /// <summary>
    /// Presses the button with that label, or the first one that begins with it, under the last message.
    /// </summary>
    public Task TapAsync(string label) => TapAsync(Screen, label);

    /// <summary>Presses a button under some message, for example an old one.</summary>
    public Task TapAsync(SimulatedMessage message, string label)
    {
        var full =
            message.Labels.FirstOrDefault(l => l == label)
            ?? message.Labels.FirstOrDefault(l => l.StartsWith(label, StringComparison.Ordinal));
        Assert.True(
            full is not null,
            $"No button \"{label}\" among: {string.Join(" | ", message.Labels)}\n{message.Text}"
        );
        Telegram.Tap(ChatId, message.Id, full);
        return SettleAsync();
    }

    /// <summary>Presses a button under a message in a group.</summary>
    public Task TapInAsync(long group, SimulatedMessage message, string label)
    {
        Telegram.Tap(group, message.Id, label, by: ChatId);
        return SettleAsync();
    }

    /// <summary>Walks from /start to the confirmation: party, day, time.</summary>
    public async Task ToConfirmationAsync(string party = "2", string day = "Сегодня", string time = "20:00")
    {
        await SendAsync("/start");
        await TapAsync("🍽️ Забронировать столик");
        await TapAsync(party);
        await TapAsync(day);
        await TapAsync(time);
    }

    /// <summary>Shares a contact: the phone's own number.</summary>
    public Task ShareAsync(string phone)
    {
        Telegram.ShareContact(ChatId, phone);
        return SettleAsync();
    }

    /// <summary>Sends everything that is due by now to whomever it is for.</summary>
    public static async Task DeliverAsync(TestVenue venue)
    {
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(venue.Services);
        while (await dispatcher.DispatchAsync(Cancel) > 0) { }
    }

    /// <summary>Lets the bot handle everything that waits, in order.</summary>
    public async Task SettleAsync()
    {
        var client = venue.Services.GetRequiredService<ITelegramBotClient>();
        var engine = venue.Services.GetRequiredService<UpdateDispatcher>();
        int? offset = null;
        while (await client.SendRequest(new RawUpdatesRequest { Offset = offset }, Cancel) is { Length: > 0 } updates)
        {
            foreach (var raw in updates)
            {
                var update = raw.Deserialize<Update>(JsonBotAPI.Options)!;
                await engine.HandleAsync(update, Cancel);
                offset = update.Id + 1;
            }
        }
    }
}
