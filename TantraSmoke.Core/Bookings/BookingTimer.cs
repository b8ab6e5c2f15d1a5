using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Lets time take its course every 15 seconds: see <see cref="BookingService.CatchUpAsync"/> and <see cref="ShiftSummaries"/>.</summary>
internal sealed class BookingTimer(BookingService bookings, ShiftSummaries summaries, TimeProvider time, ILogger<BookingTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var outage = new Outage();
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    await bookings.CatchUpAsync(stoppingToken);
                    await summaries.QueueAsync(stoppingToken);
                    outage.End();
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    logger.Log(outage.Level(LogLevel.Error), fault, "Bookings could not be brought up to date; tried again in {Seconds} s", Interval.TotalSeconds);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
