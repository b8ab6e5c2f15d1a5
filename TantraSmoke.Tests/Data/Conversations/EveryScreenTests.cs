using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// Presses every kind of button on every screen that can be reached from /start, /admin and every card, in a venue
/// whose names are as long as they may be, over real HTTP: no view breaks the Bot API's limits, and no request is one
/// that it does not take.
/// </summary>
public sealed class EveryScreenTests
{
    private const string Long = "<b>Ы</b> & \"Ж\" 👩‍👩‍👧‍👦 עברית ";

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task EveryView_WithLongNamesAndFortyTables_KeepsTheLimits(string language)
    {
        await using var server = await FakeBotApiServer.StartAsync();
        var variables = new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = server.Token,
            ["TELEGRAM_API_URL"] = server.Url,
            ["ADMIN_IDS_RAW"] = "4242",
        };
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            null,
            variables,
            (services, installation) =>
            {
                services.AddBot(installation);
                services.AddSingleton(new RateLimiter(new HurriedTime()));
            }
        );
        await FurnishAsync(venue);
        var person = server.Telegram.AddPerson(Of(64), Of(64), "long_name_of_the_guest_32_letters", language, 4242);
        var guest = new Dialog(venue, person, server.Telegram);
        await guest.SendAsync("/start");
        var codeOfRequest = await FillAsync(venue, person);

        var seen = new HashSet<(string Screen, string Action, bool IsFirst)>();
        var screens = new HashSet<string>();
        // Breadth first, or what ends a conversation would take away what is to be walked yet. Each step goes on from
        // where its screen was left, as it stands by then. Typed: a code that somebody reads out.
        var open = new Queue<Step>([
            new Step(null, "/start"),
            new Step(null, "/admin"),
            new Step(null, "/help"),
            new Step(null, $"/start {await InvitationAsync(venue)}"),
        ]);
        while (open.TryDequeue(out var step))
        {
            // On the way an admin has paused online booking: the ways of guests go on.
            await venue.SettingsAsync(settings => settings.OnlinePausedUntil = null);
            if (!await WalkAsync(venue, guest, step))
                continue;
            Check(guest);
            var session = await SessionAsync(venue, guest);
            if (session.Screen == ScreenNames.FindBooking && session.Argument is null && screens.Add(session.Screen))
                open.Enqueue(new Step(session.ToJson(), codeOfRequest));
            screens.Add(session.Screen);
            // Somebody has chosen a language: from here on all ways would be the same in it.
            if (session.Language is not null)
            {
                await venue
                    .Services.GetRequiredService<GuestService>()
                    .SpeakAsync(new Actor.Guest(session.GuestId, ""), null, Cancel);
                continue;
            }

            // Each page of a list has buttons of its own.
            var view = session.Argument is { Length: < 3 } page ? $"{session.Screen} {page}" : session.Screen;
            var labels = Dialogue(guest).Labels.ToList();
            // Of several buttons of one kind the first and the last: the nearest booking and the past one, today and a
            // day far ahead.
            foreach (
                var kind in session
                    .Taps.Select((tap, index) => (tap.Action, Label: labels[index]))
                    .GroupBy(tap => tap.Action)
            )
            {
                if (seen.Add((view, kind.Key, true)))
                    open.Enqueue(new Step(session.ToJson(), kind.First().Label));
                if (seen.Add((view, kind.Key, false)) && kind.Last() != kind.First())
                    open.Enqueue(new Step(session.ToJson(), kind.Last().Label));
            }
        }

        // The staff's buttons under a booking that was found by its code.
        Assert.Superset(
            new HashSet<string> { "yes", "askno", "ask", "cancel" },
            seen.Where(s => s.Screen == ScreenNames.FindBooking).Select(s => s.Action).ToHashSet()
        );
        screens.UnionWith(await TablesAsync(venue, guest, BotTexts.For(language)));

        // What was typed at its longest, and what is said outside the dialog.
        await CardsAsync(venue, guest);

        var all = venue.Services.GetServices<Screen>().Select(s => s.Name).ToHashSet();
        Assert.Empty(all.Except(screens));
        server.AssertAllRequestsMatchFacts();
        Assert.All(
            server
                .Calls.Where(c => c.Call.Method is "sendMessage" or "editMessageText")
                .Select(c => c.Call.Text("text")!),
            text => Assert.InRange(text.Length, 1, 16_000)
        );
    }

    /// <summary>
    /// The first and the last table of a hall with forty, on a way that no other has made impossible by now.
    /// </summary>
    private static async Task<IReadOnlyList<string>> TablesAsync(TestVenue venue, Dialog guest, BotTexts texts)
    {
        await venue.SettingsAsync(settings =>
            (settings.OnlinePausedUntil, settings.ActiveBookingsPerGuest) = (null, 100)
        );
        await guest.SendAsync("/start");
        foreach (
            var label in new[]
            {
                texts.Book,
                "2",
                texts.DayButton(TestVenue.Moscow, TestVenue.Day.AddDays(10), TestVenue.Friday),
                "20:00",
                texts.ChooseTable,
            }
        )
            await guest.TapAsync(Dialogue(guest), label);
        var screens = new List<string>();
        foreach (
            var number in Dialogue(guest)
                .Labels.Where(l => l.TrimStart('•', ' ', '№') is [>= '0' and <= '9', ..])
                .ToList()
                is [var first, .., var last]
                ? new[] { first, last }
                : []
        )
        {
            Check(guest);
            await guest.TapAsync(Dialogue(guest), number);
            Check(guest);
            screens.Add((await SessionAsync(venue, guest)).Screen);
            await guest.TapAsync(Dialogue(guest), texts.Back);
        }

        return screens;
    }

    /// <summary>Every kind of message that the outbox has for a guest, and every button of it.</summary>
    private static async Task CardsAsync(TestVenue venue, Dialog guest)
    {
        for (var hours = 0; hours < 40; hours += 2)
        {
            venue.Time.Set(TestVenue.Friday.AddHours(hours));
            await venue.Bookings.Clock.CatchUpAsync(Cancel);
            await venue.Services.GetRequiredService<WaitlistOffers>().OfferNextAsync(Cancel);
            await Dialog.DeliverAsync(venue);
            foreach (
                var card in guest
                    .Messages.Where(m =>
                        m.FromBot && m.Buttons.SelectMany(row => row).Any(b => b.Value?.StartsWith('!') == true)
                    )
                    .ToList()
            )
            {
                foreach (var label in card.Labels.ToList())
                {
                    if (
                        guest.Messages.FirstOrDefault(m => m.Id == card.Id) is { } shown
                        && shown.Labels.Contains(label)
                    )
                        await guest.TapAsync(shown, label);
                    Check(guest);
                }
            }
        }

        foreach (var text in new[] { new string('<', 4096), string.Concat(Enumerable.Repeat("👪", 2048)) })
        {
            await guest.SendAsync(text);
            Check(guest);
        }
    }

    /// <returns>false when the button is not there any more.</returns>
    private static async Task<bool> WalkAsync(TestVenue venue, Dialog guest, Step step)
    {
        if (step.From is { } left)
        {
            var (session, now) = (ChatSession.FromJson(left)!, await SessionAsync(venue, guest));
            (session.MessageId, session.ContactPromptId, session.Token) = (
                now.MessageId,
                now.ContactPromptId,
                "as it was left"
            );
            session.NoteTap(null, null, isRedrawn: false);
            await venue.Services.GetRequiredService<ISessionStore>().SaveAsync(guest.ChatId, session.ToJson(), Cancel);
            // A tap on what stands there belongs to another view: it draws this one.
            await guest.TapAsync(
                Dialogue(guest),
                Dialogue(guest).Buttons.SelectMany(row => row).First(b => b.Kind == SimulatedButtonKind.Callback).Label
            );
        }

        if (step.Label[0] == '/' || !Dialogue(guest).Labels.Any(l => Stem(l) == Stem(step.Label)))
        {
            if (step.Label.Length != Booking.CodeLength && step.Label[0] != '/')
                return false;
            await guest.SendAsync(step.Label);
            return true;
        }

        await guest.TapAsync(Dialogue(guest), Dialogue(guest).Labels.First(l => Stem(l) == Stem(step.Label)));
        return true;
    }

    /// <summary>The dialog's message; what asks for the phone number stands below it.</summary>
    private static SimulatedMessage Dialogue(Dialog guest) =>
        guest.Messages.Last(m => m.FromBot && m.Buttons.Count > 0);

    /// <summary>Without what changes as tables are taken.</summary>
    private static string Stem(string label) => label.Split(" · 🪑")[0].TrimEnd('▰', '▱', ' ').TrimStart('•', ' ');

    private static void Check(Dialog guest)
    {
        foreach (var message in guest.Messages.Where(m => m.FromBot))
        {
            Assert.InRange(
                message.Text.Length,
                message.Venue is null && message.DocumentFileId is null ? 1 : 0,
                message.PhotoFileId is null ? 4096 : 1024
            );
            Assert.InRange(message.Labels.Count(), 0, 100);
            Assert.All(message.Buttons, row => Assert.InRange(row.Count, 1, 8));
            Assert.All(
                message.Buttons.SelectMany(row => row),
                button =>
                {
                    Assert.InRange(button.Label.Length, 1, 128);
                    if (button.Kind == SimulatedButtonKind.Callback)
                        Assert.InRange(Encoding.UTF8.GetByteCount(button.Value ?? ""), 1, 64);
                    else if (button.Kind == SimulatedButtonKind.Copy)
                        Assert.InRange(button.Value!.Length, 1, 256);
                    else if (button.Kind == SimulatedButtonKind.Url)
                        Assert.InRange(button.Value!.Length, 1, 2048);
                }
            );
        }

        // One message is the dialog, whatever else was asked for.
        Assert.InRange(
            guest.Messages.Count(m =>
                m.FromBot && m.Buttons.SelectMany(row => row).Any(b => b.Value?.StartsWith('!') == false)
            ),
            0,
            1
        );
    }

    /// <summary>What is pressed or typed next, and the session in which; null is anywhere.</summary>
    private sealed record Step(string? From, string Label);

    private static async Task<ChatSession> SessionAsync(TestVenue venue, Dialog guest) =>
        ChatSession.FromJson(
            (await venue.Services.GetRequiredService<ISessionStore>().LoadAsync(guest.ChatId, Cancel))!
        )!;

    private static string Of(int length)
    {
        var text = string.Concat(Enumerable.Repeat(Long, 1 + (length / Long.Length)));
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] + "Ы" : text[..length];
    }

    private static async Task FurnishAsync(TestVenue venue)
    {
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                var settings = db.Settings.Single();
                (settings.VenueName, settings.Address, settings.AboutRu, settings.AboutEn) = (
                    Of(80),
                    Of(200),
                    Of(3000),
                    Of(3000)
                );
                (settings.Latitude, settings.Longitude, settings.ActiveBookingsPerGuest, settings.Phone) = (
                    55.75,
                    37.61,
                    30,
                    "+7 (495) 000-00-00, доб. 12345"
                );
                var hall = db.Halls.First();
                foreach (var number in Enumerable.Range(100, 30))
                    db.Tables.Add(
                        new Table(
                            number,
                            hall.Id,
                            4,
                            1,
                            Of(60),
                            new TablePlace(0, 0, 60, 60, 0, TableShape.Round),
                            null
                        )
                    );
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
    }

    /// <summary>Somebody else's party, to which the guest is invited.</summary>
    private static async Task<string> InvitationAsync(TestVenue venue)
    {
        var host = await venue.GuestAsync();
        var booking = await venue.BookAsync(host, 20, day: TestVenue.Day.AddDays(9));
        return StartLink.PartyMark
            + (await venue.Services.GetRequiredService<FriendService>().LinkAsync(host, booking.Id, Cancel))
                .Value!
                .Token;
    }

    /// <summary>Bookings of every state, a full day, and a place on the waitlist.</summary>
    /// <returns>The code of a large party that waits for an answer.</returns>
    private static async Task<string> FillAsync(TestVenue venue, SimulatedPerson person)
    {
        var guest = await venue.Store.ReadAsync(
            db => Task.FromResult(db.Guests.Single(g => g.TelegramId == person.Id)),
            Cancel
        );
        var me = new Actor.Guest(guest.Id, guest.Name) { ChatId = person.Id };
        var words = new string('&', Booking.CommentLimit);
        for (var day = 1; day <= 8; day++)
            await venue.BookAsync(
                me,
                (await venue.RequestAsync(20, day: TestVenue.Day.AddDays(day))) with
                {
                    Details = new(2) { Comment = words, Occasion = Occasion.Anniversary },
                }
            );
        var today = await venue.BookAsync(
            me,
            (await venue.RequestAsync(16)) with
            {
                Details = new(2) { Comment = words },
            }
        );
        venue.Time.Set(today.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, today.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, today.Id, null, Cancel);
        await venue.Bookings.Own.RateAsync(me, today.Id, 5, words, Cancel);
        await venue.BookAsync(me, 18);
        // One is answered in the walk or never, one is declined, one approved.
        await venue.SettingsAsync(settings => settings.ApprovalAbove = 3);
        var asks = await venue.BookAsync(
            me,
            (await venue.RequestAsync(22, party: 4)) with
            {
                Details = new(4) { Comment = words },
            }
        );
        var declined = await venue.BookAsync(
            me,
            (await venue.RequestAsync(20, party: 4)) with
            {
                Details = new(4) { Comment = words },
            }
        );
        await venue.Bookings.Approval.DeclineAsync(TestVenue.Anna, declined.Id, null, Cancel);
        var approved = await venue.BookAsync(
            me,
            (await venue.RequestAsync(20, party: 4)) with
            {
                Details = new(4) { Comment = words },
            }
        );
        await venue.Bookings.Approval.ApproveAsync(TestVenue.Anna, approved.Id, null, Cancel);
        // The last day that guests see.
        var full = TestVenue.Day.AddDays(13);
        await RepeatAndStayTests.FillAsync(venue, full);
        var wish = new WaitlistWish(
            full,
            TestVenue.Friday.AddDays(13).AddHours(3),
            TestVenue.Friday.AddDays(13).AddHours(7),
            2
        );
        Assert.True(
            (
                await venue.Services.GetRequiredService<OwnWaiting>().JoinAsync(me, wish, Guid.NewGuid(), Cancel)
            ).Succeeded
        );
        // The guest is an admin as well and would hear of every table that was filled.
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db =>
                db.Outbox.Where(m => !m.ForGuest && m.BookingId != today.Id && m.BookingId != asks.Id)
                    .ExecuteDeleteAsync(Cancel),
            Cancel
        );
        venue.Time.Set(TestVenue.Friday.AddHours(1.5));
        return asks.Code;
    }
}
