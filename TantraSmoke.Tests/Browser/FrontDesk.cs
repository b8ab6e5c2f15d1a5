using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Browser;

/// <summary>A venue at noon with a real process, and hosts who are signed in to it with browsers of their own.</summary>
internal sealed class FrontDesk : IAsyncDisposable
{
    private readonly BrowserHost _browser;
    private readonly List<IBrowserContext> _contexts = [];
    private int _hosts, _guests;

    private FrontDesk(BrowserHost browser, ProcessHome home, BesideStore store, WebProcess web) =>
        (_browser, Home, Store, Web) = (browser, home, store, web);

    public ProcessHome Home { get; }
    public BesideStore Store { get; }
    public WebProcess Web { get; private set; }
    public BookingService Bookings => Store.Services.GetRequiredService<BookingService>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FrontDesk> OpenAsync(BrowserHost browser, TestDatabase database = TestDatabase.Postgres)
    {
        var home = await ProcessHome.CreateAsync(database, telegram: null);
        home.MoveToNoon();
        var store = home.OpenStore();
        await store.Services.GetRequiredService<VenueSetup>().RunAsync(Cancel);
        return new FrontDesk(browser, home, store, await WebProcess.StartLiveAsync(home.Folder, home.Variables));
    }

    /// <summary>A host's own browser on the floor.</summary>
    public async Task<IPage> HostAsync(
        string name = "Anna", string language = "en-GB", ColorScheme theme = ColorScheme.Light, int width = 1280, int height = 800, Uri? through = null)
    {
        var context = await _browser.OpenAsync(Web, language, theme, width, height, through);
        _contexts.Add(context);
        return await context.SignInAsync(await LinkAsync(name, through));
    }

    /// <summary>A fresh sign-in link for a new member of staff.</summary>
    public async Task<Uri> LinkAsync(string name, Uri? through = null)
    {
        var staff = Store.Services.GetRequiredService<StaffService>();
        var member = await staff.AdminFromTelegramAsync(++_hosts, name, Cancel);
        return new Uri(through ?? Web.Address, $"/sign-in/link?token={await staff.CreateSignInLinkAsync(member!.Id, Cancel)}");
    }

    /// <summary>Somebody books in the chat, for today.</summary>
    public async Task<Booking> BookAsync(string name, int hour, int table, int party = 2)
    {
        var person = await Store.Services.GetRequiredService<GuestService>().RegisterAsync(new TelegramPerson(1000 + ++_guests, name, null, "en"), Cancel);
        var catalog = await CatalogAsync();
        var request = new BookingRequest(
            catalog.Clock.ServiceDayOf(TimeProvider.System.GetUtcNow()), catalog.Slots.Single(s => s.Start.Hour == hour).Id, party, Guid.NewGuid())
        {
            TableIds = [await TableAsync(table)],
        };
        var booked = await Bookings.CreateAsync(new Actor.Guest(person.Id, person.Name), request, Cancel);
        Assert.True(booked.Succeeded, booked.Error?.ToString());
        return booked.Value;
    }

    public async Task<int> TableAsync(int number) => (await CatalogAsync()).Tables.Single(t => t.Number == number).Id;

    public Task<VenueCatalog> CatalogAsync() => Store.Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);

    /// <summary>Stops the process as an update does.</summary>
    public Task<int> StopAsync() => Web.StopAsync();

    /// <summary>Starts it again at the same address.</summary>
    public async Task StartAgainAsync()
    {
        Home.Variables["ASPNETCORE_URLS"] = Web.Address.AbsoluteUri.TrimEnd('/');
        await Web.DisposeAsync();
        Web = WebProcess.Start(Home.Folder, Home.Variables);
        await Web.WaitForOutputAsync("Now listening");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
        await Web.DisposeAsync();
        await Store.DisposeAsync();
        await Home.DisposeAsync();
    }
}
