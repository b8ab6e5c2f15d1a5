using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingTimerTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task DatabaseAway_IsSaidOnceUntilItWasBack()
    {
        var (isAway, asked) = (true, 0);
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.CatalogAsync();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(venue.Time)
            .AddSingleton<Func<VenueDb>>(_ =>
                () =>
                {
                    asked++;
                    return isAway ? throw new InvalidOperationException("away") : venue.Store.Open();
                }
            )
            .BuildServiceProvider();
        using var store = ActivatorUtilities.CreateInstance<VenueStore>(
            services,
            TimeProvider.System,
            new RecordedLog<VenueStore>()
        );
        var clock = new ManualTime(TestVenue.Friday);
        var log = new RecordedLog<BookingTimer>();
        using var timer = new BookingTimer(
            ActivatorUtilities.CreateInstance<BookingClock>(venue.Services, store),
            venue.Services.GetRequiredService<ShiftSummaries>(),
            venue.Services.GetRequiredService<ReplicaLeader>(),
            clock,
            log
        );
        await timer.StartAsync(Cancel);

        await clock.AdvanceUntil(() => asked >= 3, TimeSpan.FromSeconds(15), Cancel);
        Assert.Single(log.Of(LogLevel.Error));
        isAway = false;
        var before = asked;
        await clock.AdvanceUntil(() => asked >= before + 4, TimeSpan.FromSeconds(15), Cancel);
        isAway = true;

        await clock.AdvanceUntil(() => log.Of(LogLevel.Error).Count() == 2, TimeSpan.FromSeconds(15), Cancel);
        await timer.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
