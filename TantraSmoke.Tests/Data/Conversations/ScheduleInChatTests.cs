using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>What guests see of pauses, closed days and the rules.</summary>
public sealed class ScheduleInChatTests
{
    private static readonly Actor.Staff Manager = new(3, StaffRole.Manager, "Marat");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Pause_IsSaidAtTheStartAndInTheMiddle_WithTheTimeItEnds()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await Of(venue).Pause.PauseOnlineAsync(Manager, TestVenue.Friday.AddHours(6), Cancel);

        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("на паузе и откроется пт 20 нояб в 21:00", guest.Toast!.Text, StringComparison.Ordinal);
        await guest.SendAsync("/start");
        Assert.Contains("на паузе и откроется в 21:00", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("🍽️ Забронировать столик");
        await guest.TapAsync("2");
        Assert.Contains("на паузе", guest.Screen.Text, StringComparison.Ordinal);

        await Of(venue).Pause.PauseOnlineAsync(Manager, null, Cancel);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedDay_IsThereAndSaysWhy()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await Of(venue)
            .Special.SaveSpecialDayAsync(
                Manager,
                new SpecialDayWish(null, TestVenue.Day.AddDays(1), SpecialDayKind.Closed, "корпоратив <б>"),
                false,
                Cancel
            );
        var hours = new SlotHours(new TimeOnly(13, 0), new TimeOnly(14, 0));
        await Of(venue)
            .Special.SaveSpecialDayAsync(
                Manager,
                new SpecialDayWish(null, TestVenue.Day.AddDays(2), SpecialDayKind.OtherHours, "День города")
                {
                    Hours = [hours],
                },
                false,
                Cancel
            );

        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");
        await guest.TapAsync("2");
        Assert.Contains("Завтра, сб 21 нояб · закрыто", guest.Screen.Labels);
        Assert.Contains("📌 сб 21 нояб: Закрыто: корпоратив <б>", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("вс 22 нояб");
        Assert.Contains("День города", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("13:00–14:00 · 🪑 7", guest.Screen.Labels);
    }

    [Fact]
    public async Task SpecialDays_AreNamedInTheGuestsLanguage_OrInTheOther()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, "John", "en");
        var closed = new SpecialDayWish(
            null,
            TestVenue.Day.AddDays(1),
            SpecialDayKind.Closed,
            new("корпоратив", "staff party")
        );
        await Of(venue).Special.SaveSpecialDayAsync(Manager, closed, false, Cancel);
        var hours = new SlotHours(new TimeOnly(13, 0), new TimeOnly(14, 0));
        var city = new SpecialDayWish(null, TestVenue.Day.AddDays(2), SpecialDayKind.OtherHours, "День города")
        {
            Hours = [hours],
        };
        await Of(venue).Special.SaveSpecialDayAsync(Manager, city, false, Cancel);

        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Book a table");
        await guest.TapAsync("2");
        Assert.Contains("Closed: staff party", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("Sun 22 Nov");
        Assert.Contains("День города", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_LargePartiesFullHoursAndLateCancellations_AreExplained()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s =>
            (s.LargestPartyOnline, s.PacingParties, s.CancelMinutes, s.Phone) = (4, 1, 600, "+7 495 000-00-00")
        );
        var (guest, other) = (Dialog.With(venue), Dialog.With(venue, "Олег"));
        await guest.ToConfirmationAsync();

        // The other one had 20:00 before them when the guest took the last place of that quarter of an hour.
        await other.SendAsync("/start");
        await other.TapAsync("🍽️ Забронировать столик");
        await other.TapAsync("5");
        Assert.Contains(
            "Компании больше 4 гостей бронируем по телефону. Позвоните нам: +7 495 000-00-00",
            other.Screen.Text,
            StringComparison.Ordinal
        );
        await other.TapAsync("2");
        await other.TapAsync("Сегодня");
        Assert.DoesNotContain(other.Screen.Labels, l => l.StartsWith("20:00–22:00", StringComparison.Ordinal));
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);

        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт 20 ноя");
        await guest.TapAsync("❌ Отменить бронь");
        await guest.TapAsync("❌ Да, отменить");
        Assert.Contains(
            "не позже чем за 10 часов до начала. Позвоните нам",
            guest.Toast!.Text,
            StringComparison.Ordinal
        );
    }

    private static ScheduleEditing Of(TestVenue venue) => venue.Services.GetRequiredService<ScheduleEditing>();
}
