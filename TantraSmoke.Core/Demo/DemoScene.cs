using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Demo;

/// <summary>
/// Sets up situations a host should see at once on the demo's floor: a party over time, a late one, one waiting for
/// friends, two on the waitlist, and a blocked table.
/// </summary>
internal sealed class DemoScene(
    BookingDesk bookings,
    WaitingParties waitlist,
    VenueStore store,
    VenueCatalog catalog,
    IReadOnlyList<Guest> guests,
    Actor.Staff host,
    DateTimeOffset now
)
{
    private static readonly TimeSpan Stay = TimeSpan.FromHours(2);

    /// <summary>Runs before other bookings for today, so that tables are left.</summary>
    public void Plan(Action<DateTimeOffset, Func<Task>> at, CancellationToken cancellationToken) =>
        at(
            now.AddDays(-11),
            async () =>
            {
                var evening = catalog.Clock.Day(catalog.Clock.ServiceDayOf(now)).End;
                if (await FreeTableAsync(1, now.AddMinutes(-50), evening, cancellationToken) is { } table)
                    await bookings.Blocks.BlockAsync(
                        host,
                        new BlockRequest([table.Id], "Меняем диван", evening, From: now.AddMinutes(-50)),
                        cancellationToken
                    );

                if (await ExpectAsync(guests[2], party: 2, now.AddMinutes(-8) - Stay, cancellationToken) is { } overrun)
                    at(
                        overrun.StartsAt.AddMinutes(3),
                        () => bookings.Lifecycle.SeatAsync(host, overrun.Id, null, cancellationToken)
                    );
                await ExpectAsync(guests[4], party: 2, now.AddMinutes(-12), cancellationToken);
                if (await ExpectAsync(guests[9], party: 4, now.AddMinutes(5), cancellationToken) is { } waiting)
                    at(
                        now.AddMinutes(-3),
                        () => bookings.Lifecycle.ArriveAsync(host, waiting.Id, null, 2, cancellationToken)
                    );

                var large = new WaitlistParty("Компания Игоря", "+7 900 000-77-01", PartySize: 5, QuotedMinutes: 20)
                {
                    Comment = "Сидят у бара",
                };
                at(
                    now.AddMinutes(-24),
                    () => waitlist.AddAsync(host, large, Guid.CreateVersion7(now), cancellationToken)
                );
                var couple = new WaitlistParty(guests[12].Name, guests[12].Phone, PartySize: 2, QuotedMinutes: 30)
                {
                    GuestId = guests[12].Id,
                };
                at(
                    now.AddMinutes(-7),
                    () => waitlist.AddAsync(host, couple, Guid.CreateVersion7(now), cancellationToken)
                );
            }
        );

    /// <summary>A phone booking at a time outside the slots.</summary>
    private async Task<Booking?> ExpectAsync(
        Guest guest,
        int party,
        DateTimeOffset start,
        CancellationToken cancellationToken
    )
    {
        var day = catalog.Clock.ServiceDayOf(start);
        var slot = catalog.Times(day).LastOrDefault(t => t.StartsAt <= start);
        if (
            await FreeTableAsync(party, start - Stay, start + Stay, cancellationToken) is not { } table
            || slot == default
        )
            return null;
        var request = new BookingRequest(day, slot.SlotId, new(party, guest.Id), Guid.CreateVersion7(start))
        {
            TableIds = [table.Id],
            Source = BookingSource.Phone,
        };
        if ((await bookings.Book.CreateAsync(host, request, cancellationToken)).Value is not { } booking)
            return null;
        var move = new MoveRequest { StartsAt = start, EndsAt = start + Stay };
        return (await bookings.Moves.MoveAsync(host, booking.Id, null, move, cancellationToken)).Value ?? booking;
    }

    private Task<Table?> FreeTableAsync(
        int seats,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            async db =>
            {
                var taken = await db
                    .Claims.Where(c => c.StartsAt < to && c.EndsAt > from)
                    .Select(c => c.TableId)
                    .Distinct()
                    .ToListAsync(cancellationToken);
                return catalog
                    .Tables.Where(t => t.IsActive && t.Seats >= seats && !taken.Contains(t.Id))
                    .MinBy(t => t.Seats);
            },
            cancellationToken
        );
}
