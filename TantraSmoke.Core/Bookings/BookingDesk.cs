namespace TantraSmoke.Core.Bookings;

/// <summary>The use cases of bookings, for a page that needs many of them; others take the one they use.</summary>
public sealed record BookingDesk(
    TableBooking Book,
    WalkIns WalkIns,
    BookingLifecycle Lifecycle,
    BookingApproval Approval,
    BookingMoves Moves,
    BookingEdits Edits,
    OwnBookings Own,
    BookingUndo Undo,
    TableBlocks Blocks,
    BookingClock Clock
);
