namespace TantraSmoke.Core.Rooms;

/// <summary>Why a hall could not be changed.</summary>
public abstract record RoomRefusal : Refusal
{
    private RoomRefusal() { }

    /// <summary>The draft breaks these rules; nothing was saved.</summary>
    public sealed record RoomBroken(IReadOnlyList<RoomProblem> Problems) : RoomRefusal;

    /// <summary>Somebody else saved the hall since it was read.</summary>
    public sealed record HallChanged(string By) : RoomRefusal;

    /// <summary>The hall no longer exists.</summary>
    public sealed record HallGone : RoomRefusal;

    /// <summary>
    /// A hall with tables cannot be removed, not even with retired ones, because bookings refer to them.
    /// </summary>
    public sealed record HallHasTables(int Tables) : RoomRefusal;

    /// <summary>A special day, past or future, refers to the hall.</summary>
    public sealed record HallHasEvents : RoomRefusal;

    /// <summary>There are bookings, holds or blocks: the room can be changed but not replaced.</summary>
    public sealed record RoomInUse : RoomRefusal;

    /// <summary>
    /// These bookings conflict with the change; the room is unchanged. <paramref name="Moved"/> were already moved, if
    /// that was requested.
    /// </summary>
    public sealed record TablesNeeded(IReadOnlyList<AffectedBooking> Bookings, IReadOnlyList<AffectedBooking> Moved)
        : RoomRefusal;
}
