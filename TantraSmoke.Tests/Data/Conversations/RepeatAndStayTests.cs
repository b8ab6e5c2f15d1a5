using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>A regular in two taps, longer evenings, silence, and days on which nothing is left.</summary>
public sealed class RepeatAndStayTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "🔁 Как в прошлый раз: пт 27 нояб, 20:00", "✅ Всё верно", "Столик забронирован")]
    [InlineData("en", "🔁 Same as last time: Fri 27 Nov, 20:00", "✅", "is booked")]
    public async Task Repeat_InTwoTaps_BooksTheSamePartyTableAndWeekday(
        string language,
        string repeat,
        string confirm,
        string booked
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);
        await BookedAtTableFiveAsync(venue, guest);

        await guest.SendAsync("/start");
        await guest.TapAsync(repeat);
        await guest.TapAsync(confirm);

        Assert.Contains(booked, guest.Screen.Text, StringComparison.Ordinal);
        var made = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(7), Cancel));
        Assert.Equal((3, await venue.TableAsync(5)), (made.PartySize, Assert.Single(made.TableIds)));
        // At once again it proposes the Friday after that.
        await guest.TapAsync("🏠");
        Assert.DoesNotContain(guest.Screen.Labels, l => l.Contains("27", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repeat_TableTaken_FindsAnotherAndSaysSo()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await BookedAtTableFiveAsync(venue, guest);
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 5, party: 3, day: TestVenue.Day.AddDays(7));

        await guest.SendAsync("/start");
        await guest.TapAsync("🔁");

        Assert.StartsWith("Ваш прошлый столик занят, подобрали другой.", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Всё верно");
        Assert.Equal(2, (await venue.Queries.DayAsync(TestVenue.Day.AddDays(7), Cancel)).Count);
    }

    [Fact]
    public async Task Stay_TwoTimesInARow_IsOneBookingWhereATableIsFree()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        // Whoever has every other table from 22:00 on leaves one that is free for longer, and it is not the best fit
        // for 20:00 alone.
        var catalog = await venue.CatalogAsync();
        foreach (var table in catalog.Tables.Where(t => t.Number is not (5 or 2)))
            await venue.BookAsync(
                TestVenue.Anna,
                new BookingRequest(TestVenue.Day, await venue.SlotAsync(22), new(1), Guid.NewGuid())
                {
                    TableIds = [table.Id],
                }
            );
        await venue.BookAsync(
            TestVenue.Anna,
            new BookingRequest(TestVenue.Day, await venue.SlotAsync(22), new(1), Guid.NewGuid())
            {
                TableIds = [await venue.TableAsync(2)],
            }
        );
        await guest.ToConfirmationAsync();

        await guest.TapAsync("⏱ Остаться дольше");
        Assert.Equal(["• до 22:00", "до 00:00"], guest.Screen.Labels.Take(2));
        await guest.TapAsync("до 00:00");
        Assert.Contains("20:00–00:00", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Всё верно");

        var made = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel), b => b.GuestName == "Ирина");
        Assert.Equal(
            (TimeSpan.FromHours(4), await venue.TableAsync(5)),
            (made.EndsAt - made.StartsAt, Assert.Single(made.TableIds))
        );
    }

    [Fact]
    public async Task Silence_WhenTheHoldIsOver_IsSaidKindlyInTheDialogItself()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var (guest, other) = (Dialog.With(venue), Dialog.With(venue, "Олег"));
        await guest.ToConfirmationAsync();
        Assert.Contains("держим за вами до 15:05", guest.Screen.Text, StringComparison.Ordinal);
        await other.ToConfirmationAsync();
        await other.TapAsync("✅ Всё верно");
        var shown = guest.Screen.Id;

        venue.Time.Advance(TimeSpan.FromMinutes(5));
        await TellAsync(venue);

        Assert.StartsWith("⏳ Время на подтверждение вышло", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(shown, guest.Screen.Id);
        // Who has booked meanwhile is left alone.
        Assert.Contains("Столик забронирован", other.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FullDay_OffersOtherDaysAndTheWaitlist()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await FillAsync(venue, TestVenue.Day);
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");
        await guest.TapAsync("2");
        Assert.Contains("Сегодня, пт 20 нояб · мест нет", guest.Screen.Labels);
        Assert.Contains("Завтра, сб 21 нояб ▱▱▱", guest.Screen.Labels);

        await guest.TapAsync("Сегодня");

        Assert.Contains("свободного времени уже не осталось", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Завтра, сб 21 нояб", "вс 22 нояб", "пн 23 нояб", "🔔 Нужного времени нет", "📆 Другой день"],
            guest.Screen.Labels.Take(5)
        );
        await guest.TapAsync("Завтра");
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_ShowHowFullTheyAre_AndTimesHowManyTablesAreFree()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        var saturday = TestVenue.Day.AddDays(1);
        var catalog = await venue.CatalogAsync();
        foreach (var slot in catalog.Slots.Where(s => s.IsActive))
        {
            // Three of the seven that guests book for two.
            foreach (
                var table in catalog
                    .Tables.Where(t => catalog.Option([t.Id]) is { IsOnline: true } option && option.Takes(2))
                    .Take(3)
            )
                await venue.BookAsync(
                    TestVenue.Anna,
                    new BookingRequest(saturday, slot.Id, new(1), Guid.NewGuid()) { TableIds = [table.Id] }
                );
        }

        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");
        await guest.TapAsync("2");

        Assert.Contains("Завтра, сб 21 нояб ▰▱▱", guest.Screen.Labels);
        Assert.Contains("вс 22 нояб ▱▱▱", guest.Screen.Labels);
        var free = (await venue.Availability.DayAsync(await venue.GuestAsync(9), saturday, 2, Cancel)).First(o =>
            o.State == OfferState.Free
        );
        await guest.TapAsync("Завтра");
        Assert.Contains(
            guest.Screen.Labels,
            l => l.EndsWith($"· 🪑 {free.Options.Count(o => o.TableIds.Count == 1)}", StringComparison.Ordinal)
        );
    }

    /// <summary>Nothing is left of the day, for anybody.</summary>
    internal static async Task FillAsync(TestVenue venue, DateOnly day)
    {
        var catalog = await venue.CatalogAsync();
        foreach (var slot in catalog.Slots.Where(s => s.IsActive))
        {
            foreach (var table in catalog.Tables)
                await venue.Bookings.Book.CreateAsync(
                    TestVenue.Anna,
                    new BookingRequest(day, slot.Id, new(1), Guid.NewGuid()) { TableIds = [table.Id] },
                    Cancel
                );
        }
    }

    /// <summary>What the timer does every second.</summary>
    private static async Task TellAsync(TestVenue venue)
    {
        foreach (var chat in venue.Services.GetRequiredService<HoldWatch>().TakeOver(venue.Time.GetUtcNow()))
            await venue.Services.GetRequiredService<BackgroundDialogs>().ExpireHoldAsync(chat, Cancel);
    }

    private static async Task BookedAtTableFiveAsync(TestVenue venue, Dialog guest)
    {
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        await guest.TapAsync("3");
        await guest.TapAsync(guest.Screen.Labels.First());
        await guest.TapAsync("20:00");
        await guest.TapAsync("🪑");
        await guest.TapAsync(guest.Screen.Labels.First(l => l.Contains('5', StringComparison.Ordinal)));
        await guest.TapAsync("✅");
        await guest.TapAsync("✅");
        Assert.Equal(
            await venue.TableAsync(5),
            Assert.Single(Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds)
        );
    }
}
