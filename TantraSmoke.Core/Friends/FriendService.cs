using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Friends;

/// <summary>
/// A party's link: the guest shares it, friends answer whether they come, and the booking shows how many do.
/// </summary>
public sealed class FriendService(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>Limit of answers per link, against links that spread.</summary>
    public const int MostAnswers = 100;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>
    /// The link of a guest's own booking, created on first request. NotFound unless the booking is certain and to come.
    /// </summary>
    public Task<Outcome<PartyLink>> LinkAsync(Actor.Guest host, Guid bookingId, CancellationToken cancellationToken) =>
        store.WriteAsync<PartyLink>(
            host,
            async db =>
            {
                await db.LockGuestsAsync([host.GuestId], cancellationToken);
                var booking = await db
                    .Bookings.AsNoTracking()
                    .SingleOrDefaultAsync(b => b.Id == bookingId && b.GuestId == host.GuestId, cancellationToken);
                if (booking is null || !IsOpen(booking, time.GetUtcNow()))
                    return new CommonRefusal.NotFound();
                if (booking.InviteToken is { } token)
                    return new PartyLink(token, booking.FriendsComing, booking.FriendsDeclined, booking.PartySize);
                token = RandomNumberGenerator.GetString(Letters, Booking.InviteTokenLength);
                await db
                    .Bookings.Where(b => b.Id == bookingId)
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.InviteToken, token), cancellationToken);
                return new PartyLink(token, 0, 0, booking.PartySize);
            },
            cancellationToken
        );

    /// <summary>What the link shows to its holder; null for an invalid link.</summary>
    public Task<Invitation?> FindAsync(Actor.Guest friend, string token, CancellationToken cancellationToken) =>
        token.Length != Booking.InviteTokenLength
            ? Task.FromResult<Invitation?>(null)
            : store.ReadAsync(
                async db =>
                    await db
                        .Bookings.AsNoTracking()
                        .SingleOrDefaultAsync(b => b.InviteToken == token, cancellationToken)
                        is { } booking
                        ? await ViewAsync(db, friend, booking, cancellationToken)
                        : null,
                cancellationToken
            );

    /// <summary>The same for a friend who answered before, opened from a message about the booking.</summary>
    public Task<Invitation?> FindAnsweredAsync(
        Actor.Guest friend,
        Guid bookingId,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            async db =>
                await db
                    .Bookings.AsNoTracking()
                    .SingleOrDefaultAsync(
                        b =>
                            b.Id == bookingId
                            && db.FriendAnswers.Any(a => a.BookingId == b.Id && a.GuestId == friend.GuestId),
                        cancellationToken
                    )
                    is { } booking
                    ? await ViewAsync(db, friend, booking, cancellationToken)
                    : null,
            cancellationToken
        );

    /// <summary>
    /// Records a friend's answer, which can be changed until the start. Returns NotFound if the booking is over,
    /// canceled or their own.
    /// </summary>
    public Task<Outcome<Invitation>> AnswerAsync(
        Actor.Guest friend,
        string token,
        bool isComing,
        CancellationToken cancellationToken
    ) => AnswerAsync(friend, b => b.InviteToken == token, isComing, cancellationToken);

    /// <summary>The same from a message to a friend who answered before.</summary>
    public Task<Outcome<Invitation>> AnswerAgainAsync(
        Actor.Guest friend,
        Guid bookingId,
        bool isComing,
        CancellationToken cancellationToken
    ) => AnswerAsync(friend, b => b.Id == bookingId, isComing, cancellationToken, hasAnswered: true);

    private async Task<Outcome<Invitation>> AnswerAsync(
        Actor.Guest friend,
        System.Linq.Expressions.Expression<Func<Booking, bool>> which,
        bool isComing,
        CancellationToken cancellationToken,
        bool hasAnswered = false
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.WriteAsync<Invitation>(
            friend,
            async db =>
            {
                var now = time.GetUtcNow();
                var found = await db
                    .Bookings.AsNoTracking()
                    .Where(which)
                    .Select(b => new { b.Id, b.GuestId })
                    .SingleOrDefaultAsync(cancellationToken);
                if (found is not { GuestId: { } host } || host == friend.GuestId)
                    return new CommonRefusal.NotFound();
                // Serializes the answers of a party, so that the count is right.
                await db.LockGuestsAsync([host, friend.GuestId], cancellationToken);
                var booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == found.Id, cancellationToken);
                var answer = await db.FriendAnswers.SingleOrDefaultAsync(
                    a => a.BookingId == booking.Id && a.GuestId == friend.GuestId,
                    cancellationToken
                );
                if (
                    !IsOpen(booking, now)
                    || (
                        answer is null
                        && (
                            hasAnswered
                            || await db.FriendAnswers.CountAsync(a => a.BookingId == booking.Id, cancellationToken)
                                >= MostAnswers
                        )
                    )
                )
                    return new CommonRefusal.NotFound();
                if (answer is null)
                    db.FriendAnswers.Add(answer = new FriendAnswer(booking.Id, friend.GuestId));
                answer.Say(isComing, booking.StartsAt, now);
                await db.SaveChangesAsync(cancellationToken);
                var heads = await FriendMessages.CountAsync(db, booking.Id, booking.StartsAt, cancellationToken) + 1;

                if (await ReminderPlanner.ChatAsync(db, friend, friend.GuestId, cancellationToken) is { } chat)
                {
                    await FriendMessages
                        .Waiting(db, booking.Id)
                        .Where(m => m.ChatId == chat)
                        .ExecuteDeleteAsync(cancellationToken);
                    if (isComing)
                        await FriendMessages.RemindAsync(db, catalog, booking, answer.Id, chat, now, cancellationToken);
                }

                if (
                    isComing
                    && heads > booking.PartySize
                    && await ReminderPlanner.ChatAsync(db, Actor.System.Instance, host, cancellationToken) is { } own
                )
                    await FriendMessages.OutgrownAsync(db, booking, heads, own, now, cancellationToken);
                db.Changes.Add(VenueChange.Of(booking));
                await db.SaveChangesAsync(cancellationToken);
                return await ViewAsync(db, friend, booking, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Transfers answers of a merged guest; of two answers to one party the remaining guest's counts.
    /// </summary>
    internal static async Task MergeAsync(VenueDb db, long keep, long gone, CancellationToken cancellationToken)
    {
        var parties = await db
            .FriendAnswers.Where(a => a.GuestId == gone)
            .Select(a => a.BookingId)
            .ToListAsync(cancellationToken);
        await db
            .FriendAnswers.Where(a =>
                a.GuestId == gone
                && !db.FriendAnswers.Any(o => o.GuestId == keep && o.BookingId == a.BookingId)
                && !db.Bookings.Any(b => b.Id == a.BookingId && b.GuestId == keep)
            )
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.GuestId, keep), cancellationToken);
        await db
            .FriendAnswers.Where(a =>
                a.GuestId == gone
                || (a.GuestId == keep && db.Bookings.Any(b => b.Id == a.BookingId && b.GuestId == keep))
            )
            .ExecuteDeleteAsync(cancellationToken);
        await CountAsync(db, parties, cancellationToken);
    }

    private static async Task CountAsync(VenueDb db, List<Guid> parties, CancellationToken cancellationToken)
    {
        foreach (var party in parties)
        {
            var startsAt = await db
                .Bookings.Where(b => b.Id == party)
                .Select(b => b.StartsAt)
                .SingleAsync(cancellationToken);
            await FriendMessages.CountAsync(db, party, startsAt, cancellationToken);
        }
    }

    /// <summary>Deletes the guest's answers, and their own parties' links with all answers.</summary>
    internal static async Task ForgetAsync(
        VenueDb db,
        long guestId,
        IReadOnlyList<long> ids,
        CancellationToken cancellationToken
    )
    {
        var parties = await db
            .FriendAnswers.Where(a => ids.Contains(a.GuestId))
            .Select(a => a.BookingId)
            .Distinct()
            .ToListAsync(cancellationToken);
        await db.FriendAnswers.Where(a => ids.Contains(a.GuestId)).ExecuteDeleteAsync(cancellationToken);
        await CountAsync(db, parties, cancellationToken);
        var own = db.Bookings.Where(b => b.GuestId == guestId && b.InviteToken != null);
        await db.FriendAnswers.Where(a => own.Any(b => b.Id == a.BookingId)).ExecuteDeleteAsync(cancellationToken);
        await own.ExecuteUpdateAsync(
            b =>
                b.SetProperty(x => x.InviteToken, (string?)null)
                    .SetProperty(x => x.FriendsComing, 0)
                    .SetProperty(x => x.FriendsDeclined, 0),
            cancellationToken
        );
    }

    private static bool IsOpen(Booking booking, DateTimeOffset now) => booking.IsCertain && booking.StartsAt > now;

    private async Task<Invitation> ViewAsync(
        VenueDb db,
        Actor.Guest friend,
        Booking booking,
        CancellationToken cancellationToken
    )
    {
        var said = await db
            .FriendAnswers.Where(a =>
                a.BookingId == booking.Id && a.GuestId == friend.GuestId && a.AnsweredStart == booking.StartsAt
            )
            .Select(a => (bool?)a.IsComing)
            .SingleOrDefaultAsync(cancellationToken);
        return new Invitation(
            booking.Id,
            booking.ServiceDay,
            booking.StartsAt,
            booking.EndsAt,
            booking.Status,
            IsOpen(booking, time.GetUtcNow()),
            booking.GuestId == friend.GuestId,
            said
        );
    }
}
