using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Reads guests for display.</summary>
public sealed class GuestQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>One page; the first is 1.</summary>
    public async Task<GuestPage> PageAsync(GuestSearch search, int page, int size, CancellationToken cancellationToken)
    {
        var (rules, now) = ((await catalogs.GetAsync(cancellationToken)).Settings, time.GetUtcNow());
        return await store.ReadAsync(
            async db =>
            {
                if (search.MayForgive && !await search.Of(db, rules, now).AnyAsync(cancellationToken))
                    search = search with { IsForgiving = true };
                var rows = await search
                    .Ordered(db, rules, now)
                    .Skip((Math.Clamp(page, 1, int.MaxValue / size) - 1) * size)
                    .Take(size)
                    .ToListAsync(cancellationToken);
                var total = await search.Of(db, rules, now).CountAsync(cancellationToken);
                return new GuestPage(await RowsAsync(db, rows, rules, now, cancellationToken), total);
            },
            cancellationToken
        );
    }

    /// <summary>Suggestions for a typed name or number; none for a single character.</summary>
    public async Task<IReadOnlyList<GuestRow>> SuggestAsync(
        string words,
        int count,
        CancellationToken cancellationToken
    ) => words.Trim().Length < 2 ? [] : (await PageAsync(new GuestSearch(words), 1, count, cancellationToken)).Rows;

    /// <summary>A guest's profile, also of a merged or deleted one; null if there is none.</summary>
    public async Task<GuestProfile?> ProfileAsync(long id, CancellationToken cancellationToken)
    {
        var rules = (await catalogs.GetAsync(cancellationToken)).Settings;
        return await store.ReadAsync(
            db => ProfileAsync(db, id, rules, time.GetUtcNow(), cancellationToken),
            cancellationToken
        );
    }

    /// <summary>All tags in use, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken)
    {
        var tags = await store.ReadAsync(
            db =>
                db.Guests.Where(g => g.MergedIntoId == null && g.Tags.Count > 0)
                    .Select(g => g.Tags)
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
        return [.. tags.SelectMany(own => own).Distinct().Order(StringComparer.CurrentCulture)];
    }

    internal static async Task<GuestProfile?> ProfileAsync(
        VenueDb db,
        long id,
        VenueSettings rules,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await db.Guests.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancellationToken) is not { } guest)
            return null;
        var bookings = await db
            .Bookings.AsNoTracking()
            .Where(b => b.GuestId == id)
            .Select(b => new
            {
                b.Status,
                b.PartySize,
                b.TableIds,
                b.StartsAt,
                b.EndsAt,
                b.Code,
                b.ServiceDay,
                b.Rating,
                b.RatingComment,
            })
            .ToListAsync(cancellationToken);
        var visits = bookings.Where(b => b.Status is BookingStatus.Seated or BookingStatus.Completed).ToList();
        var favourite = visits
            .SelectMany(b => b.TableIds)
            .GroupBy(table => table)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .FirstOrDefault();
        var phones = await db
            .Guests.Where(g => g.MergedIntoId == id && g.Phone != null && g.Phone != guest.Phone)
            .Select(g => g.Phone!)
            .Distinct()
            .ToListAsync(cancellationToken);
        var namesakes =
            guest.Name.Length == 0
                ? 0
                : await db.Guests.CountAsync(
                    g => g.Name == guest.Name && g.Id != id && g.MergedIntoId == null && g.AnonymizedAt == null,
                    cancellationToken
                );
        return new GuestProfile(
            (await RowsAsync(db, [guest], rules, now, cancellationToken))[0],
            guest.Facts,
            guest.BlockReason,
            bookings.Count(b => b.Status == BookingStatus.NoShow),
            bookings.Count(b => b.Status == BookingStatus.Canceled),
            visits.Count == 0 ? null : visits.Average(b => b.PartySize),
            favourite?.Count() > 1 ? favourite.Key : null,
            bookings.Count(b => b.Status.IsOpen()),
            phones,
            guest.CreatedAt,
            guest.MergedIntoId,
            guest.AnonymizedAt
        )
        {
            Namesakes = namesakes,
            Ratings =
            [
                .. bookings
                    .Where(b => b.Rating is not null)
                    .OrderByDescending(b => b.StartsAt)
                    .Select(b => new GuestRating(b.Code, b.ServiceDay, b.Rating!.Value, b.RatingComment)),
            ],
        };
    }

    private static async Task<List<GuestRow>> RowsAsync(
        VenueDb db,
        List<Guest> guests,
        VenueSettings rules,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ids = guests.ConvertAll(g => g.Id);
        var standings = await GuestStanding.OfAsync(db, ids, rules, now, cancellationToken);
        var bookings = db.Bookings.AsNoTracking().Where(b => b.GuestId != null && ids.Contains(b.GuestId.Value));
        var last = await bookings
            .Where(b => b.Status == BookingStatus.Seated || b.Status == BookingStatus.Completed)
            .GroupBy(b => b.GuestId!.Value)
            .Select(g => new { g.Key, At = g.Max(b => b.StartsAt) })
            .ToDictionaryAsync(g => g.Key, g => (DateTimeOffset?)g.At, cancellationToken);
        var next = await bookings
            .Where(Booking.IsToCome)
            .Where(b => b.EndsAt > now)
            .GroupBy(b => b.GuestId!.Value)
            .Select(g => new { g.Key, At = g.Min(b => b.StartsAt) })
            .ToDictionaryAsync(g => g.Key, g => (DateTimeOffset?)g.At, cancellationToken);
        return guests.ConvertAll(g => new GuestRow(
            g.Id,
            g.Name.Length == 0 ? null : g.Name,
            g.Phone,
            g.Username,
            g.TelegramId is not null,
            g.Tags,
            g.IsBlocked,
            standings.GetValueOrDefault(g.Id, GuestStanding.New),
            last.GetValueOrDefault(g.Id),
            next.GetValueOrDefault(g.Id)
        ));
    }
}
