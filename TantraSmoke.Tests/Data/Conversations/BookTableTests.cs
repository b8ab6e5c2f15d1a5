using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Data.Conversations;

public sealed class BookTableTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Book_FourTaps_MakesTheBookingInOneMessage(TestDatabase database)
    {
        await using var venue = await Dialog.OpenVenueAsync(database);
        var guest = Dialog.With(venue);

        await guest.ToConfirmationAsync(party: "2", day: "Сегодня", time: "20:00");
        Assert.Contains("пятница 20 ноября, 20:00–22:00", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("держим за вами до 15:05", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Всё верно");

        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal(
            (2, BookingStatus.Booked, BookingSource.Telegram),
            (booking.PartySize, booking.Status, booking.Source)
        );
        Assert.Equal([await venue.TableAsync(2)], booking.TableIds);
    }

    [Fact]
    public async Task Confirm_FromASessionOlderThanTheDeletionOfTheirData_BringsNothingBack()
    {
        await using var venue = await Dialog.OpenVenueAsync(TestDatabase.Sqlite);
        var sessions = venue.Services.GetRequiredService<ISessionStore>();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        var old = await venue.Store.ReadAsync(db => db.Guests.SingleAsync(Cancel), Cancel);
        var session = (await sessions.LoadAsync(guest.ChatId, Cancel))!;
        var erased = await venue.Erasure.EraseAsync(TestVenue.Boris, old.Id, cancelOpen: true, Cancel);
        Assert.True(erased.Succeeded, erased.Error?.ToString());
        // Sessions in Redis are not deleted with the data.
        await sessions.SaveAsync(guest.ChatId, session, Cancel);

        await guest.TapAsync("✅ Всё верно");

        var guests = await venue.Store.ReadAsync(db => db.Guests.OrderBy(g => g.Id).ToListAsync(Cancel), Cancel);
        Assert.Equal([(old.Id, null), (guests[^1].Id, guest.ChatId)], guests.Select(g => (g.Id, g.TelegramId)));
        Assert.NotNull(guests[0].AnonymizedAt);
        Assert.DoesNotContain(await venue.Queries.DayAsync(TestVenue.Day, Cancel), b => b.GuestId == old.Id);

        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        Assert.Equal(guests[1].Id, Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).GuestId);
    }

    [Fact]
    public async Task Book_InEnglish_SpeaksEnglish()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, "John", "de");

        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Book a table");
        await guest.TapAsync("2");
        await guest.TapAsync("Tomorrow");
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅ Confirm");

        Assert.Contains("Saturday 21 November, 20:00–22:00", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_PastAndTooCloseTimesOfToday_AreNotOffered()
    {
        await using var venue = await Dialog.OpenVenueAsync(now: TestVenue.Friday.AddMinutes(31));
        var guest = Dialog.With(venue);

        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");
        await guest.TapAsync("2");
        await guest.TapAsync("Сегодня");

        Assert.Equal(
            ["18:00–20:00", "20:00–22:00", "22:00–00:00"],
            guest.Screen.Labels.Where(l => l.Contains(':', StringComparison.Ordinal)).Select(l => l[..11])
        );
    }

    [Fact]
    public async Task Day_HorizonOfMonths_OffersAsManyAsAKeyboardHolds()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                db.Settings.Single().HorizonDays = 120;
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");

        await guest.TapAsync("2");

        Assert.Equal(100, guest.Screen.Labels.Count());
        Assert.Equal(["⬅️ Назад", "✖️ Отмена"], guest.Screen.Labels.Skip(98));
    }

    [Fact]
    public async Task Confirm_TableTakenMeanwhile_ShowsWhatIsStillFree()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync(time: "20:00");
        // The hold runs out, and somebody else takes the table.
        venue.Time.Advance(TimeSpan.FromMinutes(6));
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 2);

        await guest.TapAsync("✅ Всё верно");

        Assert.StartsWith("Это место только что заняли", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(guest.Screen.Labels, l => l.StartsWith("20:00–22:00", StringComparison.Ordinal));
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_WhileConfirming_KeepsTheTableFromOthersUntilTheGuestGoesBack()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync(time: "20:00");
        var other = await venue.GuestAsync(2);
        var request = await venue.RequestAsync(20, table: 2);

        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (await venue.Bookings.Book.CreateAsync(other, request, Cancel)).Error
        );
        await guest.TapAsync("⬅️ Назад");
        Assert.True((await venue.Bookings.Book.CreateAsync(other, request, Cancel)).Succeeded);
    }

    [Theory]
    [InlineData("✖️ Отмена")]
    [InlineData("/start")]
    public async Task Hold_WhenTheConversationEnds_IsReleased(string how)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("🪑 Выбрать стол");

        await (how[0] == '/' ? guest.SendAsync(how) : guest.TapAsync(how));

        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count(c => c.Kind == ClaimKind.Hold)), Cancel)
        );
        Assert.Contains("🍽️ Забронировать столик", guest.Screen.Labels);
    }

    [Fact]
    public async Task ChooseTable_MovesTheHoldAndBooksThatTable()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync(party: "2");

        await guest.TapAsync("🪑 Выбрать стол");
        await guest.TapAsync("№5");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Всё верно");

        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal([await venue.TableAsync(5)], booking.TableIds);
        Assert.Equal(1, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
    }

    [Fact]
    public async Task Party_SevenAndMore_SeatsThemAtACombination()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");
        await guest.TapAsync("7+");
        await guest.TapAsync("8");
        await guest.TapAsync("Сегодня");
        await guest.TapAsync("20:00");

        Assert.Contains("Столы №5 и №6", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Всё верно");
        Assert.Equal(2, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
    }

    [Fact]
    public async Task Comment_IsKeptAndEscaped_AndALongOneIsRefusedWithoutLoss()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, "<b>Зло</b> & Co");
        await guest.ToConfirmationAsync();

        await guest.SendAsync("Столик у <окна> & потише");
        Assert.Contains("Столик у <окна> & потише", guest.Screen.Text, StringComparison.Ordinal);
        // Telegram cuts what people type at 4,096 characters; ours is longer than we take.
        await guest.SendAsync(new string('я', 4096));
        Assert.Contains("слишком длинное: до 500", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Столик у <окна> & потише", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Всё верно");

        Assert.Equal(
            "Столик у <окна> & потише",
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Details.Comment
        );
        await guest.TapAsync("🏠 В меню");
        Assert.Contains("<b>Зло</b> & Co", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldButton_Redraws_AndNeverActs()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        var confirmation = guest.Screen;
        await guest.TapAsync("✅ Всё верно");
        await guest.SendAsync("/start");

        // The same callback data once more, as a forged or late tap would send it.
        var stale = confirmation.Buttons[0][0].Value;
        await HandleAsync(venue, guest, stale, guest.Screen.Id);
        await HandleAsync(venue, guest, "book.confirm", guest.Screen.Id);
        await HandleAsync(venue, guest, null, guest.Screen.Id);
        await HandleAsync(venue, guest, new string('x', 64), guest.Screen.Id);

        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Contains("🍽️ Забронировать столик", guest.Screen.Labels);
    }

    [Fact]
    public async Task SameUpdateTwice_IsHandledOnce()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        var update = Tap(guest, guest.Screen.Buttons[0][0].Value, guest.Screen.Id);
        var engine = venue.Services.GetRequiredService<UpdateDispatcher>();

        await engine.HandleAsync(update, Cancel);
        // Every view has callback data of its own.
        var shown = guest.Screen.Buttons[0][0].Value;
        await engine.HandleAsync(update, Cancel);

        Assert.Equal(shown, guest.Screen.Buttons[0][0].Value);
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
    }

    [Fact]
    public async Task LostSession_StartsOverPolitely()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            db =>
            {
                db.ChatSessions.Single().Json = "{\"Format\":99}";
                return db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

        await guest.TapAsync("✅ Всё верно");

        Assert.Contains("🍽️ Забронировать столик", guest.Screen.Labels);
        Assert.Equal("Мы давно не общались, начнём сначала", guest.Toast?.Text);
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task FourthBooking_IsRefusedWithTheWayOut()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        foreach (var time in new[] { "18:00", "20:00", "22:00" })
        {
            await guest.ToConfirmationAsync(time: time);
            await guest.TapAsync("✅ Всё верно");
        }

        await guest.ToConfirmationAsync(time: "16:00");

        Assert.StartsWith("У вас уже 3 активные брони", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyVenue_SaysSoInsteadOfFailing()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                db.Combinations.RemoveRange(db.Combinations);
                db.Tables.RemoveRange(db.Tables);
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");

        await guest.TapAsync("2");

        Assert.StartsWith("Столиков для онлайн-брони пока нет", guest.Screen.Text, StringComparison.Ordinal);
    }

    private static Task HandleAsync(TestVenue venue, Dialog guest, string? data, int messageId) =>
        venue.Services.GetRequiredService<UpdateDispatcher>().HandleAsync(Tap(guest, data, messageId), Cancel);

    private static int _lastForged = 1;

    private static Update Tap(Dialog guest, string? data, int messageId) =>
        new()
        {
            Id = Interlocked.Increment(ref _lastForged),
            CallbackQuery = new CallbackQuery
            {
                Id = Guid.NewGuid().ToString("N"),
                From = new User
                {
                    Id = guest.ChatId,
                    FirstName = "Ирина",
                    LanguageCode = "ru",
                },
                Message = new Message
                {
                    Id = messageId,
                    Chat = new Chat { Id = guest.ChatId, Type = ChatType.Private },
                },
                ChatInstance = "1",
                Data = data,
            },
        };
}
