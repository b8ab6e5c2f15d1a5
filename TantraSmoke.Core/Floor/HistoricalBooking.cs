using System.Text.Json;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>Reconstructs a booking at an earlier moment; pure.</summary>
internal static class HistoricalBooking
{
    /// <summary>
    /// The state that the first change after that moment replaced. Without such history it is derived from the
    /// booking's own instants; null if the booking did not exist yet.
    /// </summary>
    /// <param name="changes">Changes after <paramref name="at"/>, oldest first.</param>
    public static BookingRow? Of(BookingRow booking, IEnumerable<BookingHistory> changes, DateTimeOffset at)
    {
        if (booking.CreatedAt > at)
            return null;
        if (
            changes.FirstOrDefault(c => c.Action != BookingAction.Created)?.Before is { } before
            && JsonSerializer.Deserialize<BookingState>(before) is { } state
        )
        {
            var (day, start, end, slot, tables) = state.Place;
            return booking with
            {
                Status = state.Status,
                SeatedAt = state.SeatedAt,
                ArrivedGuests = state.ArrivedGuests,
                EndedAt = null,
                ServiceDay = day,
                StartsAt = start,
                EndsAt = end,
                SlotId = slot,
                TableIds = tables,
            };
        }

        if (booking.SeatedAt > at)
            return booking with { Status = BookingStatus.Booked, SeatedAt = null, EndedAt = null };
        return booking.EndedAt > at
            ? booking with
            {
                Status = booking.SeatedAt is null ? BookingStatus.Booked : BookingStatus.Seated,
                EndedAt = null,
            }
            : booking;
    }
}
