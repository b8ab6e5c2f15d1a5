using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TantraSmoke.Core.Bookings;

/// <summary>Lets time take its course every 15 seconds: see <see cref="BookingService.CatchUpAsync"/>.</summary>
internal sealed class BookingTimer(BookingService bookings, TimeProvider time, ILogger<BookingTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    await bookings.CatchUpAsync(stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    logger.LogError(fault, "Bookings could not be brought up to date; tried again in {Seconds} s", Interval.TotalSeconds);
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
