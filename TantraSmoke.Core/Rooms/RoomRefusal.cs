namespace TantraSmoke.Core.Rooms;

/// <summary>Why a hall could not be changed.</summary>
public abstract record RoomRefusal : Refusal
{
    private RoomRefusal() { }

    /// <summary>The drawing breaks these rules; nothing was saved.</summary>
    public sealed record RoomBroken(IReadOnlyList<RoomProblem> Problems) : RoomRefusal;

    /// <summary>Somebody else has saved the hall since it was read.</summary>
    public sealed record HallChanged(string By) : RoomRefusal;

    /// <summary>There is no such hall any more.</summary>
    public sealed record HallGone : RoomRefusal;

    /// <summary>A hall is removed only when it has no table, not even a retired one: bookings refer to them.</summary>
    public sealed record HallHasTables(int Tables) : RoomRefusal;

    /// <summary>A special day takes place in the hall, or took.</summary>
    public sealed record HallHasEvents : RoomRefusal;

    /// <summary>
    /// Somebody has booked already, or a table is held or closed: the room can no longer be thrown away, only changed.
    /// </summary>
    public sealed record RoomInUse : RoomRefusal;

    /// <summary>
    /// These bookings could not stay as they are; nothing of the room was changed. <paramref name="Moved"/> have been
    /// moved out of the way already, where that was asked for.
    /// </summary>
    public sealed record TablesNeeded(IReadOnlyList<AffectedBooking> Bookings, IReadOnlyList<AffectedBooking> Moved)
        : RoomRefusal;
}
