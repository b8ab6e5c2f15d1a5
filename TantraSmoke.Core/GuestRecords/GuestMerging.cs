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

/// <summary>Two entries that turned out to be one person.</summary>
public sealed class GuestMerging(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>Says what <see cref="MergeAsync"/> would do, and refuses what it would refuse.</summary>
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
    /// Makes two guests one and returns who remains: the one in Telegram, else <paramref name="keepId"/>. Bookings,
    /// places on the waitlist, notes and tags follow; the other's number still finds them. Of two in Telegram
    /// <paramref name="keepId"/> remains: messages go to that chat, and who writes from the other one is the same
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
                // Whoever books for either of them waits here, and then books for who remains.
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
                // Who had been merged into them before follows, so that nobody ever has to ask twice.
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
                // Whoever remains has more bookings now, even where nothing else about them is new.
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
