using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// Messages to friends who come: one reminder, a change of time with the question whether they still come, or the
/// cancellation. Outbox rows, planned in the booking's transaction and again after every change of its time or status.
/// </summary>
internal static class FriendMessages
{
    public static async Task ReplanAsync(
        VenueDb db,
        VenueCatalog catalog,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (booking.InviteToken is null)
            return;
        await Waiting(db, booking.Id).ExecuteDeleteAsync(cancellationToken);
        // An answer applies to the start it was given for.
        await CountAsync(db, booking.Id, booking.StartsAt, cancellationToken);
        var friends = await (
            from answer in db.FriendAnswers
            join guest in db.Guests on answer.GuestId equals guest.Id
            where answer.BookingId == booking.Id && answer.IsComing && guest.TelegramId != null && !guest.IsUnreachable
            select new
            {
                answer.Id,
                answer.KnownStart,
                answer.AnsweredStart,
                Chat = guest.TelegramId!.Value,
            }
        ).ToListAsync(cancellationToken);
        foreach (var friend in friends)
        {
            OutboxKind? news =
                booking.Status == BookingStatus.Canceled && booking.EndsAt > now && friend.KnownStart is not null
                    ? OutboxKind.FriendCanceled
                : booking.IsCertain && booking.StartsAt > now && friend.KnownStart != booking.StartsAt
                    ? OutboxKind.FriendMoved
                : null;
            if (news is { } kind)
            {
                DateTimeOffset? known = kind == OutboxKind.FriendCanceled ? null : booking.StartsAt;
                await db
                    .FriendAnswers.Where(a => a.Id == friend.Id)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.KnownStart, known), cancellationToken);
                await AddAsync(
                    db,
                    new OutboxMessage(
                        kind,
                        friend.Chat,
                        forGuest: true,
                        booking.Id,
                        now,
                        Key(kind, booking, friend.Id, now)
                    ),
                    cancellationToken
                );
            }

            if (friend.AnsweredStart == booking.StartsAt)
                await RemindAsync(db, catalog, booking, friend.Id, friend.Chat, now, cancellationToken);
        }
    }

    /// <summary>
    /// Plans a friend's single reminder: the guests' reminder nearest to the start, outside quiet hours.
    /// </summary>
    public static async Task RemindAsync(
        VenueDb db,
        VenueCatalog catalog,
        Booking booking,
        long answerId,
        long chat,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            !booking.IsCertain
            || ReminderPlanner.Plan(catalog.Settings, catalog.Clock, booking.StartsAt, now) is not [.., var due]
        )
            return;
        await AddAsync(
            db,
            new OutboxMessage(
                OutboxKind.FriendReminder,
                chat,
                forGuest: true,
                booking.Id,
                now,
                Key(OutboxKind.FriendReminder, booking, answerId, due)
            )
            {
                DueAt = due,
                UselessAt = booking.StartsAt,
            },
            cancellationToken
        );
    }

    /// <summary>Asks the host once per number when more friends accept than the party size.</summary>
    public static Task OutgrownAsync(
        VenueDb db,
        Booking booking,
        int heads,
        long chat,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        AddAsync(
            db,
            new OutboxMessage(
                OutboxKind.PartyOutgrown,
                chat,
                forGuest: true,
                booking.Id,
                now,
                Key(OutboxKind.PartyOutgrown, booking, heads, booking.StartsAt)
            )
            {
                UselessAt = booking.StartsAt,
            },
            cancellationToken
        );

    /// <summary>Reminders to that booking's friends that are still pending.</summary>
    public static IQueryable<OutboxMessage> Waiting(VenueDb db, Guid bookingId) =>
        db.Outbox.Where(m =>
            m.BookingId == bookingId
            && m.Kind == OutboxKind.FriendReminder
            && m.SentAt == null
            && m.FailedAt == null
            && m.LockedUntil == null
        );

    // A friend who accepts, declines and accepts again is planned again: an existing row is enough.
    private static async Task AddAsync(VenueDb db, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!await db.Outbox.AnyAsync(m => m.DedupeKey == message.DedupeKey, cancellationToken))
            db.Outbox.Add(message);
    }

    private static string Key(OutboxKind kind, Booking booking, long about, DateTimeOffset at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SnakeCase.Of(kind)}:{booking.Id:N}.{booking.Version}.{about}.{at.ToUnixTimeSeconds()}"
        );

    /// <summary>Recounts the answers for this start (UTC) and returns how many come.</summary>
    public static async Task<int> CountAsync(
        VenueDb db,
        Guid bookingId,
        DateTimeOffset startsAt,
        CancellationToken cancellationToken
    )
    {
        var answers = db.FriendAnswers.Where(a => a.BookingId == bookingId && a.AnsweredStart == startsAt);
        var coming = await answers.CountAsync(a => a.IsComing, cancellationToken);
        var declined = await answers.CountAsync(a => !a.IsComing, cancellationToken);
        await db
            .Bookings.Where(b => b.Id == bookingId)
            .ExecuteUpdateAsync(
                b => b.SetProperty(x => x.FriendsComing, coming).SetProperty(x => x.FriendsDeclined, declined),
                cancellationToken
            );
        return coming;
    }
}
