using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

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
/// <param name="Until">UTC: when it is taken next (free), comes free (seated, held, blocked), or should have been free
/// (overrunning).</param>
/// <param name="Minutes">Whole minutes to arrival (soon), since the start (late), or over time (overrunning); else
/// 0.</param>
/// <param name="Current">The party this state is about.</param>
/// <param name="Next">Who comes after that today.</param>
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
    /// <summary>Why it is blocked, or for whom an offer keeps it.</summary>
    public LocalText? Note { get; init; }

    /// <summary>The block, to take it back.</summary>
    public Guid? BlockId { get; init; }

    // The table itself is read anew with every catalog; what is drawn of it is its place and number.
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
