using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>A regular's usual booking, from the last one: party size, tables, weekday and time.</summary>
/// <param name="ServiceDay">Service day of the last booking.</param>
/// <param name="Start">Venue time.</param>
/// <param name="Slots">Number of consecutive slots.</param>
public sealed record UsualBooking(
    DateOnly ServiceDay,
    TimeOnly Start,
    int PartySize,
    IReadOnlyList<int> TableIds,
    int Slots
)
{
    public static UsualBooking Of(Booking booking, VenueCatalog catalog) =>
        new(
            booking.ServiceDay,
            TimeOnly.FromDateTime(catalog.Clock.ToLocal(booking.StartsAt)),
            booking.PartySize,
            [.. booking.TableIds],
            booking.SlotId is { } slot
                ? Math.Min(
                    BookingRules.MostSlotsOnline,
                    SlotTime.CountUntil(catalog.Times(booking.ServiceDay), slot, booking.EndsAt)
                )
                : 1
        );

    /// <summary>
    /// A request for the next date on that weekday, after the last one, at which the slot can be booked; null if none
    /// is within the horizon.
    /// </summary>
    public BookingRequest? Next(VenueCatalog catalog, DateTimeOffset now)
    {
        var today = catalog.Clock.ServiceDayOf(now);
        for (var day = ServiceDay.AddDays(7); day < today.AddDays(catalog.Settings.HorizonDays); day = day.AddDays(7))
        {
            if (day < today)
                continue;
            foreach (var time in catalog.Times(day))
            {
                if (
                    TimeOnly.FromDateTime(catalog.Clock.ToLocal(time.StartsAt)) == Start
                    && BookingRules.Refuse(
                        catalog.Settings,
                        catalog.Clock,
                        day,
                        time.StartsAt,
                        time.EndsAt,
                        now,
                        forStaff: false
                    )
                        is null
                )
                    return new BookingRequest(day, time.SlotId, new(PartySize), Guid.NewGuid())
                    {
                        Slots = Slots,
                        TableIds = TableIds,
                    };
            }
        }

        return null;
    }
}
