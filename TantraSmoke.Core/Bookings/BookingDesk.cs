namespace TantraSmoke.Core.Bookings;

/// <summary>The use cases of bookings, for pages that need many of them; others inject the single use case.</summary>
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
