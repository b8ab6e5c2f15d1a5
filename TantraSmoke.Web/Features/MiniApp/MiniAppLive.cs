using System.Collections.Concurrent;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>
/// Notifies open hall maps of changes on the shown day by server-sent events; the page then reads again.
/// </summary>
public sealed class MiniAppLive(VenueFeed feed, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>
    /// Limits of concurrent streams, per guest and overall; pages without one poll every few seconds.
    /// </summary>
    private const int MostOfOne = 3;
    private const int MostOfAll = 1000;

    /// <summary>Interval of keep-alives: proxies close a connection that is idle for a minute.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<long, int> _open = new();

    public async Task WatchAsync(HttpContext http, MiniAppGuest guest, DateOnly day)
    {
        if (_open.Values.Sum() >= MostOfAll || _open.AddOrUpdate(guest.GuestId, 1, (_, n) => n + 1) > MostOfOne)
        {
            Leave(guest);
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(
                http.RequestAborted,
                lifetime.ApplicationStopping
            );
            using var subscription = feed.Subscribe();
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await SayAsync(http, "data: here\n\n", over.Token);
            await TellAsync(http, subscription, day, over.Token);
        }
        catch (Exception fault)
            when (fault is OperationCanceledException || http.RequestAborted.IsCancellationRequested)
        {
            // The guest has left, or the process stops.
        }
        finally
        {
            Leave(guest);
        }
    }

    private async Task TellAsync(
        HttpContext http,
        VenueFeed.Subscription subscription,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var changes = subscription.ReadAllAsync(time, ended.Token).GetAsyncEnumerator(ended.Token);
        var next = changes.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(Breath, time, cancellationToken)) != next)
                {
                    await SayAsync(http, ":\n\n", cancellationToken);
                    continue;
                }

                if (!await next)
                    return;
                if (
                    changes.Current.Any(c =>
                        c.Kind is ChangeKind.Booking or ChangeKind.Claim or ChangeKind.Catalog or ChangeKind.Reset
                        && c.Concerns(day)
                    )
                )
                    await SayAsync(http, "data: changed\n\n", cancellationToken);
                next = changes.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A pending wait for changes has to end before the subscription is disposed.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task SayAsync(HttpContext http, string text, CancellationToken cancellationToken)
    {
        await http.Response.WriteAsync(text, cancellationToken);
        await http.Response.Body.FlushAsync(cancellationToken);
    }

    private void Leave(MiniAppGuest guest)
    {
        if (_open.AddOrUpdate(guest.GuestId, 0, (_, n) => n - 1) <= 0)
            _open.TryRemove(KeyValuePair.Create(guest.GuestId, 0));
    }
}
