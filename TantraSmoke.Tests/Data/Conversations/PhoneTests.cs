using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>The guest's phone number: their own, by the button, asked for as the venue wishes.</summary>
public sealed class PhoneTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Optional_SharedByButton_IsKeptAndTheKeyboardGoes()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();

        await guest.TapAsync("📱 Добавить телефон");
        Assert.Equal(SimulatedButtonKind.Contact, Assert.Single(Assert.Single(Keyboard(venue, guest))).Kind);
        await guest.ShareAsync("79161234567");

        Assert.StartsWith("📱 Спасибо, номер записан.", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Empty(Keyboard(venue, guest));
        Assert.DoesNotContain("📱 Добавить телефон", guest.Screen.Labels);
        await guest.TapAsync("✅ Всё верно");
        Assert.Equal("+79161234567", Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Phone);
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task SomebodyElsesContact_OrATypedNumber_IsNotTaken()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("📱 Добавить телефон");

        await guest.SendAsync("+7 916 000-00-00");
        Assert.StartsWith("Номер нужно отправить кнопкой", guest.Screen.Text, StringComparison.Ordinal);
        await venue
            .Services.GetRequiredService<UpdateDispatcher>()
            .HandleAsync(
                new Update
                {
                    Id = 900_001,
                    Message = new Message
                    {
                        Id = 900_001,
                        From = new User
                        {
                            Id = guest.ChatId,
                            FirstName = "Ирина",
                            LanguageCode = "ru",
                        },
                        Chat = new Chat { Id = guest.ChatId, Type = ChatType.Private },
                        Contact = new Contact
                        {
                            PhoneNumber = "+79160000000",
                            FirstName = "Олег",
                            UserId = 5,
                        },
                    },
                },
                Cancel
            );

        Assert.StartsWith("Это чужой контакт", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Null(
            await venue.Store.ReadAsync(
                db => Task.FromResult(db.Guests.Single(g => g.TelegramId == guest.ChatId).Phone),
                Cancel
            )
        );
        // Going back takes the keyboard away, too.
        await guest.TapAsync("⬅️ Назад");
        Assert.Empty(Keyboard(venue, guest));
    }

    [Fact]
    public async Task Required_BeforeTheFirstBooking_IsAskedAndTheBookingGoesOn()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s => s.PhoneWish = PhoneWish.Required);
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();

        await guest.TapAsync("✅ Всё верно");
        Assert.Contains(
            guest.Messages,
            m => m.Text.StartsWith("Оставьте, пожалуйста, телефон", StringComparison.Ordinal)
        );
        Assert.Empty(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        await guest.ShareAsync("+7 916 123-45-67");
        await guest.TapAsync("✅ Всё верно");

        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
        // And never again.
        await guest.ToConfirmationAsync(time: "22:00");
        await guest.TapAsync("✅ Всё верно");
        Assert.Equal(2, (await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Count);
    }

    [Fact]
    public async Task Required_InCore_RefusesWithoutANumber()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(s => s.PhoneWish = PhoneWish.Required);

        Assert.IsType<BookingRefusal.PhoneNeeded>(
            (
                await venue.Bookings.Book.CreateAsync(await venue.GuestAsync(), await venue.RequestAsync(20), Cancel)
            ).Error
        );
        Assert.True(
            (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(20), Cancel)).Succeeded
        );
    }

    private static IReadOnlyList<IReadOnlyList<SimulatedButton>> Keyboard(TestVenue venue, Dialog guest) =>
        venue.Services.GetRequiredService<SimulatedTelegram>().ReplyKeyboard(guest.ChatId);
}
