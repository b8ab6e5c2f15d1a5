using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Waitlist;

/// <summary>Reads the waitlist.</summary>
public sealed class WaitlistQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>Parties waiting for a table on the current service day, in order of arrival.</summary>
    public Task<List<WaitlistRow>> WaitingAsync(CancellationToken cancellationToken) =>
        WaitingAsync((waiting, today) => waiting.Where(e => e.ServiceDay == today), cancellationToken);

    /// <summary>Parties waiting for a later day, by day, then in order of arrival.</summary>
    public Task<List<WaitlistRow>> WaitingLaterAsync(CancellationToken cancellationToken) =>
        WaitingAsync((waiting, today) => waiting.Where(e => e.ServiceDay > today), cancellationToken);

    /// <summary>The guest's own entries, by day.</summary>
    public Task<List<WaitlistRow>> OfGuestAsync(Actor.Guest guest, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db =>
                Rows(
                        db,
                        db.Waitlist.Where(e =>
                                e.GuestId == guest.GuestId
                                && e.WantedFrom != null
                                && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered)
                            )
                            .OrderBy(e => e.ServiceDay)
                    )
                    .ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>One entry that this actor may see, even if it has ended; null if there is none.</summary>
    public Task<WaitlistRow?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var owner = (actor as Actor.Guest)?.GuestId;
        return store.ReadAsync(
            db =>
                Rows(db, db.Waitlist.Where(e => e.Id == id && (owner == null || e.GuestId == owner)))
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );
    }

    private async Task<List<WaitlistRow>> WaitingAsync(
        Func<IQueryable<WaitlistEntry>, DateOnly, IQueryable<WaitlistEntry>> which,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var today = catalog.Clock.ServiceDayOf(now);
        return await store.ReadAsync(
            async db =>
            {
                var waiting = which(
                    db.Waitlist.Where(e => e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered),
                    today
                );
                var rows = await Rows(db, waiting.OrderBy(e => e.ServiceDay).ThenBy(e => e.JoinedAt))
                    .ToListAsync(cancellationToken);
                var standings = await GuestStanding.OfAsync(
                    db,
                    [.. rows.Select(row => row.GuestId).OfType<long>().Distinct()],
                    catalog.Settings,
                    now,
                    cancellationToken
                );
                return rows.ConvertAll(row =>
                    row.GuestId is { } guest
                        ? row with
                        {
                            Standing = standings.GetValueOrDefault(guest, GuestStanding.New),
                        }
                        : row
                );
            },
            cancellationToken
        );
    }

    private static IQueryable<WaitlistRow> Rows(VenueDb db, IQueryable<WaitlistEntry> entries) =>
        entries.Select(e => new WaitlistRow(
            e.Id,
            e.GuestId,
            e.Name,
            e.Phone,
            e.PartySize,
            e.QuotedMinutes,
            e.Comment,
            e.Status,
            e.JoinedAt,
            e.OfferedTableIds,
            e.OfferedUntil,
            e.Version
        )
        {
            ServiceDay = e.ServiceDay,
            WantedFrom = e.WantedFrom,
            WantedUntil = e.WantedUntil,
            OfferedStartsAt = e.OfferedStartsAt,
            OfferedEndsAt = e.OfferedEndsAt,
            PassedAt = e.PassedAt,
            BookingId = e.BookingId,
            EndedBecause = e.EndedBecause,
            IsReachable = db.Guests.Any(g =>
                g.Id == e.GuestId && g.TelegramId != null && !g.IsUnreachable && !g.IsBlocked
            ),
        });
}
