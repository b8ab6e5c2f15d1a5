using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// Runs <see cref="BookingClock.AttendAsync"/>, <see cref="BookingClock.CatchUpAsync"/> and
/// <see cref="ShiftSummaries"/> every 15 seconds on the leader.
/// </summary>
internal sealed class BookingTimer(
    BookingClock clock,
    ShiftSummaries summaries,
    ReplicaLeader leader,
    TimeProvider time,
    ILogger<BookingTimer> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly Outage _outage = new();

    // The host awaits this before it starts other services that depend on the heartbeat.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(clock.AttendAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leader.RunAsync(RunAsync, stoppingToken);

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await TryAsync(CatchUpAsync, cancellationToken);
            } while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // Shutdown, or another leads.
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await clock.AttendAsync(cancellationToken);
        await clock.CatchUpAsync(cancellationToken);
        await summaries.QueueAsync(cancellationToken);
        _outage.End();
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.Log(
                _outage.Level(LogLevel.Error),
                fault,
                "Bookings could not be brought up to date; tried again in {Seconds} s",
                Interval.TotalSeconds
            );
        }
    }
}
