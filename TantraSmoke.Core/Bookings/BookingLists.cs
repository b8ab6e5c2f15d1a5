using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Reads lists of bookings, by page or as a whole, and the history of a booking.</summary>
public sealed class BookingLists(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>One page; the first is 1.</summary>
    public async Task<BookingPage> PageAsync(
        BookingSearch search,
        int page,
        int size,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        search = await ForgivenAsync(search, catalog, cancellationToken);
        return await store.ReadAsync(
            async db =>
            {
                var counts = await (search with { Status = null })
                    .Of(db, catalog)
                    .GroupBy(b => b.Status)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
                var rows = await BookingQueries
                    .Rows(
                        db,
                        search
                            .Ordered(db, catalog)
                            .Skip((Math.Clamp(page, 1, int.MaxValue / size) - 1) * size)
                            .Take(size)
                    )
                    .ToListAsync(cancellationToken);
                return new BookingPage(
                    await BookingQueries.WithStandingsAsync(
                        db,
                        rows,
                        catalog.Settings,
                        time.GetUtcNow(),
                        cancellationToken
                    ),
                    search.Status is { } status ? counts.GetValueOrDefault(status) : counts.Values.Sum(),
                    counts
                );
            },
            cancellationToken
        );
    }

    /// <summary>Number of bookings on all pages.</summary>
    public async Task<int> CountAsync(BookingSearch search, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        search = await ForgivenAsync(search, catalog, cancellationToken);
        return await store.ReadAsync(db => search.Of(db, catalog).CountAsync(cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The page, sorted by time, with the first booking that ends after that instant; the last page if all are over.
    /// </summary>
    public async Task<int> PageAtAsync(
        BookingSearch search,
        DateTimeOffset instant,
        int size,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.ReadAsync(
            async db =>
            {
                var found = search.Of(db, catalog);
                DateTimeOffset? first = await found
                    .Where(b => b.EndsAt > instant)
                    .MinAsync(b => (DateTimeOffset?)b.StartsAt, cancellationToken);
                var before = first is { } start ? found.Where(b => b.StartsAt < start) : found;
                var count = await before.CountAsync(cancellationToken);
                return first is null ? Math.Max(1, (count + size - 1) / size) : (count / size) + 1;
            },
            cancellationToken
        );
    }

    /// <summary>All bookings that <see cref="PageAsync"/> pages through, in the same order, streamed.</summary>
    public async Task<Outcome<BookingExport>> ExportAsync(
        Actor actor,
        BookingSearch search,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.ExportBookings))
            return await store.RefuseAsync(actor, Right.ExportBookings, cancellationToken);
        var catalog = await catalogs.GetAsync(cancellationToken);
        search = await ForgivenAsync(search, catalog, cancellationToken);
        var total = await store.ReadAsync(
            db => search.Of(db, catalog).CountAsync(cancellationToken),
            cancellationToken
        );
        return new BookingExport(StreamAsync(search, catalog, cancellationToken), total, catalog);
    }

    /// <summary>The booking with that code, or null.</summary>
    public async Task<BookingRow?> ByCodeAsync(string code, CancellationToken cancellationToken)
    {
        var upper = code.Trim().ToUpperInvariant();
        var rules = (await catalogs.GetAsync(cancellationToken)).Settings;
        return await store.ReadAsync(
            async db =>
                (
                    await BookingQueries.WithStandingsAsync(
                        db,
                        await BookingQueries
                            .Rows(db, db.Bookings.Where(b => b.Code == upper))
                            .ToListAsync(cancellationToken),
                        rules,
                        time.GetUtcNow(),
                        cancellationToken
                    )
                ).SingleOrDefault(),
            cancellationToken
        );
    }

    /// <summary>The history of a booking, newest first, each entry with the state before and after.</summary>
    public Task<IReadOnlyList<BookingChange>> StoryAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<BookingChange>>(
            async db =>
            {
                if (await db.Bookings.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } booking)
                    return [];
                var lines = await db
                    .BookingHistory.Where(h => h.BookingId == id)
                    .OrderByDescending(h => h.Id)
                    .ToListAsync(cancellationToken);
                var story = new List<BookingChange>();
                var after = booking.State;
                foreach (var line in lines)
                {
                    var before = line.Before is null ? null : JsonSerializer.Deserialize<BookingState>(line.Before);
                    story.Add(new BookingChange(line, before, after, null, null));
                    after = before;
                }

                var ids = story
                    .SelectMany(change => new[] { change.Before?.Details?.GuestId, change.After?.Details?.GuestId })
                    .OfType<long>()
                    .Distinct()
                    .ToList();
                var names = await db
                    .Guests.Where(g => ids.Contains(g.Id))
                    .ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
                return story.ConvertAll(change =>
                    change with
                    {
                        GuestBefore = Name(change.Before),
                        GuestAfter = Name(change.After),
                    }
                );

                string? Name(BookingState? state) =>
                    state?.Details?.GuestId is { } guest ? names.GetValueOrDefault(guest) : null;
            },
            cancellationToken
        );

    private async Task<BookingSearch> ForgivenAsync(
        BookingSearch search,
        VenueCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        search.MayForgive
        && !await store.ReadAsync(
            db => (search with { Status = null }).Of(db, catalog).AnyAsync(cancellationToken),
            cancellationToken
        )
            ? search with
            {
                IsForgiving = true,
            }
            : search;

    private async IAsyncEnumerable<BookingRow> StreamAsync(
        BookingSearch search,
        VenueCatalog catalog,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var db = store.Open();
        var rows = BookingQueries.Rows(db, search.Ordered(db, catalog)).AsNoTracking();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }
}

/// <summary>An export of bookings.</summary>
/// <param name="Rows">Streamed as they are enumerated.</param>
/// <param name="Total">The count taken before the export; may differ from the rows.</param>
public sealed record BookingExport(IAsyncEnumerable<BookingRow> Rows, int Total, VenueCatalog Catalog);

/// <summary>
/// An entry of a booking's history with the state before and after; null where an older version did not record it.
/// </summary>
public sealed record BookingChange(
    BookingHistory Line,
    BookingState? Before,
    BookingState? After,
    string? GuestBefore,
    string? GuestAfter
);
