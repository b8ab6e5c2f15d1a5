using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Browser;

/// <summary>A real process on PostgreSQL at noon of its day, an admin's browser signed in to it, and the core beside it for what happened before.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly Actor.Staff Before = new(99, StaffRole.Admin, "Before");
    private readonly BrowserHost _browser;
    private readonly List<IBrowserContext> _contexts = [];
    private ProcessHome _home = null!;
    private IBrowserContext _admin = null!;
    private BesideStore _beside = null!;

    private Desk(BrowserHost browser) => _browser = browser;

    public WebProcess Web { get; private set; } = null!;
    public BesideStore Store => _beside;
    public IServiceProvider Services => _beside.Services;
    private static CancellationToken Cancel => TestVenue.Cancel;

    public static async Task<Desk> OpenAsync(BrowserHost browser)
    {
        var desk = new Desk(browser) { _home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null) };
        desk._home.MoveToNoon();
        desk.Web = await WebProcess.StartLiveAsync(desk._home.Folder, desk._home.Variables);
        desk._beside = desk._home.OpenStore();
        try
        {
            desk._admin = await desk.ContextAsync("en-GB");
            await (await desk._admin.SignInAsync(desk.Web)).CloseAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>A page of the admin's browser.</summary>
    public async Task<IPage> PageAsync(string address)
    {
        var page = await _admin.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Somebody else's browser, signed in.</summary>
    public async Task<IBrowserContext> ColleagueAsync(string name, StaffRole role = StaffRole.Manager)
    {
        var member = new StaffMember(name, role, null, null, DateTimeOffset.UtcNow);
        await Services.GetRequiredService<VenueStore>().ChangeAsync(Before, async db =>
        {
            db.Staff.Add(member);
            await db.SaveChangesAsync(Cancel);
        }, Cancel);
        var token = await Services.GetRequiredService<StaffService>().CreateSignInLinkAsync(member.Id, Cancel);
        var context = await ContextAsync("ru-RU");
        await (await context.SignInAsync(new Uri(Web.Address, $"/sign-in/link?token={token}"))).CloseAsync();
        return context;
    }

    /// <summary>A booking for two by phone, so many days from today at that hour.</summary>
    public async Task<Booking> BookAsync(string name, string phone, int hour, int table, int days = 0)
    {
        var guest = (await Services.GetRequiredService<GuestService>().FindOrCreateByPhoneAsync(Before, name, phone, Cancel)).Value!;
        var catalog = await Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);
        var day = catalog.Clock.ServiceDayOf(DateTimeOffset.UtcNow).AddDays(days);
        var request = new BookingRequest(day, catalog.Slots.Single(slot => slot.Start == new TimeOnly(hour, 0)).Id, 2, Guid.NewGuid())
        {
            GuestId = guest.Id,
            TableIds = [catalog.Tables.Single(t => t.Number == table).Id],
            Source = BookingSource.Phone,
        };
        var booked = await Services.GetRequiredService<BookingService>().CreateAsync(Before, request, Cancel);
        Assert.True(booked.Succeeded, booked.Error?.ToString());
        return booked.Value;
    }

    /// <summary>Bookings of the last weeks that the guest never came for.</summary>
    public Task StayedAwayAsync(long guestId, int times) => Services.GetRequiredService<VenueStore>().ChangeAsync(Before, async db =>
    {
        var now = DateTimeOffset.UtcNow;
        for (var time = 1; time <= times; time++)
        {
            var start = now.AddDays(-7 * time);
            var place = new BookingPlace(DateOnly.FromDateTime(start.UtcDateTime), start, start.AddHours(2), null, [1]);
            var booking = new Booking(Guid.CreateVersion7(start), place, 2, BookingSource.Phone, Guid.NewGuid(), start);
            booking.ForGuest(guestId, null);
            booking.MarkNoShow(start.AddMinutes(BookingRules.UndoWindow.TotalMinutes));
            db.Bookings.Add(booking);
        }

        await db.SaveChangesAsync(Cancel);
    }, Cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
        await _beside.DisposeAsync();
        await Web.DisposeAsync();
        await _home.DisposeAsync();
    }

    private async Task<IBrowserContext> ContextAsync(string language)
    {
        var context = await _browser.OpenAsync(Web, language);
        _contexts.Add(context);
        return context;
    }
}
