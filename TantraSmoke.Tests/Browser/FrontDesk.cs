using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Staff;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// A venue at noon with a server, hosts who are signed in to it with browsers of their own, and what happened before
/// they looked.
/// </summary>
public sealed class FrontDesk : IAsyncDisposable
{
    private static readonly Actor.Staff Before = new(99, StaffRole.Admin, "Before");
    private static int _people = 1_000;
    private readonly BrowserHost _browser;
    private readonly DeskProcess _process;
    private readonly bool _isOwn;
    private readonly List<IBrowserContext> _contexts = [];
    private IBrowserContext? _admin;

    internal FrontDesk(BrowserHost browser, DeskProcess process, bool isOwn) =>
        (_browser, _process, _isOwn) = (browser, process, isOwn);

    public ProcessHome Home => _process.Home;
    public BesideStore Store => _process.Store;
    public Uri Address => _process.Address;
    public IServiceProvider Services => Store.Services;
    public BookingDesk Bookings => Services.GetRequiredService<BookingDesk>();

    private static CancellationToken Cancel => TestVenue.Cancel;

    /// <summary>With a server of its own, for tests that stop it, spoil it, or are alone.</summary>
    /// <param name="prepare">See <see cref="DeskProcess.StartAsync"/>.</param>
    /// <param name="canStop">See <see cref="DeskProcess.StartAsync"/>.</param>
    /// <param name="isProcess">See <see cref="DeskProcess.StartAsync"/>.</param>
    public static async Task<FrontDesk> OpenAsync(
        BrowserHost browser,
        TestDatabase database = TestDatabase.Postgres,
        Action<ProcessHome>? prepare = null,
        bool canStop = false,
        bool isProcess = false
    ) => new(browser, await DeskProcess.StartAsync(database, prepare, canStop, isProcess), isOwn: true);

    /// <summary>The browser of a new admin, signed in; no page yet.</summary>
    /// <param name="through">Where the server is reached, when not directly.</param>
    public async Task<IBrowserContext> BrowserAsync(
        string name = "Anna",
        string language = "en-GB",
        ColorScheme theme = ColorScheme.Light,
        int width = 1280,
        int height = 800,
        Uri? through = null
    )
    {
        var context = await _browser.OpenAsync(Address, language, theme, width, height, through);
        _contexts.Add(context);
        await EnterAsync(context, await LinkAsync(name));
        return context;
    }

    /// <summary>The same with a page that works, the floor unless told otherwise.</summary>
    public async Task<IPage> HostAsync(
        string name = "Anna",
        string language = "en-GB",
        ColorScheme theme = ColorScheme.Light,
        int width = 1280,
        int height = 800,
        Uri? through = null,
        string at = "/"
    )
    {
        var context = await BrowserAsync(name, language, theme, width, height, through);
        var page = await context.NewPageAsync();
        await page.GotoAsync(at);
        await page.IsLiveAsync();
        if (at == "/")
            await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return page;
    }

    /// <summary>A page of the browser of one admin, who reads English.</summary>
    public async Task<IPage> PageAsync(string address)
    {
        _admin ??= await BrowserAsync("Admin");
        var page = await _admin.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>The browser of somebody else, who reads Russian, signed in.</summary>
    public async Task<IBrowserContext> ColleagueAsync(string name, StaffRole role = StaffRole.Manager)
    {
        var member = new StaffMember(name, role, null, null, DateTimeOffset.UtcNow);
        await Services
            .GetRequiredService<VenueStore>()
            .ChangeAsync(
                Before,
                async db =>
                {
                    db.Staff.Add(member);
                    await db.SaveChangesAsync(Cancel);
                },
                Cancel
            );
        var context = await _browser.OpenAsync(Address, "ru-RU");
        _contexts.Add(context);
        await EnterAsync(context, await LinkAsync(member));
        return context;
    }

    /// <summary>A fresh sign-in link for a new admin.</summary>
    public async Task<Uri> LinkAsync(string name) =>
        await LinkAsync(
            (
                await Services
                    .GetRequiredService<StaffLookup>()
                    .AdminFromTelegramAsync(Interlocked.Increment(ref _people), name, Cancel)
            )!
        );

    /// <summary>Somebody books in the chat, for today.</summary>
    /// <param name="at">When they did so, null is now: whoever books a time that is running is not late at
    /// once.</param>
    public async Task<Booking> BookAsync(string name, int hour, int table, int party = 2, DateTimeOffset? at = null)
    {
        var person = await Services
            .GetRequiredService<GuestService>()
            .RegisterAsync(new TelegramPerson(Interlocked.Increment(ref _people), name, null, "en"), Cancel);
        var (guest, request) = (new Actor.Guest(person.Id, person.Name), await RequestAsync(hour, table, party));
        if (at is not { } then)
            return await BookAsync(Bookings, guest, request);
        await using var earlier = Home.OpenStore(new TestTime(then));
        return await BookAsync(earlier.Services.GetRequiredService<BookingDesk>(), guest, request);
    }

    /// <summary>Somebody calls and books for two, so many days from today.</summary>
    public async Task<Booking> CallAsync(string name, string phone, int hour, int table, int days = 0)
    {
        var guest = (
            await Services.GetRequiredService<GuestService>().FindOrCreateByPhoneAsync(Before, name, phone, Cancel)
        ).Value!;
        return await BookAsync(
            Bookings,
            Before,
            await RequestAsync(hour, table, 2, days) with
            {
                Details = new(2, guest.Id),
                Source = BookingSource.Phone,
            }
        );
    }

    /// <summary>Boris seats two who walk in.</summary>
    public async Task<Booking> SeatAsync(int table, int? minutes = null)
    {
        var request = new WalkInRequest([await TableAsync(table)], 2, Guid.NewGuid(), Minutes: minutes);
        var seated = await Bookings.WalkIns.SeatWalkInAsync(
            new Actor.Staff(99, StaffRole.Host, "Boris"),
            request,
            Cancel
        );
        Assert.True(seated.Succeeded, seated.Error?.ToString());
        return seated.Value;
    }

    /// <summary>Bookings of the last weeks that the guest never came for.</summary>
    public Task StayedAwayAsync(long guestId, int times) =>
        Services
            .GetRequiredService<VenueStore>()
            .ChangeAsync(
                Before,
                async db =>
                {
                    var now = DateTimeOffset.UtcNow;
                    for (var time = 1; time <= times; time++)
                    {
                        var start = now.AddDays(-7 * time);
                        var place = new BookingPlace(
                            DateOnly.FromDateTime(start.UtcDateTime),
                            start,
                            start.AddHours(2),
                            null,
                            [1]
                        );
                        var booking = new Booking(
                            Guid.CreateVersion7(start),
                            place,
                            2,
                            BookingSource.Phone,
                            Guid.NewGuid(),
                            start
                        );
                        booking.ForGuest(guestId, null);
                        booking.MarkNoShow(start.AddMinutes(BookingRules.UndoWindow.TotalMinutes));
                        db.Bookings.Add(booking);
                    }

                    await db.SaveChangesAsync(Cancel);
                },
                Cancel
            );

    public async Task<int> TableAsync(int number) => (await CatalogAsync()).Tables.Single(t => t.Number == number).Id;

    public Task<VenueCatalog> CatalogAsync() => Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);

    /// <summary>Stops the server as an update does.</summary>
    public Task<int> StopAsync() => _process.StopAsync();

    /// <inheritdoc cref="DeskProcess.KillAsync"/>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Starts it again at the same address.</summary>
    public Task StartAgainAsync() => _process.StartAgainAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
        if (_isOwn)
            await _process.DisposeAsync();
    }

    /// <summary>Signs a browser in without showing it the two pages on the way.</summary>
    private async Task EnterAsync(IBrowserContext context, Uri link)
    {
        using var visitor = new DashboardVisitor(Address);
        await visitor.PressAsync(link);
        await context.AddCookiesAsync([
            new()
            {
                Name = visitor.Session!.Name,
                Value = visitor.Session.Value,
                Domain = Address.Host,
                Path = "/",
                HttpOnly = true,
                SameSite = SameSiteAttribute.Lax,
            },
        ]);
    }

    private async Task<Uri> LinkAsync(StaffMember member) =>
        new(
            Address,
            "/sign-in/link?token="
                + await Services.GetRequiredService<StaffLinks>().CreateSignInLinkAsync(member.Id, Cancel)
        );

    private async Task<BookingRequest> RequestAsync(int hour, int table, int party, int days = 0)
    {
        var catalog = await CatalogAsync();
        var day = catalog.Clock.ServiceDayOf(TimeProvider.System.GetUtcNow()).AddDays(days);
        return new BookingRequest(
            day,
            catalog.Slots.Single(s => s.Start == new TimeOnly(hour, 0)).Id,
            new(party),
            Guid.NewGuid()
        )
        {
            TableIds = [await TableAsync(table)],
        };
    }

    private static async Task<Booking> BookAsync(BookingDesk bookings, Actor actor, BookingRequest request)
    {
        var booked = await bookings.Book.CreateAsync(actor, request, Cancel);
        Assert.True(booked.Succeeded, booked.Error?.ToString());
        return booked.Value;
    }
}
