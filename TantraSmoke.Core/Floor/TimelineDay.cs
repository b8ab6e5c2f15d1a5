using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>State of a bar on the timeline.</summary>
public enum BarState
{
    /// <summary>Awaits approval.</summary>
    Requested,
    Booked,
    Confirmed,

    /// <summary>Its party is ten minutes late or more.</summary>
    Late,
    Seated,

    /// <summary>Seated over time.</summary>
    Overrunning,
    Completed,

    /// <summary>The table was kept until the party was marked as a no-show.</summary>
    NoShow,

    /// <summary>Held by a guest who is confirming.</summary>
    Held,

    /// <summary>Offered to a waiting party.</summary>
    Offered,
    Blocked,
}

/// <summary>
/// A table's occupancy from <paramref name="StartsAt"/> to <paramref name="EndsAt"/> (exclusive, UTC), past, current or
/// planned.
/// </summary>
/// <param name="Key">Stable while the bar changes: booking and table, or the claim.</param>
/// <param name="Booking">Null for holds, offers and blocks.</param>
/// <param name="Note">Reason of a block.</param>
public sealed record TimelineBar(
    string Key,
    int TableId,
    BarState State,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    BookingRow? Booking,
    LocalText? Note
);

/// <summary>A service day as bars on tables; pure.</summary>
/// <param name="From">First instant shown (UTC): a whole number of hours after the start of the service day.</param>
/// <param name="To">End of the shown range (exclusive, UTC), likewise, or the end of the service day.</param>
/// <param name="Bars">By table and time.</param>
public sealed record TimelineDay(
    DateOnly ServiceDay,
    DateTimeOffset At,
    VenueCatalog Catalog,
    DateTimeOffset From,
    DateTimeOffset To,
    ILookup<int, TimelineBar> Bars
)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Builds the bars of a day.</summary>
    /// <param name="bookings">Bookings of the day and around it; cancelled ones are not drawn.</param>
    /// <param name="claims">Unexpired claims that reach into the day.</param>
    public static TimelineDay Of(
        DateOnly serviceDay,
        VenueCatalog catalog,
        IReadOnlyList<BookingRow> bookings,
        IReadOnlyList<TableClaim> claims,
        DateTimeOffset now
    )
    {
        var (start, end) = catalog.Clock.Day(serviceDay);
        var spans = claims.Where(c => c.BookingId is not null).ToLookup(c => (c.BookingId!.Value, c.TableId));
        var bars = bookings
            .Where(b => b.Status != BookingStatus.Canceled)
            .SelectMany(b => b.TableIds.Select(table => OfBooking(b, table, [.. spans[(b.Id, table)]], now)))
            .Concat(claims.Where(c => c.BookingId is null).Select(claim => OfClaim(claim, catalog)))
            .Where(bar => bar.StartsAt < end && bar.EndsAt > start)
            .OrderBy(bar => bar.StartsAt)
            .ThenBy(bar => bar.Key, StringComparer.Ordinal)
            .ToList();
        var (from, to) = Hours(
            start,
            end,
            [
                .. Moments(serviceDay, catalog, bars),
                .. now >= start && now < end ? [now] : Array.Empty<DateTimeOffset>(),
            ]
        );
        return new TimelineDay(serviceDay, now, catalog, from, to, bars.ToLookup(bar => bar.TableId));
    }

    /// <summary>The claimed time of the tables; without claims, the booking's own time.</summary>
    private static TimelineBar OfBooking(
        BookingRow booking,
        int tableId,
        IReadOnlyList<TableClaim> claims,
        DateTimeOffset now
    )
    {
        var state = State(booking, now);
        var start = claims.Count > 0 ? claims.Min(c => c.StartsAt) : booking.StartsAt;
        var end = claims.Count > 0 ? claims.Max(c => c.EndsAt) : booking.EndedAt ?? booking.EndsAt;
        // A party over time occupies its table without a claim; whole minutes avoid re-rendering every second.
        if (state == BarState.Overrunning)
            end = booking.EndsAt.AddMinutes(Math.Floor((now - booking.EndsAt).TotalMinutes));
        return new TimelineBar(
            $"{booking.Id:N}-{tableId}",
            tableId,
            state,
            start,
            end > start ? end : start.AddMinutes(1),
            booking,
            null
        );
    }

    private static TimelineBar OfClaim(TableClaim claim, VenueCatalog catalog) =>
        new(
            $"claim-{claim.Id}",
            claim.TableId,
            claim.Kind switch
            {
                ClaimKind.Block => BarState.Blocked,
                ClaimKind.Offer => BarState.Offered,
                ClaimKind.Hold or ClaimKind.Booking or ClaimKind.WalkIn => BarState.Held,
            },
            claim.StartsAt,
            claim.EndsAt,
            null,
            catalog.NoteOf(TableBlock.IdOf(claim.Holder), claim.Note)
        );

    private static BarState State(BookingRow booking, DateTimeOffset now) =>
        booking.Status switch
        {
            BookingStatus.Requested => BarState.Requested,
            BookingStatus.Booked or BookingStatus.Confirmed when now >= booking.DueAt + FloorService.Late =>
                BarState.Late,
            BookingStatus.Booked => BarState.Booked,
            BookingStatus.Confirmed => BarState.Confirmed,
            BookingStatus.Seated when now >= booking.EndsAt.AddMinutes(1) => BarState.Overrunning,
            BookingStatus.Seated => BarState.Seated,
            BookingStatus.Completed => BarState.Completed,
            BookingStatus.NoShow or BookingStatus.Canceled => BarState.NoShow,
        };

    private static IEnumerable<DateTimeOffset> Moments(
        DateOnly serviceDay,
        VenueCatalog catalog,
        IEnumerable<TimelineBar> bars
    ) =>
        catalog
            .Times(serviceDay)
            .SelectMany(time => new[] { time.StartsAt, time.EndsAt })
            .Concat(bars.SelectMany(bar => new[] { bar.StartsAt, bar.EndsAt }));

    /// <summary>The hours with bookings or slots, plus one before and after.</summary>
    private static (DateTimeOffset From, DateTimeOffset To) Hours(
        DateTimeOffset start,
        DateTimeOffset end,
        IReadOnlyList<DateTimeOffset> moments
    )
    {
        if (moments.Count == 0)
            return (start, end);
        var from = start + (Hour * Math.Floor((moments.Min() - start) / Hour)) - Hour;
        var to = start + (Hour * Math.Ceiling((moments.Max() - start) / Hour)) + Hour;
        return (from < start ? start : from, to > end ? end : to);
    }
}
