using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Summary of an affected booking for notices and refusals; UTC.</summary>
public sealed record BookingBrief(
    Guid Id,
    string Code,
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    int PartySize,
    string? Guest
)
{
    internal static Task<List<BookingBrief>> OfAsync(
        VenueDb db,
        IQueryable<Booking> bookings,
        CancellationToken cancellationToken
    ) =>
        bookings
            .OrderBy(b => b.StartsAt)
            .ThenBy(b => b.Code)
            .Select(b => new BookingBrief(
                b.Id,
                b.Code,
                b.ServiceDay,
                b.StartsAt,
                b.PartySize,
                db.Guests.Where(g => g.Id == b.GuestId).Select(g => g.Name == "" ? null : g.Name).FirstOrDefault()
            ))
            .ToListAsync(cancellationToken);
}
