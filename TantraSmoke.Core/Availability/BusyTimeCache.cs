using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Availability;

/// <summary>
/// What is taken, by service day, for showing what is free. A reading is kept until the feed hints at that day, and
/// never for more than a second, so that a hundred guests who look at the same evening read it once. Whoever takes a
/// table asks the database.
/// </summary>
public sealed class BusyTimeCache : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private const int MostDays = 512;

    /// <summary>
    /// Days before a day whose claims may reach into it, and after it into which its own times may reach.
    /// </summary>
    internal const int Reach = 2;

    private readonly Dictionary<DateOnly, Kept> _days = [];
    private readonly Lock _gate = new();
    private readonly VenueStore _store;
    private readonly VenueFeed _feed;
    private readonly TimeProvider _time;
    private long _readings;

    public BusyTimeCache(VenueStore store, VenueFeed feed, TimeProvider time)
    {
        (_store, _feed, _time) = (store, feed, time);
        _feed.Delivering += OnChanges;
    }

    /// <summary>What is taken on each of these days and so near them that it matters to who gets which table.</summary>
    public async Task<TakenDays> ReadAsync(
        VenueCatalog catalog,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var days = new TakenTime[last.DayNumber - first.DayNumber + 1 + (2 * Reach)][];
        var from = first.AddDays(-Reach);
        if (Missing(from, days) is { Reading: var reading, Days: { Count: > 0 } missing })
        {
            var claims = await _store.ReadAsync(
                db => db.ReadTakenAsync(Spans(missing), cancellationToken),
                cancellationToken
            );
            var next = 0;
            foreach (var n in missing)
            {
                var (begin, until) = (next, Begins(n + 1));
                while (next < claims.Count && claims[next].Time.StartsAt < until)
                    next++;
                days[n] = [.. claims[begin..next]];
            }

            Keep(from, days, missing, reading);
        }

        return new TakenDays(from, days);

        DateTimeOffset Begins(int n) => catalog.Day(from.AddDays(n)).Start;

        // Neighbours at once.
        List<(DateTimeOffset From, DateTimeOffset To)> Spans(List<int> wanted)
        {
            var spans = new List<(DateTimeOffset From, DateTimeOffset To)>();
            foreach (var n in wanted)
            {
                if (spans.Count > 0 && spans[^1].To == Begins(n))
                    spans[^1] = (spans[^1].From, Begins(n + 1));
                else
                    spans.Add((Begins(n), Begins(n + 1)));
            }

            return spans;
        }
    }

    /// <summary>Reads that day anew the next time: somebody has just seen that it is not as it was shown.</summary>
    public void Forget(DateOnly serviceDay)
    {
        lock (_gate)
        {
            for (var day = serviceDay.AddDays(-Reach); day <= serviceDay.AddDays(Reach); day = day.AddDays(1))
                _days.Remove(day);
        }
    }

    public void Dispose() => _feed.Delivering -= OnChanges;

    private void OnChanges(IReadOnlyList<VenueChange> changes)
    {
        lock (_gate)
        {
            foreach (var change in changes)
            {
                if (
                    change.Kind
                    is not (ChangeKind.Booking or ChangeKind.Claim or ChangeKind.Catalog or ChangeKind.Reset)
                )
                    continue;
                if (change.ServiceDay is { } day)
                    _days.Remove(day);
                else
                    _days.Clear();
            }
        }
    }

    /// <summary>
    /// Fills in what is kept. What is not gets a place that the reading fills, unless it is taken away meanwhile.
    /// </summary>
    private (List<int> Days, long Reading) Missing(DateOnly from, TakenTime[][] days)
    {
        var missing = new List<int>();
        lock (_gate)
        {
            if (_days.Count > MostDays)
                _days.Clear();
            var now = _time.GetTimestamp();
            for (var n = 0; n < days.Length; n++)
            {
                if (
                    _days.TryGetValue(from.AddDays(n), out var kept)
                    && kept.Claims is { } claims
                    && _time.GetElapsedTime(kept.ReadAt, now) < Longest
                )
                    days[n] = claims;
                else
                    missing.Add(n);
            }

            _readings++;
            foreach (var n in missing)
                _days[from.AddDays(n)] = new Kept(_readings, now, null);
            return (missing, _readings);
        }
    }

    private void Keep(DateOnly from, TakenTime[][] days, List<int> read, long reading)
    {
        lock (_gate)
        {
            foreach (var n in read)
            {
                var day = from.AddDays(n);
                // Gone or another reading's: something changed there since this one began.
                if (_days.TryGetValue(day, out var kept) && kept.Reading == reading)
                    _days[day] = kept with { Claims = days[n] };
            }
        }
    }

    private readonly record struct Kept(long Reading, long ReadAt, TakenTime[]? Claims);
}

/// <summary>What <see cref="BusyTimeCache"/> knows of some days.</summary>
public sealed class TakenDays(DateOnly from, TakenTime[][] days)
{
    /// <summary>
    /// What ends after <paramref name="since"/>, begins before <paramref name="until"/>, both near that day, and counts
    /// for the asker.
    /// </summary>
    public List<BusyTime> Around(
        DateOnly serviceDay,
        DateTimeOffset since,
        DateTimeOffset until,
        string asker,
        DateTimeOffset now
    )
    {
        var busy = new List<BusyTime>();
        var middle = serviceDay.DayNumber - from.DayNumber;
        for (
            var n = Math.Max(0, middle - BusyTimeCache.Reach);
            n <= Math.Min(days.Length - 1, middle + BusyTimeCache.Reach);
            n++
        )
        {
            foreach (var taken in days[n])
            {
                if (
                    BookingRules.TimeOf(taken, now) is var time
                    && time.StartsAt < until
                    && time.EndsAt > since
                    && taken.CountsFor(asker, now)
                )
                    busy.Add(time);
            }
        }

        return busy;
    }
}
