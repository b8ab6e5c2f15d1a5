using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Core.Floor;

/// <summary>Reads the floor.</summary>
public sealed class FloorService(VenueStore store, VenueCatalogCache catalogs, StaffChats chats, TimeProvider time)
{
    /// <summary>A booking within this time makes its table "soon".</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(60);

    /// <summary>A party counts as late after this time.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>The current floor.</summary>
    public async Task<FloorSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var day = catalog.Clock.ServiceDayOf(now);
        var before = day.AddDays(-1);
        return await store.ReadAsync(
            async db =>
            {
                var bookings = await BookingQueries
                    .Rows(
                        db,
                        db.Bookings.Where(b =>
                                (b.ServiceDay == day && b.Status != BookingStatus.Canceled)
                                || b.Status == BookingStatus.Seated
                            )
                            .OrderBy(b => b.StartsAt)
                    )
                    .ToListAsync(cancellationToken);
                bookings = await BookingQueries.WithStandingsAsync(
                    db,
                    bookings,
                    catalog.Settings,
                    now,
                    cancellationToken
                );
                var claims = await ClaimsAsync(db, catalog, day, now, now, cancellationToken);
                return Snapshot(catalog, day, now, bookings, claims, FloorView.Of) with
                {
                    Unread = await TalkService.UnreadAsync(db, cancellationToken),
                    NotErased = await db.Outbox.CountAsync(
                        m =>
                            m.Kind == OutboxKind.Erased
                            && m.FailedAt > now.AddDays(-7)
                            && m.LastError != SendOutcome.NotNeeded.Error,
                        cancellationToken
                    ),
                    ChatTrouble = await chats.TroubleAsync(db, cancellationToken),
                    Questions = await BookingQueries
                        .Rows(
                            db,
                            db.Bookings.Where(b => b.Question != null && b.ServiceDay >= before)
                                .OrderBy(b => b.StartsAt)
                        )
                        .ToListAsync(cancellationToken),
                    Requests = await db.Bookings.CountAsync(
                        b => b.StartsAt > now && b.Status == BookingStatus.Requested,
                        cancellationToken
                    ),
                };
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The floor at any moment: in the past from the bookings' history, in the future as planned, assuming that every
    /// party keeps its time.
    /// </summary>
    public async Task<FloorSnapshot> SnapshotAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        at = at.ToUniversalTime();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var day = catalog.Clock.ServiceDayOf(at);
        return await store.ReadAsync(
            async db =>
            {
                var (begins, isPast) = (at - TableClaim.Longest, at <= now);
                var rows = await BookingQueries
                    .Rows(
                        db,
                        db.Bookings.Where(b =>
                                b.ServiceDay == day || (b.StartsAt > begins && b.StartsAt <= at && b.EndsAt > at)
                            )
                            .OrderBy(b => b.StartsAt)
                    )
                    .ToListAsync(cancellationToken);
                if (isPast)
                {
                    var ids = rows.Select(b => b.Id).ToList();
                    var since = await db
                        .BookingHistory.Where(h => ids.Contains(h.BookingId) && h.At > at)
                        .OrderBy(h => h.Id)
                        .ToListAsync(cancellationToken);
                    var changes = since.ToLookup(h => h.BookingId);
                    rows = [.. rows.Select(b => HistoricalBooking.Of(b, changes[b.Id], at)).OfType<BookingRow>()];
                }

                var bookings = rows.Where(b => b.Status != BookingStatus.Canceled).ToList();
                var claims = await ClaimsAsync(db, catalog, day, at, now, cancellationToken);
                return Snapshot(catalog, day, at, bookings, claims, isPast ? FloorView.Of : FloorView.Ahead) with
                {
                    IsNow = false,
                    IsAhead = !isPast,
                };
            },
            cancellationToken
        );
    }

    private static FloorSnapshot Snapshot(
        VenueCatalog catalog,
        DateOnly day,
        DateTimeOffset at,
        List<BookingRow> bookings,
        List<TableClaim> claims,
        Func<Table, IEnumerable<BookingRow>, IEnumerable<TableClaim>, DateTimeOffset, FloorTable> look
    )
    {
        var tables = catalog
            .Tables.Where(t => t.IsActive)
            .Select(t => look(t, bookings, claims, at))
            .Select(t => t.BlockId is null ? t : t with { Note = catalog.NoteOf(t.BlockId, t.Note) })
            .ToList();
        return new FloorSnapshot(day, at, catalog, tables, bookings)
        {
            Kept = [.. claims.Select(c => new BusyTime(c.TableId, c.StartsAt, c.EndsAt))],
        };
    }

    /// <summary>Holds, offers and blocks from that moment to the end of its service day.</summary>
    private static Task<List<TableClaim>> ClaimsAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateOnly day,
        DateTimeOffset at,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (at - TableClaim.Longest, catalog.Clock.Day(day).End);
        return db
            .Claims.Where(c =>
                c.StartsAt >= from
                && c.StartsAt < to
                && c.EndsAt > at
                && c.BookingId == null
                && (c.ExpiresAt == null || c.ExpiresAt > now)
            )
            .ToListAsync(cancellationToken);
    }
}
