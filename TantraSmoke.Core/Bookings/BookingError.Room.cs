using TantraSmoke.Core.Floor;

namespace TantraSmoke.Core.Bookings;

// Why a hall could not be changed.
public abstract partial record BookingError
{
    /// <summary>The drawing breaks these rules; nothing was saved.</summary>
    public sealed record RoomBroken(IReadOnlyList<RoomProblem> Problems) : BookingError;

    /// <summary>Somebody else has saved the hall since it was read.</summary>
    public sealed record HallChanged(string By) : BookingError;

    /// <summary>There is no such hall any more.</summary>
    public sealed record HallGone : BookingError;

    /// <summary>A hall is removed only when it has no table, not even a retired one: bookings refer to them.</summary>
    public sealed record HallHasTables(int Tables) : BookingError;

    /// <summary>A special day takes place in the hall, or took.</summary>
    public sealed record HallHasEvents : BookingError;

    /// <summary>Somebody has booked already, or a table is held or closed: the room can no longer be thrown away, only changed.</summary>
    public sealed record RoomInUse : BookingError;

    /// <summary>
    /// These bookings could not stay as they are; nothing of the room was changed. <paramref name="Moved"/> have been moved out of
    /// the way already, where that was asked for.
    /// </summary>
    public sealed record TablesNeeded(IReadOnlyList<AffectedBooking> Bookings, IReadOnlyList<AffectedBooking> Moved) : BookingError;
}
