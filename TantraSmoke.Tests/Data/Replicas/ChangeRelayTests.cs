using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Replicas;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Tests.Data.Replicas;

/// <summary>Two processes' worth of services on one PostgreSQL database: what one commits the other hears.</summary>
public sealed class ChangeRelayTests : IAsyncLifetime
{
    private TestVenue _here = null!;
    private Replica _there = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public async ValueTask InitializeAsync()
    {
        _here = await TestVenue.OpenAsync(TestDatabase.Postgres);
        _there = new Replica(_here);
    }

    public async ValueTask DisposeAsync()
    {
        await _there.DisposeAsync();
        await _here.DisposeAsync();
    }

    [Fact]
    public async Task Commit_Here_IsHeardThereByNotice()
    {
        await _there.StartAsync();
        using var announcing = await RelayAsync(_here.Services);

        var booking = await _here.BookAsync(await _here.GuestAsync(), 20, table: 5);

        // Only a notice knows the service day; the search for missed changes leaves it out.
        var hint = await _there.HearAsync(change => change is { Kind: ChangeKind.Booking, ServiceDay: not null });
        Assert.Equal(new VenueChange(ChangeKind.Booking, booking.Id.ToString(), TestVenue.Day, booking.Version), hint);
        await announcing.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Commit_NeverAnnounced_IsFoundThereWithinSeconds()
    {
        await _there.StartAsync();
        // The first look only takes stock; a booking made before it is no news.
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        var started = TimeProvider.System.GetTimestamp();

        var booking = await _here.BookAsync(await _here.GuestAsync(), 20, table: 5);

        var hint = await _there.HearAsync(change => change.Kind == ChangeKind.Booking);
        Assert.Equal(new VenueChange(ChangeKind.Booking, booking.Id.ToString(), null, booking.Version), hint);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task HoldAndSettings_NeverAnnounced_AreFoundThereToo()
    {
        var catalogs = _there.Services.GetRequiredService<VenueCatalogCache>();
        Assert.Equal("TantraSmoke", (await catalogs.GetAsync(Cancel)).Settings.VenueName);
        await _there.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);

        Assert.True(
            (
                await _here.Bookings.Book.HoldAsync(
                    await _here.GuestAsync(),
                    await _here.RequestAsync(20, table: 5),
                    Cancel
                )
            ).Succeeded
        );
        await _there.HearAsync(change => change.Kind == ChangeKind.Claim);
        await _here.SettingsAsync(settings => settings.VenueName = "Лаунж");
        await _there.HearAsync(change => change.Kind == ChangeKind.Catalog);
        Assert.Equal("Лаунж", (await catalogs.GetAsync(Cancel)).Settings.VenueName);
    }

    [Fact]
    public async Task RulesAndSchedule_ChangedHere_CountThereWithoutRestart()
    {
        var (bookings, guest) = (_there.Services.GetRequiredService<BookingDesk>(), await _here.GuestAsync());
        await _there.Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);
        await _there.StartAsync();
        using var announcing = await RelayAsync(_here.Services);
        var wanted = (await _here.CatalogAsync()).Settings.Copy();
        (wanted.LargestPartyOnline, wanted.Phone) = (3, "+7 495 1");

        Assert.True(
            (
                await _here
                    .Services.GetRequiredService<SettingsService>()
                    .SaveAsync(TestVenue.Boris, (await _here.CatalogAsync()).Settings, wanted, false, Cancel)
            ).Succeeded
        );
        await _there.HearAsync(change => change.Kind == ChangeKind.Catalog);
        Assert.Equal(
            new AvailabilityRefusal.PartyTooLargeOnline(3, "+7 495 1"),
            (await bookings.Book.CreateAsync(guest, await _here.RequestAsync(20, party: 4), Cancel)).Error
        );

        var schedule = _here.Services.GetRequiredService<ScheduleEditing>();
        Assert.True(
            (
                await schedule.Special.SaveSpecialDayAsync(
                    TestVenue.Boris,
                    new SpecialDayWish(null, TestVenue.Day, SpecialDayKind.Closed, "Корпоратив"),
                    false,
                    Cancel
                )
            ).Succeeded
        );
        await _there.HearAsync(change => change.Kind == ChangeKind.Catalog);
        Assert.Equal(
            new AvailabilityRefusal.DayClosed("Корпоратив"),
            (await bookings.Book.CreateAsync(guest, await _here.RequestAsync(20), Cancel)).Error
        );
        await announcing.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Connection_Killed_IsOpenedAgainAndEverybodyReadsAgain()
    {
        await _there.StartAsync();
        using var announcing = await RelayAsync(_here.Services);
        var killed = await _here.Store.ReadAsync(
            db =>
                db.Database.SqlQueryRaw<bool>(
                        """
                        SELECT pg_terminate_backend(pid) AS "Value" FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal([true, true], killed);

        await _there.HearAsync(change => change == VenueChange.Reset);
        await _here.BookAsync(await _here.GuestAsync(1), 20, table: 5);

        await _there.HearAsync(change => change is { Kind: ChangeKind.Booking, ServiceDay: not null });
        await announcing.StopAsync(CancellationToken.None);
    }

    private static async Task<ChangeRelay> RelayAsync(IServiceProvider services)
    {
        var listening = new TaskCompletionSource();
        void Heard(IReadOnlyList<VenueChange> changes)
        {
            if (changes.Contains(VenueChange.Reset))
                listening.TrySetResult();
        }

        var feed = services.GetRequiredService<VenueFeed>();
        feed.Delivering += Heard;
        var relay = ActivatorUtilities.CreateInstance<ChangeRelay>(services);
        await relay.StartAsync(Cancel);
        // It says "read again" once it listens.
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        feed.Delivering -= Heard;
        return relay;
    }

    /// <summary>Another process on the venue's database, with everything it hears.</summary>
    private sealed class Replica : IAsyncDisposable
    {
        private readonly Channel<VenueChange> _heard = Channel.CreateUnbounded<VenueChange>();
        private ChangeRelay? _relay;

        public Replica(TestVenue venue)
        {
            var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(venue.Time);
            Services = services.AddCore(venue.Installation).BuildServiceProvider();
        }

        public ServiceProvider Services { get; }

        public async Task StartAsync()
        {
            _relay = await RelayAsync(Services);
            Services.GetRequiredService<VenueFeed>().Delivering += changes =>
            {
                foreach (var change in changes)
                    _heard.Writer.TryWrite(change);
            };
        }

        public async Task<VenueChange> HearAsync(Predicate<VenueChange> wanted)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            patience.CancelAfter(TimeSpan.FromSeconds(15));
            while (true)
            {
                if (await _heard.Reader.ReadAsync(patience.Token) is var change && wanted(change))
                    return change;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_relay is not null)
            {
                await _relay.StopAsync(CancellationToken.None);
                _relay.Dispose();
            }

            await Services.DisposeAsync();
        }
    }
}
