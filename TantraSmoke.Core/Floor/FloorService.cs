using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Core.Floor;

/// <summary>What a table shows at a glance.</summary>
public enum TableState
{
    Free,

    /// <summary>Free, but somebody comes within the hour.</summary>
    Soon,

    /// <summary>A guest is confirming it right now, or an offer is out.</summary>
    Held,

    /// <summary>Its party is expected now.</summary>
    Booked,

    /// <summary>Its party should have been here for ten minutes or more.</summary>
    Late,
    Seated,

    /// <summary>Seated beyond its time.</summary>
    Overrunning,

    /// <summary>Taken out of service by staff.</summary>
    Blocked,
}

/// <summary>A table at one moment.</summary>
/// <param name="Until">UTC: when it is taken next (free), comes free (seated, held, blocked), or should have been free (overrunning).</param>
/// <param name="Minutes">Whole minutes to arrival (soon), since the start (late), or over time (overrunning); else 0.</param>
/// <param name="Current">The party this state is about.</param>
/// <param name="Next">Who comes after that today.</param>
public sealed record FloorTable(
    Table Table, TableState State, DateTimeOffset? Since, DateTimeOffset? Until, int Minutes, BookingRow? Current, BookingRow? Next)
{
    // The table itself is read anew with every catalog; what is drawn of it is its place and number.
    public bool Equals(FloorTable? other) =>
        other is not null && Table.Id == other.Table.Id && Table.Number == other.Table.Number && Table.Seats == other.Table.Seats
        && Table.Place == other.Table.Place && Table.HallId == other.Table.HallId && Table.Zone == other.Table.Zone && State == other.State
        && Since == other.Since && Until == other.Until && Minutes == other.Minutes && Equals(Current, other.Current) && Equals(Next, other.Next);

    public override int GetHashCode() => HashCode.Combine(Table.Id, State, Since, Until, Minutes, Current, Next);
}

/// <summary>The room at one moment of a service day.</summary>
/// <param name="Bookings">All of the day's bookings that were not canceled, by time, plus whoever still sits from before.</param>
public sealed record FloorSnapshot(
    DateOnly ServiceDay, DateTimeOffset At, VenueCatalog Catalog, IReadOnlyList<FloorTable> Tables, IReadOnlyList<BookingRow> Bookings)
{
    /// <summary>Who is expected, by time: so the latest ones come first.</summary>
    public IReadOnlyList<BookingRow> Arrivals { get; } = [.. Bookings.Where(b => b.IsExpected).OrderBy(b => b.StartsAt)];
}

/// <summary>Reads the floor.</summary>
public sealed class FloorService(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>A booking this close makes its table "soon".</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(60);

    /// <summary>A party is late from then on.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>The room as it is now.</summary>
    public async Task<FloorSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var day = catalog.Clock.ServiceDayOf(now);
        var (from, to) = (now - TableClaim.Longest, catalog.Clock.Day(day).End);
        return await store.ReadAsync(async db =>
        {
            var bookings = await BookingQueries.Rows(
                    db,
                    db.Bookings.Where(b => (b.ServiceDay == day && b.Status != BookingStatus.Canceled) || b.Status == BookingStatus.Seated)
                        .OrderBy(b => b.StartsAt))
                .ToListAsync(cancellationToken);
            var claims = await db.Claims
                .Where(c => c.StartsAt >= from && c.StartsAt < to && c.EndsAt > now && c.BookingId == null && (c.ExpiresAt == null || c.ExpiresAt > now))
                .ToListAsync(cancellationToken);
            bookings = await GuestStanding.AddToAsync(db, bookings, catalog.Settings, now, cancellationToken);
            var tables = catalog.Tables.Where(t => t.IsActive).Select(t => Of(t, bookings, claims, now)).ToList();
            return new FloorSnapshot(day, now, catalog, tables, bookings);
        }, cancellationToken);
    }

    /// <summary>The state of one table; pure.</summary>
    /// <param name="claims">Holds, offers and blocks that are not expired.</param>
    internal static FloorTable Of(Table table, IEnumerable<BookingRow> bookings, IEnumerable<TableClaim> claims, DateTimeOffset now)
    {
        var own = bookings.Where(b => b.IsOpen && b.TableIds.Contains(table.Id)).OrderBy(b => b.StartsAt).ToList();
        var seated = own.LastOrDefault(b => b.Status == BookingStatus.Seated);
        var expected = own.Where(b => b.IsExpected).ToList();
        var next = expected.FirstOrDefault();

        if (seated is not null)
        {
            var over = (int)(now - seated.EndsAt).TotalMinutes;
            return over >= 1
                ? new FloorTable(table, TableState.Overrunning, seated.SeatedAt, seated.EndsAt, over, seated, next)
                : new FloorTable(table, TableState.Seated, seated.SeatedAt, seated.EndsAt, 0, seated, next);
        }

        var other = claims.Where(c => c.TableId == table.Id && c.StartsAt < now + Soon).OrderBy(c => c.StartsAt).FirstOrDefault();
        if (other is { Kind: ClaimKind.Block } block && block.StartsAt <= now)
            return new FloorTable(table, TableState.Blocked, block.StartsAt, block.EndsAt, 0, null, next);
        if (next is not null && next.StartsAt <= now)
        {
            var late = now - next.StartsAt;
            return new FloorTable(table, late >= Late ? TableState.Late : TableState.Booked, next.StartsAt, next.EndsAt,
                late >= Late ? (int)late.TotalMinutes : 0, next, expected.Skip(1).FirstOrDefault());
        }

        if (next is not null && next.StartsAt <= now + Soon)
            return new FloorTable(table, TableState.Soon, null, next.StartsAt, (int)Math.Ceiling((next.StartsAt - now).TotalMinutes), next, expected.Skip(1).FirstOrDefault());
        if (other is { Kind: ClaimKind.Hold or ClaimKind.Offer })
            return new FloorTable(table, TableState.Held, other.StartsAt, other.ExpiresAt, 0, null, next);
        return new FloorTable(table, TableState.Free, null, Earliest(next?.StartsAt, other?.StartsAt), 0, null, next);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
