using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Why a booking conflicts with a change of the room.</summary>
public enum AffectedReason
{
    /// <summary>One of its tables is retired.</summary>
    TableRetired,

    /// <summary>The party exceeds the seats.</summary>
    TooFewSeats,

    /// <summary>Its tables are no longer joinable.</summary>
    NotTogether,
}

/// <summary>An expected booking or seated party that conflicts with a change of the room.</summary>
/// <param name="Tables">Table numbers, "5" or "5+6".</param>
public sealed record AffectedBooking(BookingRow Booking, AffectedReason Reason, string Tables)
{
    /// <summary>Name of the tables it was moved to; null if it was not moved.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The booking's version after the move.</summary>
    public int MovedVersion { get; init; }
}

/// <summary>Tables and combinations as bookings need them.</summary>
internal sealed record Seating(
    IReadOnlyDictionary<int, SeatingTable> Tables,
    IReadOnlyList<(IReadOnlyList<int> TableIds, int Seats)> Combinations
)
{
    public static Seating Of(IEnumerable<Table> tables, IEnumerable<TableCombination> combinations) =>
        new(
            tables.ToDictionary(t => t.Id, t => new SeatingTable(t.Number, t.Seats, t.IsActive)),
            [.. combinations.Select(c => ((IReadOnlyList<int>)[.. c.TableIds], c.Seats))]
        );

    /// <summary>
    /// The same after saving a draft in place of its hall's tables and combinations; additions of the draft are left
    /// out.
    /// </summary>
    public Seating With(HallDraft draft, IEnumerable<TableCombination> ofHall)
    {
        var replaced = ofHall.Select(c => c.TableIds).ToList();
        return new Seating(
            Tables.ToDictionary(
                t => t.Key,
                t =>
                    draft.Table(t.Key) is { } drawn
                        ? new SeatingTable(drawn.Number, drawn.Seats, drawn.IsActive)
                        : t.Value
            ),
            [
                .. Combinations.Where(c => !replaced.Exists(r => r.SequenceEqual(c.TableIds))),
                .. draft
                    .Combinations.Where(c => c.Tables.All(key => key > 0))
                    .Select(c => ((IReadOnlyList<int>)[.. c.Tables.Order()], c.Seats)),
            ]
        );
    }

    /// <summary>
    /// Expected bookings and seated parties that fit the current room but not the one after the change.
    /// </summary>
    public async Task<List<AffectedBooking>> AffectedByAsync(
        VenueDb db,
        Seating after,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var concerned = Tables
            .Where(t =>
                after.Tables[t.Key] is var then && ((t.Value.IsActive && !then.IsActive) || then.Seats < t.Value.Seats)
            )
            .Select(t => t.Key)
            .Union(Combinations.Where(c => (after.Together(c.TableIds) ?? 0) < c.Seats).SelectMany(c => c.TableIds))
            .ToList();
        if (concerned.Count == 0)
            return [];

        var claimed = db
            .Claims.Where(c => concerned.Contains(c.TableId) && c.EndsAt > now && c.BookingId != null)
            .Select(c => c.BookingId);
        // A party that sits over time has no claim any more.
        var open = await BookingQueries
            .Rows(
                db,
                db.Bookings.Where(Booking.IsOpen)
                    .Where(b => claimed.Contains(b.Id) || b.Status == BookingStatus.Seated)
                    .OrderBy(b => b.StartsAt)
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. from booking in open
            where booking.TableIds.All(Tables.ContainsKey)
            let reason = Loss(after, booking)
            where reason is not null
            select new AffectedBooking(
                booking,
                reason.Value,
                string.Join('+', booking.TableIds.Select(id => Tables[id].Number))
            ),
        ];
    }

    private AffectedReason? Loss(Seating after, BookingRow booking)
    {
        if (booking.TableIds.Any(id => Tables[id].IsActive && !after.Tables[id].IsActive))
            return AffectedReason.TableRetired;
        if (booking.PartySize <= Seats(booking.TableIds) && booking.PartySize > after.Seats(booking.TableIds))
            return AffectedReason.TooFewSeats;
        return Together(booking.TableIds) is not null && after.Together(booking.TableIds) is null
            ? AffectedReason.NotTogether
            : null;
    }

    private int Seats(IReadOnlyList<int> tableIds) => Together(tableIds) ?? tableIds.Sum(id => Tables[id].Seats);

    /// <summary>Seats of the combination of exactly these tables; null if there is none.</summary>
    private int? Together(IReadOnlyList<int> tableIds)
    {
        foreach (var (ids, seats) in Combinations)
        {
            if (ids.SequenceEqual(tableIds))
                return seats;
        }

        return null;
    }
}

internal readonly record struct SeatingTable(int Number, int Seats, bool IsActive);
