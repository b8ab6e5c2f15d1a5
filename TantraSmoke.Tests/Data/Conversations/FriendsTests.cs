using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Friends;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>A link is handed on, friends answer, everybody's number is where it is needed.</summary>
public sealed class FriendsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "👥 Позвать друзей", "✅ Приду", "❌ Не смогу", "Придут: 2, включая вас", "ждём вас", "Жаль")]
    [InlineData(
        "en",
        "👥 Invite friends",
        "✅ I’m coming",
        "❌ I can’t",
        "Coming: 2, including you",
        "see you there",
        "Sorry you can’t make it"
    )]
    public async Task Link_FriendsAnswerAndChangeIt_AndTheNumberIsOnTheBookingAndTheFloor(
        string language,
        string invite,
        string coming,
        string cannot,
        string heads,
        string thanks,
        string pity
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s => (s.Address, s.AddressEn) = ("Покровка, 1", ""));
        var (host, friend) = (Dialog.With(venue, language: language), Dialog.With(venue, "Олег", language));
        var payload = await LinkAsync(host, language, invite);

        await friend.SendAsync($"/start {payload}");
        Assert.Contains("20:00–22:00", friend.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Покровка, 1", friend.Screen.Text, StringComparison.Ordinal);
        // Not who else there is, nor how to find the booking.
        var booking = await BookingAsync(venue);
        Assert.All(
            ["Ирина", booking.Code, "№"],
            secret => Assert.DoesNotContain(secret, friend.Screen.Text, StringComparison.Ordinal)
        );
        await friend.TapAsync(coming);

        Assert.Contains(thanks, friend.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("• " + coming, friend.Screen.Labels);
        var floor = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);
        Assert.Equal((1, 0), (floor.Arrivals[0].FriendsComing, floor.Arrivals[0].FriendsDeclined));
        // The host's dialog counts along, as the timer draws it.
        await RedrawAsync(venue, host, booking.Id);
        Assert.Contains(heads, host.Screen.Text, StringComparison.Ordinal);

        await friend.TapAsync(cannot);
        Assert.Contains(pity, friend.Screen.Text, StringComparison.Ordinal);
        Assert.Equal((0, 1), ((await BookingAsync(venue)).FriendsComing, (await BookingAsync(venue)).FriendsDeclined));
        venue.Time.Set(TestVenue.Friday.AddHours(5));
        await friend.SendAsync($"/start {payload}");
        Assert.DoesNotContain(friend.Screen.Labels, l => l.Contains(coming, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_ForgedShortOrOfOthers_GetsThePlainMenu_AndTheHostsOwnTheLink()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var (host, friend) = (Dialog.With(venue), Dialog.With(venue, "Олег"));
        var payload = await LinkAsync(host, "ru", "👥 Позвать друзей");
        Assert.Matches("^p-[A-Za-z0-9]{22}$", payload);

        foreach (
            var forged in new[]
            {
                "p-",
                "p-short",
                "p-" + new string('A', 22),
                payload.ToLowerInvariant() + "x",
                "p-" + (await BookingAsync(venue)).Code,
            }
        )
        {
            await friend.SendAsync($"/start {forged}");
            Assert.Contains("🍽️ Забронировать столик", friend.Screen.Labels);
        }

        await host.SendAsync($"/start {payload}");
        Assert.Contains("Позовите друзей", host.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(SimulatedButtonKind.Copy, host.Screen.Buttons[1][0].Kind);
        Assert.EndsWith(payload, host.Screen.Buttons[1][0].Value, StringComparison.Ordinal);
        Assert.StartsWith(
            "https://t.me/share/url?url=https%3A%2F%2Ft.me%2F",
            host.Screen.Buttons[0][0].Value,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ru", "👥 Позвать друзей", "✅ Приду", "а вас уже 3", "✅ Нас будет 3", "✅ Перенести")]
    [InlineData("en", "👥 Invite friends", "✅ I’m coming", "there are now 3 of you", "✅ We’ll be 3", "✅")]
    public async Task Outgrown_TheHostIsAsked_AndOneTapProposesTheLargerParty(
        string language,
        string invite,
        string coming,
        string asked,
        string grow,
        string confirm
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var host = Dialog.With(venue, language: language);
        var payload = await LinkAsync(host, language, invite);
        foreach (var name in new[] { "Олег", "Пётр" })
        {
            var friend = Dialog.With(venue, name, language);
            await friend.SendAsync($"/start {payload}");
            await friend.TapAsync(coming);
        }

        await Dialog.DeliverAsync(venue);
        Assert.Contains(asked, host.Screen.Text, StringComparison.Ordinal);
        await host.TapAsync(grow);
        await host.TapAsync(confirm);

        Assert.Equal(3, (await BookingAsync(venue)).PartySize);
        Assert.Equal(0, await venue.OverlapsAsync());
        // Nobody asks again.
        await Dialog.DeliverAsync(venue);
        Assert.DoesNotContain(asked, host.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Friends_AreRemindedOnce_AndToldWhenItMovesOrIsCanceled()
    {
        await using var venue = await Dialog.OpenVenueAsync(TestDatabase.Sqlite);
        var (host, comes, declines, wavers) = (
            Dialog.With(venue),
            Dialog.With(venue, "Олег"),
            Dialog.With(venue, "Пётр"),
            Dialog.With(venue, "Анна")
        );
        var payload = await LinkAsync(host, "ru", "👥 Позвать друзей", "Завтра");
        foreach (
            var (friend, answers) in new[]
            {
                (comes, new[] { "✅ Приду" }),
                (declines, ["❌ Не смогу"]),
                (wavers, ["✅ Приду", "❌ Не смогу", "✅ Приду"]),
            }
        )
        {
            await friend.SendAsync($"/start {payload}");
            foreach (var answer in answers)
                await friend.TapAsync(answer);
        }

        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        Assert.Equal((2, 1), (booking.FriendsComing, booking.FriendsDeclined));
        venue.Time.Set(booking.StartsAt.AddHours(-1));
        await Dialog.DeliverAsync(venue);
        Assert.Single(comes.Messages, m => m.Text.Contains("Напоминаем", StringComparison.Ordinal));
        Assert.Single(wavers.Messages, m => m.Text.Contains("Напоминаем", StringComparison.Ordinal));
        Assert.DoesNotContain(declines.Messages, m => m.Text.Contains("Напоминаем", StringComparison.Ordinal));
        // From the reminder, one changes their mind.
        await wavers.TapAsync("❌ Не смогу");

        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(TestVenue.Day.AddDays(2), await venue.SlotAsync(18)),
            Cancel
        );
        await Dialog.DeliverAsync(venue);
        Assert.Contains("Встреча изменилась", comes.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("18:00–20:00", comes.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(wavers.Messages, m => m.Text.Contains("Встреча изменилась", StringComparison.Ordinal));

        await host.SendAsync("/my");
        await host.TapAsync("вс");
        await host.TapAsync("❌ Отменить бронь");
        await host.TapAsync("❌ Да, отменить");
        await Dialog.DeliverAsync(venue);
        Assert.Contains("Встреча отменена", comes.Screen.Text, StringComparison.Ordinal);
        venue.Time.Advance(TimeSpan.FromDays(2));
        await Dialog.DeliverAsync(venue);
        Assert.Single(comes.Messages, m => m.Text.Contains("Напоминаем", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moved_FriendsAreAskedAnew_AndTheCountStartsAgain()
    {
        await using var venue = await Dialog.OpenVenueAsync(TestDatabase.Sqlite);
        var (host, comes, silent, declines) = (
            Dialog.With(venue),
            Dialog.With(venue, "Олег"),
            Dialog.With(venue, "Пётр"),
            Dialog.With(venue, "Анна")
        );
        var payload = await LinkAsync(host, "ru", "👥 Позвать друзей", "Завтра");
        foreach (var (friend, answer) in new[] { (comes, "✅ Приду"), (silent, "✅ Приду"), (declines, "❌ Не смогу") })
        {
            await friend.SendAsync($"/start {payload}");
            await friend.TapAsync(answer);
        }

        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        var later = TestVenue.Day.AddDays(2);
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(later, await venue.SlotAsync(18)),
            Cancel
        );
        await Dialog.DeliverAsync(venue);

        var moved = Assert.Single(await venue.Queries.DayAsync(later, Cancel));
        Assert.Equal((0, 0), (moved.FriendsComing, moved.FriendsDeclined));
        Assert.Contains("Встреча изменилась", comes.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Придёте?", comes.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ждём вас", comes.Screen.Text, StringComparison.Ordinal);
        await declines.SendAsync($"/start {payload}");
        Assert.Contains("Придёте?", declines.Screen.Text, StringComparison.Ordinal);
        await comes.TapAsync("✅ Приду");
        Assert.Equal(1, Assert.Single(await venue.Queries.DayAsync(later, Cancel)).FriendsComing);

        // A second move is told to who has not answered the first as well.
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(later, await venue.SlotAsync(20)),
            Cancel
        );
        await Dialog.DeliverAsync(venue);
        Assert.All(
            [comes, silent],
            friend => Assert.Contains("20:00–22:00", friend.Screen.Text, StringComparison.Ordinal)
        );
        venue.Time.Set(Assert.Single(await venue.Queries.DayAsync(later, Cancel)).StartsAt.AddHours(-1));
        await Dialog.DeliverAsync(venue);
        Assert.DoesNotContain(silent.Messages, m => m.Text.Contains("Напоминаем", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task ManyFriendsAtOnce_AreCountedRight(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var friends = venue.Services.GetRequiredService<FriendService>();
        var host = await venue.GuestAsync();
        var booking = await venue.BookAsync(host, 20);
        var link = (await friends.LinkAsync(host, booking.Id, Cancel)).Value!;
        var guests = new List<Actor.Guest>();
        for (var number = 2; number <= 21; number++)
            guests.Add(await venue.GuestAsync(number, "Друг"));

        await Task.WhenAll(
            guests.Select((guest, index) => friends.AnswerAsync(guest, link.Token, index % 4 != 0, Cancel))
        );

        var row = await venue.Queries.FindAsync(host, booking.Id, Cancel);
        Assert.Equal((15, 5, booking.Version), (row!.FriendsComing, row.FriendsDeclined, row.Version));
        Assert.Equal(link.Token, (await friends.LinkAsync(host, booking.Id, Cancel)).Value!.Token);
        Assert.IsType<CommonRefusal.NotFound>((await friends.AnswerAsync(host, link.Token, true, Cancel)).Error);
        Assert.IsType<CommonRefusal.NotFound>((await friends.LinkAsync(guests[0], booking.Id, Cancel)).Error);
        Assert.IsType<CommonRefusal.NotFound>(
            (await friends.AnswerAgainAsync(await venue.GuestAsync(99), booking.Id, true, Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Erase_OfAFriendAndOfTheHost_LeavesNothingOfThem(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (friends, guests) = (
            venue.Services.GetRequiredService<FriendService>(),
            venue.Services.GetRequiredService<GuestService>()
        );
        var (host, friend, other) = (await venue.GuestAsync(), await venue.GuestAsync(2), await venue.GuestAsync(3));
        var booking = await venue.BookAsync(host, 20);
        var link = (await friends.LinkAsync(host, booking.Id, Cancel)).Value!;
        await friends.AnswerAsync(friend, link.Token, true, Cancel);
        await friends.AnswerAsync(other, link.Token, true, Cancel);

        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, friend.GuestId, true, Cancel)).Succeeded);
        Assert.Equal(1, (await venue.Queries.FindAsync(host, booking.Id, Cancel))!.FriendsComing);
        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, host.GuestId, true, Cancel)).Succeeded);

        Assert.Equal(0, await venue.Store.ReadAsync(db => db.FriendAnswers.CountAsync(Cancel), Cancel));
        Assert.Null(await friends.FindAsync(other, link.Token, Cancel));
        // Who would have come hears that nothing comes of it.
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FriendCanceled && m.ChatId == 1003, Cancel),
                Cancel
            )
        );
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FriendReminder, Cancel),
                Cancel
            )
        );
    }

    private static async Task<string> LinkAsync(Dialog host, string language, string invite, string day = "")
    {
        await host.SendAsync("/start");
        await host.TapAsync("🍽️");
        await host.TapAsync("2");
        await host.TapAsync(day.Length > 0 ? day : host.Screen.Labels.First());
        await host.TapAsync("20:00");
        await host.TapAsync("✅");
        await host.TapAsync(invite);
        Assert.Contains(
            language == "ru" ? "Придут: 1, включая вас" : "Coming: 1, including you",
            host.Screen.Text,
            StringComparison.Ordinal
        );
        return host
            .Screen.Buttons.SelectMany(row => row)
            .Single(b => b.Kind == SimulatedButtonKind.Copy)
            .Value!.Split("?start=")[1];
    }

    private static async Task<BookingRow> BookingAsync(TestVenue venue) =>
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));

    private static async Task RedrawAsync(TestVenue venue, Dialog host, Guid booking)
    {
        Assert.Equal(host.ChatId, venue.Services.GetRequiredService<InviteWatch>().ChatOf(booking.ToString()));
        await venue
            .Services.GetRequiredService<BackgroundDialogs>()
            .RedrawAsync(host.ChatId, ScreenNames.Invite, booking.ToString(), Cancel);
    }
}
