using System.Collections.Frozen;

namespace TantraSmoke.Core.Common;

/// <summary>Staff roles, each including the rights of the previous one.</summary>
public enum StaffRole
{
    Host,
    Manager,
    Admin,
}

/// <summary>Rights of staff. Use cases check them; the dashboard only hides what is not allowed.</summary>
public enum Right
{
    ViewFloor,
    TakeBookings,
    ChangeBookings,
    SeatGuests,
    UndoChanges,

    /// <summary>Block and unblock tables.</summary>
    BlockTables,

    /// <summary>Edit notes, tags, name, phone and language of a guest.</summary>
    EditGuests,

    /// <summary>Answer guests' messages.</summary>
    TalkToGuests,

    /// <summary>Block guests and merge duplicates.</summary>
    ManageGuests,

    /// <summary>Correct who came on a past day.</summary>
    CorrectPast,

    /// <summary>Export personal data to a file.</summary>
    ExportBookings,

    /// <summary>Delete a guest's personal data permanently.</summary>
    EraseGuests,
    ViewStatistics,
    EditTables,
    EditSchedule,
    EditSettings,
    ManageStaff,

    /// <summary>See changes and sign-ins in the audit.</summary>
    ViewAudit,
}

/// <summary>Assigns rights to roles.</summary>
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
