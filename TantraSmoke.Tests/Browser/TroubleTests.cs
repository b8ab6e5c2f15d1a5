using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>What hosts see when two do the same, when the database is away, and when the server starts again.</summary>
public sealed class TroubleTests(BrowserHost browser) : IClassFixture<BrowserHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task TwoHosts_SeatTheSameBookingAtOnce_TheSecondLearnsWhoWasFaster(TestDatabase database)
    {
        await using var home = await HomeAsync(database);
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await using var store = home.OpenStore();
        var code = await BookAsync(store);
        await using var first = await browser.OpenAsync(web, "en-GB");
        await using var second = await browser.OpenAsync(web, "en-GB");
        var (anna, boris) = (await SignInAsync(web, store, first, "Anna", 1), await SignInAsync(web, store, second, "Boris", 2));
        var seat = $"seat-{code}";
        await Expect(anna.GetByTestId(seat)).ToBeEnabledAsync();
        await Expect(boris.GetByTestId(seat)).ToBeEnabledAsync();

        // Both have begun before either can finish.
        await using (await HoldUpAsync(home, code))
        {
            await Task.WhenAll(anna.GetByTestId(seat).ClickAsync(), boris.GetByTestId(seat).ClickAsync());
            // SQLite's driver waits without giving its thread back, so the first of the two cannot show that it is busy.
            var busy = new[] { anna, boris }.Select(page => page.GetByTestId(seat)).ToList();
            var expected = database == TestDatabase.Sqlite ? 1 : 2;
            await Eventually.Holds(
                async () => (await Task.WhenAll(busy.Select(button => button.IsDisabledAsync()))).Count(isBusy => isBusy) >= expected,
                $"{expected} of two buttons are busy", TimeSpan.FromSeconds(20), Cancel);
        }

        var refusals = new[] { anna, boris }.Select(page => page.Locator(".toast-refusal")).ToList();
        await Expect(refusals[0].Or(anna.GetByTestId("toast-undo")).First).ToBeVisibleAsync();
        await Expect(refusals[1].Or(boris.GetByTestId("toast-undo")).First).ToBeVisibleAsync();
        var counts = await Task.WhenAll(refusals.Select(refusal => refusal.CountAsync()));
        Assert.Equal(1, counts.Sum());
        var (loser, winner) = counts[0] == 1 ? (anna, "Boris") : (boris, "Anna");
        await Expect(loser.Locator(".toast-refusal")).ToContainTextAsync($"Changed meanwhile by {winner}: seated.");
        foreach (var page in (IPage[])[anna, boris])
        {
            await Expect(page.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Seated");
            await Expect(page.GetByTestId($"arrival-{code}")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task DatabaseAway_TheFloorStays_TapsAreRefusedInWords_AndItComesBackByItself()
    {
        await using var home = await HomeAsync(TestDatabase.Postgres);
        await using var store = home.OpenStore();
        await using var gate = home.GateBefore("DB").Open();
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        var code = await BookAsync(store);
        await using var host = await browser.OpenAsync(web, "en-GB");
        var floor = await SignInAsync(web, store, host, "Anna", 1);
        await floor.EvaluateAsync("window.neverReloaded = true");
        var form = await host.NewPageAsync();
        await form.GotoAsync("/bookings");
        await form.GetByTestId("new-booking").ClickAsync();
        await Expect(form.Locator(".slot").First).ToBeVisibleAsync();

        gate.Shut();
        await floor.GetByTestId($"seat-{code}").ClickAsync();
        await Expect(floor.Locator(".toast-refusal")).ToContainTextAsync("That did not work just now.");
        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync();
        await floor.GetByTestId("table-5").ClickAsync();
        await Expect(floor.GetByTestId("table-panel")).ToBeVisibleAsync();
        await floor.GetByTestId("table-2").ClickAsync();
        await floor.GetByTestId("move").ClickAsync();
        await Expect(floor.GetByTestId("move-panel")).ToBeVisibleAsync();
        await Expect(floor.Locator(".toast-refusal")).ToHaveCountAsync(2);
        await floor.GetByTestId("move-stop").ClickAsync();
        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync();
        await form.GetByTestId("party-4").ClickAsync();
        await Expect(form.Locator(".toast-refusal")).ToContainTextAsync("That did not work just now.");
        // Missed on purpose: nobody can announce it to a process that does not listen.
        var missed = await BookAsync(store, guest: 2, hour: 16);

        gate.Open();
        await Expect(floor.GetByTestId($"arrival-{missed}")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await floor.GetByTestId($"seat-{code}").ClickAsync();
        await Expect(floor.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Seated");
        Assert.True(await floor.EvaluateAsync<bool>("window.neverReloaded === true"));
        await form.GetByTestId("party-3").ClickAsync();
        await Expect(form.Locator(".slot").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Restart_StopsWithinSeconds_AndTheOpenPageComesBackByItself()
    {
        await using var home = await HomeAsync(TestDatabase.Sqlite);
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await using var store = home.OpenStore();
        await using var host = await browser.OpenAsync(web, "en-GB");
        var floor = await SignInAsync(web, store, host, "Anna", 1);
        await floor.EvaluateAsync("window.isOld = true");

        var stopping = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await web.StopAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(stopping).TotalSeconds, 0, 8);
        Assert.DoesNotContain("[ERR]", await File.ReadAllTextAsync(Path.Combine(home.Folder, "log.txt"), Cancel), StringComparison.Ordinal);
        await Expect(floor.GetByTestId("table-2")).ToBeVisibleAsync();

        home.Variables["ASPNETCORE_URLS"] = web.Address.AbsoluteUri.TrimEnd('/');
        await using var again = WebProcess.Start(home.Folder, home.Variables);
        await again.WaitForOutputAsync("Now listening");
        // A page of the old process shows the hall but does nothing; this one answers.
        await floor.WaitForFunctionAsync("window.isOld !== true", null, new() { Timeout = 40_000 });
        await floor.GetByTestId("table-5").ClickAsync();
        await Expect(floor.GetByTestId("table-panel")).ToBeVisibleAsync();
    }

    private static async Task<ProcessHome> HomeAsync(TestDatabase database)
    {
        var home = await ProcessHome.CreateAsync(database, telegram: null);
        home.MoveToNoon();
        if (database == TestDatabase.Postgres)
        {
            // The database is set up before a test books in it, by the process or by whoever comes first.
            await using var store = home.OpenStore();
            await store.Services.GetRequiredService<TantraSmoke.Core.Data.VenueSetup>().RunAsync(Cancel);
        }

        return home;
    }

    private static async Task<string> BookAsync(BesideStore store, int guest = 1, int hour = 14)
    {
        var services = store.Services;
        var person = await services.GetRequiredService<GuestService>().RegisterAsync(new TelegramPerson(guest, $"Guest {guest}", null, "en"), Cancel);
        var catalog = await services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);
        var request = new BookingRequest(
            catalog.Clock.ServiceDayOf(TimeProvider.System.GetUtcNow()), catalog.Slots.Single(s => s.Start.Hour == hour).Id, 2, Guid.NewGuid())
        {
            TableIds = [catalog.Tables.Single(t => t.Number == 2).Id],
        };
        var booked = await services.GetRequiredService<BookingService>().CreateAsync(new Actor.Guest(person.Id, person.Name), request, Cancel);
        Assert.True(booked.Succeeded, booked.Error?.ToString());
        return booked.Value.Code;
    }

    private static async Task<IPage> SignInAsync(WebProcess web, BesideStore store, IBrowserContext host, string name, long telegramId)
    {
        var staff = store.Services.GetRequiredService<StaffService>();
        var member = await staff.AdminFromTelegramAsync(telegramId, name, Cancel);
        return await host.SignInAsync(new Uri(web.Address, $"/sign-in/link?token={await staff.CreateSignInLinkAsync(member!.Id, Cancel)}"));
    }

    /// <summary>Keeps a booking from being changed until it is disposed.</summary>
    private static async Task<IAsyncDisposable> HoldUpAsync(ProcessHome home, string code)
    {
        var installation = InstallationSettings.Load(home.Variables, home.Folder).Settings!;
        System.Data.Common.DbConnection connection = installation.Postgres is { } postgres
            ? new NpgsqlConnection(postgres.ToConnectionString() + ";Pooling=false")
            : new SqliteConnection($"Data Source={installation.SqliteFile};Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = installation.Postgres is null ? "BEGIN IMMEDIATE" : $"BEGIN; SELECT 1 FROM bookings WHERE code = '{code}' FOR UPDATE";
        await command.ExecuteNonQueryAsync(Cancel);
        // Closing it ends the transaction.
        return connection;
    }
}
