using System.Collections.Frozen;

namespace TantraSmoke.Core.Common;

/// <summary>Roles of staff, each including the one before.</summary>
public enum StaffRole
{
    Host,
    Manager,
    Admin,
}

/// <summary>What staff may do. Services check these; the dashboard only mirrors them.</summary>
public enum Right
{
    ViewFloor,
    TakeBookings,
    ChangeBookings,
    SeatGuests,
    UndoChanges,

    /// <summary>Take tables out of service and back.</summary>
    BlockTables,

    /// <summary>Notes, tags, name, phone and language of a guest.</summary>
    EditGuests,

    /// <summary>Answer what guests write.</summary>
    TalkToGuests,

    /// <summary>Block guests and merge two into one.</summary>
    ManageGuests,

    /// <summary>Say of a day that is over who came.</summary>
    CorrectPast,

    /// <summary>Take personal data out of the house, as a file.</summary>
    ExportBookings,

    /// <summary>Delete a guest's personal data for good.</summary>
    EraseGuests,
    ViewStatistics,
    EditTables,
    EditSchedule,
    EditSettings,
    ManageStaff,

    /// <summary>Who changed what, and who signed in.</summary>
    ViewAudit,
}

/// <summary>The one table of who may do what.</summary>
public static class Rights
{
    private static readonly FrozenDictionary<StaffRole, FrozenSet<Right>> Table = new Dictionary<
        StaffRole,
        FrozenSet<Right>
    >
    {
        [StaffRole.Host] = Set(
            Right.ViewFloor,
            Right.TakeBookings,
            Right.ChangeBookings,
            Right.SeatGuests,
            Right.UndoChanges,
            Right.BlockTables,
            Right.EditGuests,
            Right.TalkToGuests
        ),
        [StaffRole.Manager] = Set(
            Right.ViewFloor,
            Right.TakeBookings,
            Right.ChangeBookings,
            Right.SeatGuests,
            Right.UndoChanges,
            Right.BlockTables,
            Right.EditGuests,
            Right.TalkToGuests,
            Right.ManageGuests,
            Right.CorrectPast,
            Right.ExportBookings,
            Right.ViewStatistics,
            Right.EditTables,
            Right.EditSchedule
        ),
        [StaffRole.Admin] = Set(Enum.GetValues<Right>()),
    }.ToFrozenDictionary();

    public static FrozenSet<Right> Of(StaffRole role) => Table[role];

    private static FrozenSet<Right> Set(params Right[] rights) => rights.ToFrozenSet();
}
