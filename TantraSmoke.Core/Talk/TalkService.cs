using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Talk;

/// <summary>
/// Messages between guests and the venue: guests' messages go to the staff group (or the admins without one) and the
/// dashboard, staff's answers from either go to the guest. Stored once per key, sent through the outbox.
/// </summary>
public sealed class TalkService(VenueStore store, StaffChats chats, TimeProvider time)
{
    /// <summary>Maximum number of a guest's messages passed on within <see cref="FloodWindow"/>.</summary>
    public const int MostMessages = 20;

    public static readonly TimeSpan FloodWindow = TimeSpan.FromMinutes(10);

    /// <summary>Messages within a day form one thread in the staff chat.</summary>
    private static readonly TimeSpan ThreadLasts = TimeSpan.FromHours(24);

    private const int Shown = 200;

    /// <summary>
    /// Stores a message from a guest. Returns TextTooLong beyond <see cref="TalkMessage.TextLimit"/>, TooManyMessages
    /// for a flood.
    /// </summary>
    public Task<Outcome<TalkMessage>> WriteAsync(
        Actor.Guest guest,
        string text,
        string key,
        CancellationToken cancellationToken
    ) =>
        text.Length > TalkMessage.TextLimit
            ? Task.FromResult<Outcome<TalkMessage>>(new CommonRefusal.TextTooLong("text", TalkMessage.TextLimit))
            : store.WriteAsync<TalkMessage>(
                guest,
                async db =>
                {
                    await db.LockGuestsAsync([guest.GuestId], cancellationToken);
                    if (await KnownAsync(db, key, cancellationToken) is { } known)
                        return known;
                    var now = time.GetUtcNow();
                    var since = now - FloodWindow;
                    if (
                        await db.TalkMessages.CountAsync(
                            m => m.GuestId == guest.GuestId && m.StaffName == null && m.At > since,
                            cancellationToken
                        ) >= MostMessages
                    )
                        return new TalkRefusal.TooManyMessages((int)FloodWindow.TotalMinutes);
                    var message = new TalkMessage(
                        guest.GuestId,
                        await NearestAsync(db, guest.GuestId, now, cancellationToken),
                        text,
                        key,
                        await NextAsync(db, guest.GuestId, now, cancellationToken)
                    );
                    db.TalkMessages.Add(message);
                    var staff = await chats.ForTalkAsync(db, cancellationToken);
                    db.Outbox.AddRange(
                        staff.Select(chat => Sent(OutboxKind.TalkToStaff, chat, message, forGuest: false, now))
                    );
                    db.Changes.Add(Changed(guest.GuestId));
                    await db.SaveChangesAsync(cancellationToken);
                    return message;
                },
                cancellationToken
            );

    /// <summary>
    /// Sends a message from staff to a guest. Returns CannotBeReached if the guest is not in Telegram or blocked the
    /// bot.
    /// </summary>
    public async Task<Outcome<TalkMessage>> AnswerAsync(
        Actor actor,
        long guestId,
        string text,
        string key,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.TalkToGuests))
            return await store.RefuseAsync(actor, Right.TalkToGuests, cancellationToken);
        if (string.IsNullOrWhiteSpace(text))
            return new CommonRefusal.InvalidInput("text");
        if (text.Length > TalkMessage.TextLimit)
            return new CommonRefusal.TextTooLong("text", TalkMessage.TextLimit);
        return await store.WriteAsync<TalkMessage>(
            actor,
            async db =>
            {
                await db.LockGuestsAsync([guestId], cancellationToken);
                if (await KnownAsync(db, key, cancellationToken) is { } known)
                    return known;
                var now = time.GetUtcNow();
                if (
                    await db
                        .Guests.Where(g => g.Id == guestId && !g.IsUnreachable && g.MergedIntoId == null)
                        .Select(g => g.TelegramId)
                        .SingleOrDefaultAsync(cancellationToken)
                    is not { } chat
                )
                    return new TalkRefusal.CannotBeReached();
                var message = new TalkMessage(
                    guestId,
                    await NearestAsync(db, guestId, now, cancellationToken),
                    text,
                    key,
                    await NextAsync(db, guestId, now, cancellationToken)
                )
                {
                    StaffName = actor.DisplayName,
                };
                db.TalkMessages.Add(message);
                db.Outbox.Add(Sent(OutboxKind.TalkToGuest, chat, message, forGuest: true, now));
                await ReadAsync(db, guestId, now, cancellationToken);
                db.Changes.Add(Changed(guestId));
                await db.SaveChangesAsync(cancellationToken);
                return message;
            },
            cancellationToken
        );
    }

    /// <summary>The guest whose message or booking card staff reply to in a chat; null for other messages.</summary>
    /// <param name="postedAt">When the bot posted it (UTC): a supergroup numbers its messages anew.</param>
    public Task<long?> GuestBehindAsync(
        long chatId,
        int messageId,
        CancellationToken cancellationToken,
        DateTimeOffset? postedAt = null
    ) =>
        store.ReadAsync(
            async db =>
            {
                foreach (var chat in await chats.PostedInAsync(db, chatId, postedAt, cancellationToken))
                {
                    if (await GuestBehindAsync(db, chat, messageId, cancellationToken) is { } guest)
                        return guest;
                }

                return default(long?);
            },
            cancellationToken
        );

    private static async Task<long?> GuestBehindAsync(
        VenueDb db,
        long chatId,
        int messageId,
        CancellationToken cancellationToken
    ) =>
        await db
            .Outbox.Where(m => m.ChatId == chatId && m.MessageId == messageId && m.TalkId != null && !m.ForGuest)
            .Join(db.TalkMessages, m => m.TalkId, t => t.Id, (m, t) => (long?)t.GuestId)
            .FirstOrDefaultAsync(cancellationToken)
        ?? await db
            .PostedCards.Where(c => c.ChatId == chatId && c.MessageId == messageId)
            .Join(db.Bookings, c => c.BookingId, b => b.Id, (c, b) => b.GuestId)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Marks the guest's messages as read.</summary>
    public async Task<Outcome<SeenMessages>> MarkReadAsync(
        Actor actor,
        long guestId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.TalkToGuests))
            return await store.RefuseAsync(actor, Right.TalkToGuests, cancellationToken);
        return await store.WriteAsync<SeenMessages>(
            actor,
            async db =>
            {
                var read = await ReadAsync(db, guestId, time.GetUtcNow(), cancellationToken);
                if (read > 0)
                    db.Changes.Add(Changed(guestId));
                return new SeenMessages(read);
            },
            cancellationToken
        );
    }

    /// <summary>The latest messages between a guest and the venue, oldest first.</summary>
    public Task<TalkThread> OfGuestAsync(long guestId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db =>
            {
                var rows = await (
                    from message in db
                        .TalkMessages.Where(m => m.GuestId == guestId)
                        .OrderByDescending(m => m.At)
                        .Take(Shown)
                    join booking in db.Bookings on message.BookingId equals booking.Id into bookings
                    from booking in bookings.DefaultIfEmpty()
                    select new
                    {
                        message.Id,
                        message.Text,
                        message.At,
                        message.StaffName,
                        message.ReadAt,
                        message.DeliveredAt,
                        message.Failure,
                        Code = booking.Code,
                    }
                ).ToListAsync(cancellationToken);
                var lines = rows.OrderBy(r => r.At)
                    .Select(r => new TalkLine(
                        r.Id,
                        r.Text,
                        r.At,
                        r.StaffName,
                        r.StaffName is null ? TalkDelivery.Received
                            : r.DeliveredAt is not null ? TalkDelivery.Delivered
                            : r.Failure is null ? TalkDelivery.Waiting
                            : r.Failure == TalkFailure.Blocked ? TalkDelivery.Blocked
                            : TalkDelivery.Failed,
                        r.Code
                    ))
                    .ToList();
                var canAnswer = await db.Guests.AnyAsync(
                    g => g.Id == guestId && g.TelegramId != null && !g.IsUnreachable,
                    cancellationToken
                );
                return new TalkThread(lines, rows.Count(r => r.StaffName is null && r.ReadAt is null), canAnswer);
            },
            cancellationToken
        );

    /// <summary>The data for composing an outbox message; null if it no longer exists.</summary>
    public Task<TalkToSend?> ToSendAsync(OutboxMessage sending, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db =>
            {
                var found = await (
                    from message in db.TalkMessages
                    join guest in db.Guests on message.GuestId equals guest.Id
                    where message.Id == sending.TalkId
                    select new
                    {
                        message.Text,
                        message.GuestId,
                        message.BookingId,
                        message.StaffName,
                        message.At,
                        guest.Name,
                        guest.Username,
                    }
                ).SingleOrDefaultAsync(cancellationToken);
                if (found is null)
                    return null;
                var since = found.At - ThreadLasts;
                // Replies to the guest's first message of the thread, otherwise to the booking's card.
                var thread = sending.ForGuest
                    ? null
                    : await (
                        from earlier in db.Outbox
                        join said in db.TalkMessages on earlier.TalkId equals said.Id
                        where
                            earlier.ChatId == sending.ChatId
                            && !earlier.ForGuest
                            && earlier.MessageId != null
                            && said.GuestId == found.GuestId
                            && said.At > since
                        orderby earlier.Id
                        select earlier.MessageId
                    ).FirstOrDefaultAsync(cancellationToken)
                        ?? await db
                            .PostedCards.Where(c => c.ChatId == sending.ChatId && c.BookingId == found.BookingId)
                            .Select(c => (int?)c.MessageId)
                            .FirstOrDefaultAsync(cancellationToken);
                return new TalkToSend(found.Text, found.Name, found.Username, found.BookingId, found.StaffName, thread);
            },
            cancellationToken
        );

    /// <summary>
    /// Records that a message to a guest was delivered or given up: pages show it, and the staff chat is told of a
    /// failure.
    /// </summary>
    internal async Task NoteSentAsync(VenueDb db, OutboxMessage sent, TalkFailure? failure)
    {
        if (!sent.ForGuest || await db.TalkMessages.SingleOrDefaultAsync(m => m.Id == sent.TalkId) is not { } message)
            return;
        db.Changes.Add(Changed(message.GuestId));
        if (failure is not { } why)
        {
            message.Deliver(time.GetUtcNow());
        }
        else
        {
            message.GiveUp(why);
            db.Outbox.AddRange(
                (await chats.ForTalkAsync(db, CancellationToken.None)).Select(chat =>
                    Sent(OutboxKind.TalkUndelivered, chat, message, forGuest: false, time.GetUtcNow())
                )
            );
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Deletes the guest's messages and pending outbox rows.</summary>
    internal static async Task ForgetAsync(VenueDb db, IReadOnlyList<long> guests, CancellationToken cancellationToken)
    {
        var theirs = db.TalkMessages.Where(m => guests.Contains(m.GuestId));
        await db.Outbox.Where(o => theirs.Any(m => m.Id == o.TalkId)).ExecuteDeleteAsync(cancellationToken);
        await theirs.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Guests with unread messages, longest waiting first.</summary>
    internal static async Task<IReadOnlyList<long>> UnreadAsync(VenueDb db, CancellationToken cancellationToken) =>
        await db
            .TalkMessages.Where(m => m.StaffName == null && m.ReadAt == null)
            .GroupBy(m => m.GuestId)
            .OrderBy(g => g.Min(m => m.At))
            .Select(g => g.Key)
            .Take(100)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Now, or a millisecond (the precision of both databases) after the last message, to keep their order.
    /// </summary>
    private static async Task<DateTimeOffset> NextAsync(
        VenueDb db,
        long guestId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await db
            .TalkMessages.Where(m => m.GuestId == guestId)
            .OrderByDescending(m => m.At)
            .Select(m => (DateTimeOffset?)m.At)
            .FirstOrDefaultAsync(cancellationToken)
            is { } last
        && last >= now
            ? last.AddMilliseconds(1)
            : now;

    private static Task<int> ReadAsync(
        VenueDb db,
        long guestId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db
            .TalkMessages.Where(m => m.GuestId == guestId && m.StaffName == null && m.ReadAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.ReadAt, now), cancellationToken);

    private static Task<TalkMessage?> KnownAsync(VenueDb db, string key, CancellationToken cancellationToken) =>
        db.TalkMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Key == key, cancellationToken);

    /// <summary>The booking the message is probably about: the current or the next one.</summary>
    private static Task<Guid?> NearestAsync(
        VenueDb db,
        long guestId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db
            .Bookings.Where(Booking.IsOpen)
            .Where(b => b.GuestId == guestId && b.EndsAt > now)
            .OrderBy(b => b.StartsAt)
            .Select(b => (Guid?)b.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private static OutboxMessage Sent(
        OutboxKind kind,
        long chat,
        TalkMessage message,
        bool forGuest,
        DateTimeOffset now
    ) =>
        new(
            kind,
            chat,
            forGuest,
            message.BookingId,
            now,
            string.Create(CultureInfo.InvariantCulture, $"{SnakeCase.Of(kind)}:{message.Id:N}:{chat}")
        )
        {
            TalkId = message.Id,
        };

    private static VenueChange Changed(long guestId) =>
        new(ChangeKind.Guest, guestId.ToString(CultureInfo.InvariantCulture));
}
