using System.Text.Json;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>A booking as it stood at an earlier moment; pure.</summary>
internal static class HistoricalBooking
{
    /// <summary>
    /// What the first change after that moment replaced. A booking whose history does not tell is read from its own
    /// instants; null when it had not been made yet.
    /// </summary>
    /// <param name="changes">Those after <paramref name="at"/>, oldest first.</param>
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
