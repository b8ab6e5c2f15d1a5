using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Data.Conversations;

public sealed class AdminTests
{
    private const long AdminId = 42;
    private static readonly Dictionary<string, string?> WithAdmin = new() { ["ADMIN_IDS_RAW"] = "42" };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin_init_tables")]
    [InlineData("/nonsense")]
    public async Task Commands_OfAdmins_AreUnknownToEverybodyElse(string command)
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        // 4 and 420 hold the admin's id as a part: only the exact one counts.
        foreach (var id in new long[] { 4, 420 })
        {
            var guest = Dialog.With(venue, id: id);
            await guest.SendAsync(command);
            Assert.StartsWith("Такой команды я не знаю", guest.Screen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("🔐 Админ-панель", guest.Screen.Labels);
        }
    }

    [Fact]
    public async Task Admin_SeesFiguresComingBookingsAndLoadsTables()
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        await venue.BookAsync(await venue.GuestAsync(), 20);
        await venue.BookAsync(await venue.GuestAsync(), 18, day: TestVenue.Day.AddDays(1));
        var admin = Dialog.With(venue, "Борис", id: AdminId);

        await admin.SendAsync("/admin");
        Assert.Contains("Гостей: 2", admin.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("забронировано: 2", admin.Screen.Text, StringComparison.Ordinal);
        await admin.TapAsync("📋 Ближайшие брони");
        Assert.Contains("пятница 20 ноября", admin.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("суббота 21 ноября", admin.Screen.Text, StringComparison.Ordinal);
        await admin.SendAsync("/admin_init_tables");
        Assert.Contains("добавлено 0, изменено 0, без изменений 10", admin.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "ru",
        "пт 20 нояб: 2 брони, 6 гостей",
        "🌙 Сегодня",
        "18:00–20:00",
        "⬅️ Назад",
        "🔎 Найти по коду",
        "❌ Бронь отменена",
        "нет. Проверьте код"
    )]
    [InlineData(
        "en",
        "Fri 20 Nov: 2 bookings, 6 guests",
        "🌙 Tonight",
        "18:00–20:00",
        "⬅️ Back",
        "🔎 Find by code",
        "❌ Booking cancelled",
        "There is no booking XXXXXX"
    )]
    public async Task Admin_CountsByDay_ShowsTonight_FindsByCode(
        string language,
        string counted,
        string tonight,
        string early,
        string back,
        string find,
        string canceled,
        string unknown
    )
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        await venue.BookAsync(await venue.GuestAsync(1), 20);
        await venue.BookAsync(await venue.GuestAsync(2), 20, party: 4);
        await venue.BookAsync(await venue.GuestAsync(3), 18, day: TestVenue.Day.AddDays(1));
        var gone = await venue.BookAsync(await venue.GuestAsync(4, "Ирина <3"), 22);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, gone.Id, null, null, Cancel);
        var admin = Dialog.With(venue, "Борис", language, AdminId);

        await admin.SendAsync("/admin");
        Assert.Contains(counted, admin.Screen.Text, StringComparison.Ordinal);
        await admin.TapAsync(tonight);
        Assert.Equal(2, admin.Screen.Text.Split(language == "ru" ? "· №" : "· Table ").Length - 1);
        Assert.DoesNotContain(early, admin.Screen.Text, StringComparison.Ordinal);
        await admin.TapAsync(back);
        await admin.TapAsync(find);
        await admin.SendAsync($" {gone.Code.ToLowerInvariant()} ");
        Assert.StartsWith(canceled, admin.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Ирина <3", admin.Screen.Text, StringComparison.Ordinal);
        await admin.SendAsync("XXXXXX");
        Assert.Contains(unknown, admin.Screen.Text, StringComparison.Ordinal);
        await admin.TapAsync(back);

        Assert.Contains(counted, admin.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "ru",
        "⏸ Онлайн-бронь",
        "2 часа",
        "Онлайн-бронь на паузе, откроется в 17:00",
        "▶️ Открыть онлайн-бронь",
        "Онлайн-бронь открыта"
    )]
    [InlineData(
        "en",
        "⏸ Online booking",
        "2 hours",
        "Online booking is paused and opens at 17:00",
        "▶️ Open online booking",
        "Online booking is open"
    )]
    public async Task Admin_PausesOnlineBookingAndOpensIt(
        string language,
        string pause,
        string hours,
        string paused,
        string open,
        string opened
    )
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        var (admin, guest) = (Dialog.With(venue, "Борис", language, AdminId), await venue.GuestAsync());
        await admin.SendAsync("/admin");

        await admin.TapAsync(pause);
        await admin.TapAsync(hours);
        Assert.Contains(paused, admin.Screen.Text, StringComparison.Ordinal);
        Assert.IsType<AvailabilityRefusal.OnlinePaused>(
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(16), Cancel)).Error
        );
        await admin.TapAsync(pause);
        await admin.TapAsync(open);

        Assert.Contains(opened, admin.Screen.Text, StringComparison.Ordinal);
        Assert.True((await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(16), Cancel)).Succeeded);
    }

    [Fact]
    public async Task LoadTables_OnceAsked_LeavesWhatIsChangedLater()
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        var admin = Dialog.With(venue, "Борис", id: AdminId);
        await admin.SendAsync("/admin");
        foreach (
            var load in new Func<Task>[]
            {
                () => admin.TapAsync("🪑 Загрузить столы"),
                () => admin.SendAsync("/admin_init_tables"),
            }
        )
        {
            await load();
            Assert.Contains("Столы загружены", admin.Screen.Text, StringComparison.Ordinal);
            await venue.Store.ChangeAsync(
                TestVenue.Boris,
                async db =>
                {
                    var table = db.Tables.Single(t => t.Number == 2);
                    table.Describe(table.HallId, 9, table.MinParty, table.Description, table.Place, table.Zone);
                    await db.SaveChangesAsync(Cancel);
                },
                Cancel
            );

            // The same screen is drawn once more.
            await admin.SendAsync("спасибо");

            Assert.Equal(9, (await venue.CatalogAsync()).Tables.Single(t => t.Number == 2).Seats);
        }
    }

    [Fact]
    public async Task Coming_ManyBookings_AreSplitIntoPagesTelegramTakes()
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        foreach (var (hour, day) in from h in new[] { 16, 18, 20, 22 } from d in Enumerable.Range(0, 10) select (h, d))
        {
            foreach (var table in new[] { 2, 3 })
                await venue.BookAsync(
                    await venue.GuestAsync((hour * 100) + (day * 10) + table, new string('Ж', 90)),
                    hour,
                    table,
                    day: TestVenue.Day.AddDays(day)
                );
        }

        var admin = Dialog.With(venue, "Борис", id: AdminId);
        await admin.SendAsync("/admin");
        await admin.TapAsync("📋 Ближайшие брони");

        var seen = 0;
        while (true)
        {
            Assert.InRange(admin.Screen.Text.Length, 1, 4096);
            seen += admin.Screen.Text.Split('№').Length - 1;
            if (!admin.Screen.Labels.Contains("▶️"))
                break;
            await admin.TapAsync("▶️");
        }

        Assert.Equal(80, seen);
    }

    [Fact]
    public async Task DashboardLink_SignsTheAdminInOnce()
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        var admin = Dialog.With(venue, "Борис", id: AdminId);
        await admin.SendAsync("/admin");
        await admin.TapAsync("🖥 Войти в панель");

        var token = System.Text.RegularExpressions.Regex.Match(admin.Screen.Text, "token=([0-9a-f]+)").Groups[1].Value;
        var staff = venue.Services.GetRequiredService<StaffRegistry>();
        Assert.Equal(
            ("Борис", StaffRole.Admin),
            await staff.Links.ConsumeLinkAsync(token, Cancel) is { Member: var member }
                ? (member.Name, member.Role)
                : default
        );
        Assert.Null(await staff.Links.ConsumeLinkAsync(token, Cancel));
    }

    [Fact]
    public async Task Admin_ByAHostOnTheStaff_GivesASignInLinkAndNothingMore()
    {
        await using var venue = await Dialog.OpenVenueAsync(variables: WithAdmin);
        var staff = venue.Services.GetRequiredService<StaffRegistry>();
        await staff.Changes.AddAsync(TestVenue.Boris, new StaffFacts("Вера", StaffRole.Host, null, 555), Cancel);
        var host = Dialog.With(venue, "Вера", id: 555);
        var stranger = Dialog.With(venue, "Гость", id: 556);

        await host.SendAsync("/admin");
        await stranger.SendAsync("/admin");

        var token = System.Text.RegularExpressions.Regex.Match(host.Screen.Text, "token=([0-9a-f]+)").Groups[1].Value;
        Assert.Equal(StaffRole.Host, (await staff.Links.ConsumeLinkAsync(token, Cancel))?.Member.Role);
        Assert.DoesNotContain("🖥 Войти в панель", host.Screen.Labels);
        Assert.DoesNotContain("token=", stranger.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewAndCanceledBookings_AreAnnouncedToAdmins()
    {
        await using var venue = await Dialog.OpenVenueAsync(TestDatabase.Sqlite, WithAdmin);
        var admin = Dialog.With(venue, "Борис", id: AdminId);
        // Telegram lets a bot write only to who wrote to it first.
        await admin.SendAsync("/start");
        var guest = Dialog.With(venue, "Ирина <3");
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт 20 нояб");
        await guest.TapAsync("❌ Отменить бронь");
        await guest.TapAsync("❌ Да, отменить");

        var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(venue.Services);
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        var sending = dispatcher.DispatchAsync(Cancel);
        while (!sending.IsCompleted)
        {
            venue.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(1, await sending);
        Assert.Equal(0, await dispatcher.DispatchAsync(Cancel));
        // Canceled before anybody heard of it: one card that says so.
        var card = Assert.Single(admin.Messages.Where(m => m.FromBot).Skip(1));
        Assert.StartsWith("❌ Бронь отменена", card.Text, StringComparison.Ordinal);
        Assert.Contains("Ирина <3", card.Text, StringComparison.Ordinal);
    }
}
