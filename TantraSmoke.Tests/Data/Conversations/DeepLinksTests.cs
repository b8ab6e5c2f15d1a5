using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Reports;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>The ways into the conversation: codes on tables, links, commands, groups.</summary>
public sealed class DeepLinksTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "Стол №5", "Сколько вас будет?", "✅ Всё верно", "Столик забронирован")]
    [InlineData("en", "Table 5", "How many", "✅", "is booked")]
    public async Task TableCode_BooksThatTable(
        string language,
        string table,
        string asked,
        string confirm,
        string booked
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);

        await guest.SendAsync("/start table5");
        Assert.Contains(table, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(asked, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("2");
        await guest.TapAsync(guest.Screen.Labels.First());
        await guest.TapAsync("20:00");
        Assert.Contains(table, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync(confirm);

        Assert.Contains(booked, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(
            await venue.TableAsync(5),
            Assert.Single(Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds)
        );
    }

    [Theory]
    [InlineData("ru", "Стол №5 на это время занят")]
    [InlineData("en", "Table 5 is taken at that time")]
    public async Task TableCode_TakenThen_FindsAnotherAndSaysSo(string language, string said)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 5);
        var guest = Dialog.With(venue, language: language);

        await guest.SendAsync("/start table5");
        await guest.TapAsync("2");
        await guest.TapAsync(guest.Screen.Labels.First());
        await guest.TapAsync("20:00");

        Assert.StartsWith(said, guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DayLink_AsksPartyAndThenTimesOfThatDay()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);

        await guest.SendAsync("/start day20261121");
        Assert.Contains("суббота 21 ноября", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("2");

        Assert.Contains("суббота 21 ноября", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("На какое время?", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("venue")]
    [InlineData("table999")]
    [InlineData("table0")]
    [InlineData("table-5")]
    [InlineData("day20261119")]
    [InlineData("day20270601")]
    [InlineData("day20261332")]
    [InlineData("c-nobodyknows")]
    [InlineData("admin")]
    [InlineData("table5_table6")]
    [InlineData("table5 ; DROP TABLE bookings")]
    [InlineData("<b>table5</b>")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task UnknownForgedOrPast_GetsThePlainMenu(string payload)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        var (text, labels) = (guest.Screen.Text, guest.Screen.Labels.ToList());

        await guest.SendAsync($"/start {payload}");

        Assert.Equal((text, string.Join('|', labels)), (guest.Screen.Text, string.Join('|', guest.Screen.Labels)));
    }

    [Theory, OnBothDatabases]
    public async Task Campaign_IsCountedByGuestsAndBookings_AndOnlyWhenTheVenueHasIt(TestDatabase database)
    {
        await using var venue = await Dialog.OpenVenueAsync(database);
        await venue.SettingsAsync(s => s.Campaigns = "newyear flyer2");
        var (irina, oleg, other) = (Dialog.With(venue), Dialog.With(venue, "Олег"), Dialog.With(venue, "Пётр"));
        await irina.SendAsync("/start c-newyear_day20261121");
        await irina.TapAsync("2");
        await irina.TapAsync("20:00");
        await irina.TapAsync("✅ Всё верно");
        await oleg.SendAsync("/start c-newyear");
        await other.SendAsync("/start c-forged");
        await other.ToConfirmationAsync();
        await other.TapAsync("✅ Всё верно");
        // The second booking came by no link; a link does not make an old guest new.
        await irina.SendAsync("/start c-flyer2");
        await irina.TapAsync("🍽️");
        await irina.TapAsync("3");
        await irina.TapAsync("Завтра");
        await irina.TapAsync("18:00");
        await irina.TapAsync("✅ Всё верно");

        var report = (
            await venue
                .Services.GetRequiredService<ReportQueries>()
                .ReadAsync(TestVenue.Boris, new ReportRange(TestVenue.Day, TestVenue.Day.AddDays(7)), Cancel)
        ).Value!;

        Assert.Equal(
            [new ReportCampaign("newyear", 2, 1, 0), new ReportCampaign("flyer2", 0, 1, 0)],
            report.Campaigns.OrderByDescending(c => c.Guests)
        );
        Assert.Equal(3, report.Totals.Bookings);
    }

    [Theory]
    [InlineData("ru", "/book", "Сколько вас будет?")]
    [InlineData("ru", "/book завтра вдвоём", "На какое время?")]
    [InlineData("ru", "/my", "У вас пока нет броней")]
    [InlineData("ru", "/help", "Что я умею")]
    [InlineData("ru", "/language", "На каком языке")]
    [InlineData("en", "/book@tantrasmoke_bot", "How many")]
    [InlineData("en", "/my", "no bookings")]
    [InlineData("en", "/help", "What I can do")]
    [InlineData("en", "/language", "Which language")]
    public async Task Commands_OpenTheirScreen_AndBackLeadsToTheMenu(string language, string command, string shown)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);

        await guest.SendAsync(command);

        Assert.Contains(shown, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task CommandMenu_IsByLanguageAndRole()
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = "77" }
        );
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        var (guest, admin) = (Dialog.With(venue), Dialog.With(venue, "Админ", id: 77));
        var menu = venue.Services.GetRequiredService<CommandMenu>();
        await menu.StartAsync(Cancel);
        await (menu.ExecuteTask ?? Task.CompletedTask);

        Assert.Equal(
            ["book", "my", "help", "language", "start"],
            telegram.Commands("ru", guest.ChatId).Select(c => c.Command)
        );
        Assert.Equal("Забронировать столик", telegram.Commands("ru", guest.ChatId)[0].Description);
        Assert.Equal("Book a table", telegram.Commands("de", guest.ChatId)[0].Description);
        await admin.SendAsync("/start");
        await guest.SendAsync("/start");
        Assert.Equal(
            ["admin", "book", "my", "help", "language", "start"],
            telegram.Commands("ru", 77).Select(c => c.Command)
        );
        Assert.DoesNotContain("admin", telegram.Commands("ru", guest.ChatId).Select(c => c.Command));
    }

    [Fact]
    public async Task Language_Chosen_IsKeptWithTheGuest_AndGoesBeforeTelegrams()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: "en");
        await guest.SendAsync("/language");

        await guest.TapAsync("🇷🇺 Русский");
        Assert.Contains("🍽️ Забронировать столик", guest.Screen.Labels);
        Assert.Equal("Говорим по-русски", guest.Toast!.Text);
        // Messages nobody asked for, and a session that begins anew.
        Assert.Equal("ru", await venue.Services.GetRequiredService<GuestService>().LanguageAsync(guest.ChatId, Cancel));
        venue.Time.Advance(TimeSpan.FromDays(3));
        await guest.SendAsync("/start");
        Assert.Contains("🍽️ Забронировать столик", guest.Screen.Labels);

        await guest.SendAsync("/language");
        await guest.TapAsync("Как в Telegram");
        Assert.Contains("🍽️ Book a table", guest.Screen.Labels);
    }

    [Fact]
    public async Task Group_GetsOneHint_AndTheStaffGroupNone()
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["STAFF_CHAT_ID"] = "-200" }
        );
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        var guest = Dialog.With(venue);
        telegram.AddGroup(-100, "Friends");
        telegram.AddGroup(-200, "Staff");

        foreach (var text in new[] { "/start", "/book@tantrasmoke_bot", "завтра в 20:00", "/start table5" })
        {
            telegram.SendText(-100, text, by: guest.ChatId);
            telegram.SendText(-200, text, by: guest.ChatId);
        }

        await guest.SettleAsync();
        var hint = Assert.Single(telegram.Messages(-100), m => m.FromBot);
        Assert.Contains("в личном чате", hint.Text, StringComparison.Ordinal);
        Assert.Equal("https://t.me/tantrasmoke_bot?start=venue", hint.Buttons[0][0].Value);
        Assert.DoesNotContain(telegram.Messages(-200), m => m.FromBot);
        Assert.Empty(guest.Messages);
    }

    [Fact]
    public async Task ClosedDay_CannotBePressed_AndTheBookingsCodeIsCopied()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var manager = new Actor.Staff(3, StaffRole.Manager, "Marat");
        await venue
            .Services.GetRequiredService<SpecialDayEditing>()
            .SaveSpecialDayAsync(
                manager,
                new SpecialDayWish(null, TestVenue.Day.AddDays(1), SpecialDayKind.Closed, "ремонт <b>"),
                false,
                Cancel
            );
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        Assert.Equal("primary", guest.Screen.Buttons[0][0].Style);
        await guest.TapAsync("🍽️");
        await guest.TapAsync("2");

        Assert.Contains("Закрыто: ремонт <b>", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(
            SimulatedButtonKind.Disabled,
            guest
                .Screen.Buttons.SelectMany(r => r)
                .Single(b => b.Label.StartsWith("Завтра", StringComparison.Ordinal))
                .Kind
        );
        await guest.TapAsync("Сегодня");
        await guest.TapAsync("20:00");
        Assert.Equal("success", guest.Screen.Buttons[0][0].Style);
        await guest.TapAsync("✅ Всё верно");
        var code = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Code;
        Assert.Equal(
            code,
            guest.Screen.Buttons.SelectMany(row => row).Single(b => b.Kind == SimulatedButtonKind.Copy).Value
        );
    }
}
