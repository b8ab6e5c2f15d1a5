using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Core.Bookings;

/// <summary>Lets time take its course every 15 seconds: see <see cref="BookingService.CatchUpAsync"/>.</summary>
internal sealed class BookingTimer(BookingService bookings, TimeProvider time, ILogger<BookingTimer> logger) : BackgroundService
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
