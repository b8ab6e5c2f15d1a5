using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>State of a table on the floor.</summary>
public enum TableState
{
    Free,

    /// <summary>Free, with a booking within the hour.</summary>
    Soon,

    /// <summary>Held by a guest who is confirming, or by an offer.</summary>
    Held,

    /// <summary>Its party is due now.</summary>
    Booked,

    /// <summary>Its party is ten minutes late or more.</summary>
    Late,
    Seated,

    /// <summary>Seated over time.</summary>
    Overrunning,

    /// <summary>Blocked by staff.</summary>
    Blocked,
}

/// <summary>A table at one moment.</summary>
/// <param name="Until">
/// UTC: when it is occupied next (free), becomes free (seated, held, blocked) or should have become free (overrunning).
/// </param>
/// <param name="Minutes">
/// Whole minutes to the arrival (soon), since the start (late) or over time (overrunning); otherwise 0.
/// </param>
/// <param name="Current">The party this state refers to.</param>
/// <param name="Next">The next party today.</param>
public sealed record FloorTable(
    Table Table,
    TableState State,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    int Minutes,
    BookingRow? Current,
    BookingRow? Next
)
{
    /// <summary>Reason of the block, or the party an offer is for.</summary>
    public LocalText? Note { get; init; }

    /// <summary>The block, for unblocking.</summary>
    public Guid? BlockId { get; init; }

    // The catalog creates new table objects; only place and number matter for drawing.
    public bool Equals(FloorTable? other) =>
        other is not null
        && Table.Id == other.Table.Id
        && Table.Number == other.Table.Number
        && Table.Seats == other.Table.Seats
        && Table.Place == other.Table.Place
        && Table.HallId == other.Table.HallId
        && Table.Zone == other.Table.Zone
        && State == other.State
        && Since == other.Since
        && Until == other.Until
        && Note == other.Note
        && BlockId == other.BlockId
        && Minutes == other.Minutes
        && Equals(Current, other.Current)
        && Equals(Next, other.Next);

    public override int GetHashCode() => HashCode.Combine(Table.Id, State, Since, Until, Minutes, Current, Next);
}
