using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Core.Waitlist;

/// <summary>Runs <see cref="WaitlistOffers"/> on the leader: shortly after changes, and every 15 seconds.</summary>
internal sealed class WaitlistTimer(
    WaitlistOffers waitlist,
    VenueFeed feed,
    ReplicaLeader leader,
    TimeProvider time,
    ILogger<WaitlistTimer> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leader.RunAsync(RunAsync, stoppingToken);

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe();
        using var wake = new SemaphoreSlim(0, 1);
        var listening = ListenAsync(subscription, wake, stoppingToken);
        var outage = new Outage();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await waitlist.OfferNextAsync(stoppingToken);
                outage.End();
                await wake.WaitAsync(Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                logger.Log(
                    outage.Level(LogLevel.Error),
                    fault,
                    "Waiting guests could not be offered tables; tried again in {Seconds} s",
                    Interval.TotalSeconds
                );
                await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await listening;
    }

    private async Task ListenAsync(
        VenueFeed.Subscription subscription,
        SemaphoreSlim wake,
        CancellationToken stoppingToken
    )
    {
        try
        {
            await foreach (var changes in subscription.ReadAllAsync(time, stoppingToken))
            {
                if (
                    wake.CurrentCount == 0
                    && changes.Any(c =>
                        c.Kind
                            is ChangeKind.Booking
                                or ChangeKind.Claim
                                or ChangeKind.Waitlist
                                or ChangeKind.Catalog
                                or ChangeKind.Reset
                    )
                )
                    wake.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Shutdown, or another leads.
        }
    }
}
