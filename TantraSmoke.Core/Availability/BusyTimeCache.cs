using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Availability;

/// <summary>
/// Caches the occupied times by service day, for displaying availability. Entries live until the feed reports a change
/// of that day, at most a second, so that many guests viewing the same evening cause one read. Claims always ask the
/// database.
/// </summary>
public sealed class BusyTimeCache : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private const int MostDays = 512;

    /// <summary>Days before and after a day whose claims or slots may overlap it.</summary>
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

    /// <summary>Occupied times of these days and of the time around them that affects the choice of tables.</summary>
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

        // Adjacent days are read together.
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

    /// <summary>Drops the cached day, because it turned out to be outdated.</summary>
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
    /// Takes what is cached; a missing day gets a placeholder that the read fills unless it is invalidated meanwhile.
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
                // Invalidated or replaced by another read: the day changed since this read began.
                if (_days.TryGetValue(day, out var kept) && kept.Reading == reading)
                    _days[day] = kept with { Claims = days[n] };
            }
        }
    }

    private readonly record struct Kept(long Reading, long ReadAt, TakenTime[]? Claims);
}

/// <summary>Occupied times from <see cref="BusyTimeCache"/> for some days.</summary>
public sealed class TakenDays(DateOnly from, TakenTime[][] days)
{
    /// <summary>
    /// Times that end after <paramref name="since"/>, start before <paramref name="until"/>, both near that day, and
    /// count for the asker.
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
