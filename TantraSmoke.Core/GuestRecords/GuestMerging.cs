using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.GuestRecords;

/// <summary>Merges two records of the same person.</summary>
public sealed class GuestMerging(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>A preview of <see cref="MergeAsync"/>, with the same refusals.</summary>
    public async Task<Outcome<GuestMerge>> PreviewMergeAsync(
        Actor actor,
        long keepId,
        long otherId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.ManageGuests))
            return await store.RefuseAsync(actor, Right.ManageGuests, cancellationToken);
        var rules = (await catalogs.GetAsync(cancellationToken)).Settings;
        return await store.ReadAsync<Outcome<GuestMerge>>(
            async db =>
            {
                var pair = await PairAsync(db, keepId, otherId, cancellationToken);
                if (pair.Value is not { } guests)
                    return pair.Error!;
                var (now, gone) = (time.GetUtcNow(), guests.Gone.Id);
                return new GuestMerge(
                    (await GuestQueries.ProfileAsync(db, guests.Keep.Id, rules, now, cancellationToken))!,
                    (await GuestQueries.ProfileAsync(db, gone, rules, now, cancellationToken))!,
                    await db.Bookings.CountAsync(b => b.GuestId == gone, cancellationToken),
                    await db.Waitlist.CountAsync(e => e.GuestId == gone, cancellationToken)
                );
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Merges two guests and returns the one who remains: the one in Telegram, otherwise <paramref name="keepId"/>.
    /// Bookings, waitlist entries, notes and tags are transferred; the other's number still finds them. If both are in
    /// Telegram, <paramref name="keepId"/> remains and gets the messages; the other account then belongs to the same
    /// guest.
    /// </summary>
    public async Task<Outcome<Guest>> MergeAsync(
        Actor actor,
        long keepId,
        long otherId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.ManageGuests))
            return await store.RefuseAsync(actor, Right.ManageGuests, cancellationToken);
        return await store.WriteAsync<Guest>(
            actor,
            async db =>
            {
                // Concurrent bookings for either guest wait here and then go to the remaining one.
                await db.LockGuestsAsync([keepId, otherId], cancellationToken);
                var pair = await PairAsync(db, keepId, otherId, cancellationToken);
                if (pair.Value is not { } guests)
                    return pair.Error!;
                var (keep, gone) = (guests.Keep, guests.Gone);
                gone.MergeInto(keep);
                await db.SaveChangesAsync(cancellationToken);
                await db
                    .Bookings.Where(b => b.GuestId == gone.Id)
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.GuestId, keep.Id), cancellationToken);
                await db
                    .Waitlist.Where(e => e.GuestId == gone.Id)
                    .ExecuteUpdateAsync(e => e.SetProperty(x => x.GuestId, keep.Id), cancellationToken);
                await db
                    .TalkMessages.Where(m => m.GuestId == gone.Id)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.GuestId, keep.Id), cancellationToken);
                await FriendService.MergeAsync(db, keep.Id, gone.Id, cancellationToken);
                // Guests merged earlier are re-pointed, so that lookups need one step only.
                await db
                    .Guests.Where(g => g.MergedIntoId == gone.Id)
                    .ExecuteUpdateAsync(g => g.SetProperty(x => x.MergedIntoId, keep.Id), cancellationToken);
                await ReminderPlanner.ReplanAllAsync(
                    db,
                    await catalogs.GetAsync(cancellationToken),
                    keep.Id,
                    time.GetUtcNow(),
                    cancellationToken
                );
                // The remaining guest has more bookings now, even if no fact changed.
                db.Changes.Add(new VenueChange(ChangeKind.Guest, keep.Id.ToString(CultureInfo.InvariantCulture)));
                return keep;
            },
            cancellationToken
        );
    }

    private static async Task<Outcome<Pair>> PairAsync(
        VenueDb db,
        long keepId,
        long otherId,
        CancellationToken cancellationToken
    )
    {
        var guests = await db
            .Guests.Where(g => (g.Id == keepId || g.Id == otherId) && g.MergedIntoId == null && g.AnonymizedAt == null)
            .ToListAsync(cancellationToken);
        if (guests.Count != 2)
            return new GuestRefusal.GuestNotFound();
        var keep =
            guests.Where(g => g.TelegramId is not null).OrderBy(g => g.Id != keepId).FirstOrDefault()
            ?? guests.Single(g => g.Id == keepId);
        return new Pair(keep, guests.Single(g => g != keep));
    }

    private sealed record Pair(Guest Keep, Guest Gone);
}
