using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// What guests make of a booking of theirs: another day, time, party, table; late; wishes; where and when.
/// </summary>
public sealed class ChangeBookingTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Change_Day_MovesItAndTellsStaff()
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = "77" }
        );
        var guest = await BookedAsync(venue);

        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("📅 День");
        await guest.TapAsync("Завтра");
        await guest.TapAsync("18:00");
        Assert.Contains("Сейчас:", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Будет:", guest.Screen.Text, StringComparison.Ordinal);
        // Nothing has happened yet.
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        await guest.TapAsync("✅ Перенести");

        Assert.Empty(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        var moved = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        Assert.Equal(15, moved.StartsAt.Hour);
        Assert.Equal("Бронь изменена", guest.Toast?.Text);
        Assert.Contains("суббота 21 ноября, 18:00–20:00", guest.Screen.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(
                db =>
                    Task.FromResult(
                        db.Outbox.Count(m => !m.ForGuest && m.Kind == TantraSmoke.Core.Entities.OutboxKind.StaffCard)
                    ),
                Cancel
            )
        );
    }

    [Fact]
    public async Task Change_PartyAtTheSameTime_KeepsTheTableWhenItFits()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await BookedAsync(venue, table: "№5");

        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("👥 Число гостей");
        await guest.TapAsync("4");
        await guest.TapAsync("✅ Перенести");

        var moved = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal(
            (4, await venue.TableAsync(5), 17),
            (moved.PartySize, Assert.Single(moved.TableIds), moved.StartsAt.Hour)
        );
    }

    [Fact]
    public async Task Change_TimeThenTable_TakesWhatWasChosen()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await BookedAsync(venue);

        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("🕗 Время");
        await guest.TapAsync("22:00");
        await guest.TapAsync("🪑 Выбрать стол");
        await guest.TapAsync("№5");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Перенести");

        var moved = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal((19, await venue.TableAsync(5)), (moved.StartsAt.Hour, Assert.Single(moved.TableIds)));
    }

    [Fact]
    public async Task Change_OnlyTheTable_TakesWhatWasChosen()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await BookedAsync(venue);

        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("🪑 Стол");
        await guest.TapAsync("№5");
        await guest.TapAsync("✅ Выбрать этот стол");
        Assert.Contains("Будет:", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("🪑 Выбрать стол");
        await guest.TapAsync("№6");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Перенести");

        Assert.Equal(
            await venue.TableAsync(6),
            Assert.Single(Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds)
        );
    }

    [Fact]
    public async Task Change_NewPlaceLostInTheLastMoment_KeepsTheOldOne()
    {
        await using var venue = await Dialog.OpenVenueAsync(TestDatabase.Sqlite);
        var guest = await BookedAsync(venue);
        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("🕗 Время");
        await guest.TapAsync("22:00");
        await RepeatAndStayTests.FillAsync(venue, TestVenue.Day);

        await guest.TapAsync("✅ Перенести");

        Assert.StartsWith("Это место только что заняли", guest.Screen.Text, StringComparison.Ordinal);
        var kept = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel), b => b.GuestName == "Ирина");
        Assert.Equal((17, 1), (kept.StartsAt.Hour, kept.Version));
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count(c => c.BookingId == kept.Id)), Cancel)
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Change_AfterTheCutOff_IsRefusedWithThePhone()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s => (s.CancelMinutes, s.Phone) = (600, "+7 495 000-00-00"));
        var guest = await BookedAsync(venue);

        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("📅 День");

        Assert.Contains(
            "Отменить или перенести онлайн можно не позже чем за 10 часов до начала. Позвоните нам: +7 495 000-00-00",
            guest.Toast!.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Late_ExtendsGraceAndEnd_AndTheFloorKnows()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await BookedAsync(venue, party: "2");
        Assert.DoesNotContain("⏰ Опаздываю", guest.Screen.Labels);
        venue.Time.Set(TestVenue.Friday.AddHours(4.5));
        await guest.SendAsync("/start");
        await guest.TapAsync("📅");
        await guest.TapAsync("пт 20 нояб");

        await guest.TapAsync("⏰ Опаздываю");
        await guest.TapAsync("20 минут");

        Assert.StartsWith(
            "Спасибо, что предупредили: ждём вас на 20 минут позже. Столик ваш до 22:20.",
            guest.Screen.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Опоздание: 20 минут", guest.Screen.Text, StringComparison.Ordinal);
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal(booking.StartsAt.AddMinutes(20), booking.DueAt);
        venue.Time.Set(booking.StartsAt.AddMinutes(45));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        venue.Time.Set(booking.StartsAt.AddMinutes(50));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));
    }

    [Fact]
    public async Task Late_SomebodyFollows_KeepsTheEnd()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await BookedAsync(venue, table: "№5");
        await venue.BookAsync(await venue.GuestAsync(2), 22, table: 5);
        venue.Time.Set(TestVenue.Friday.AddHours(4.5));
        await guest.SendAsync("/start");
        await guest.TapAsync("📅");
        await guest.TapAsync("пт 20 нояб");

        await guest.TapAsync("⏰ Опаздываю");
        await guest.TapAsync("30 минут");

        Assert.Contains("Столик ваш до 22:00.", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wish_AndOccasion_AreKeptAndShown()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await BookedAsync(venue);

        await guest.TapAsync("💬 Пожелание");
        await guest.SendAsync("У <окна>");
        await guest.TapAsync("🎉 Повод");
        await guest.TapAsync("🎂 День рождения");

        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal(("У <окна>", Occasion.Birthday), (booking.Details.Comment, booking.Details.Occasion));
        Assert.Contains("💬 У <окна>\n🎂 День рождения", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("💬 Пожелание");
        await guest.TapAsync("Без пожеланий");
        Assert.Null(Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Details.Comment);
    }

    [Fact]
    public async Task Directions_AreAPlaceOnTheMap_AndTheDialogMovesBeneath()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s => (s.Latitude, s.Longitude, s.Address) = (55.75, 37.61, "Тверская, 1"));
        var guest = await BookedAsync(venue);

        await guest.TapAsync("🗺 Как добраться");

        var place = Assert.Single(guest.Messages, m => m.Venue is not null).Venue!;
        Assert.Equal((55.75, 37.61, "Тверская, 1"), (place.Latitude, place.Longitude, place.Address));
        Assert.Null(guest.Messages[^1].Venue);
        Assert.Contains("🔄 Перенести", guest.Messages[^1].Labels);
        Assert.Single(guest.Messages, m => m.FromBot && m.Venue is null);
    }

    [Fact]
    public async Task MyBookings_ManyOfThem_ArePagesOfOneMessage()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s => s.ActiveBookingsPerGuest = 20);
        var guest = await BookedAsync(venue);
        var me = await OfAsync(venue);
        for (var day = 1; day <= 8; day++)
            await venue.BookAsync(me, 18, day: TestVenue.Day.AddDays(day));
        await venue.Bookings.Lifecycle.CancelAsync(
            me,
            (await venue.Queries.DayAsync(TestVenue.Day.AddDays(8), Cancel))[0].Id,
            null,
            null,
            Cancel
        );

        await guest.SendAsync("/start");
        await guest.TapAsync("📅 Мои брони");
        Assert.Contains("Страница 1 из 2", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(6, guest.Screen.Labels.Count(l => l.Contains("нояб", StringComparison.Ordinal)));
        await guest.TapAsync("▶️");
        Assert.Equal(["чт 26 нояб", "пт 27 нояб"], guest.Screen.Labels.Take(2).Select(l => l[..10]));
        Assert.Contains(
            guest.Screen.Labels,
            l =>
                l.StartsWith("🕘 сб 28 нояб", StringComparison.Ordinal)
                && l.EndsWith("отменено", StringComparison.Ordinal)
        );
        await guest.TapAsync("◀️");
        Assert.Contains("Страница 1 из 2", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    /// <summary>A guest who looks at their booking of tonight at 20:00.</summary>
    internal static async Task<Dialog> BookedAsync(
        TestVenue venue,
        string party = "2",
        string? table = null,
        string language = "ru"
    )
    {
        var guest = Dialog.With(venue, language: language);
        await guest.ToConfirmationAsync(party);
        if (table is not null)
        {
            await guest.TapAsync("🪑");
            await guest.TapAsync(table);
            await guest.TapAsync("✅");
        }

        await guest.TapAsync("✅");
        await guest.TapAsync("📅");
        await guest.TapAsync("пт 20 нояб");
        return guest;
    }

    private static async Task<TantraSmoke.Core.Common.Actor.Guest> OfAsync(TestVenue venue)
    {
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        return new TantraSmoke.Core.Common.Actor.Guest(booking.GuestId!.Value, booking.GuestName!);
    }
}
