using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// Who hears of a change: admins and the staff chat see every booking's card as it is now, the guest hears of what
/// staff did to theirs.
/// </summary>
public sealed class Announcements(StaffChats chats, VenueStore store)
{
    /// <summary>Queues what the guest hears of it, in the transaction of the change.</summary>
    public async Task AddAsync(
        VenueDb db,
        OutboxKind kind,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => db.Outbox.AddRange((await OfAsync(db, kind, actor, booking, now, cancellationToken)).Where(m => m.ForGuest));

    /// <summary>The messages that go with a new booking or a change, to be written in its transaction.</summary>
    public async Task<List<OutboxMessage>> OfAsync(
        VenueDb db,
        OutboxKind kind,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var messages = new List<OutboxMessage>();
        if (kind == OutboxKind.BookingCreated)
        {
            var staff = await chats.AllAsync(db, cancellationToken);
            messages.AddRange([.. Cards(staff, booking, now), .. Unanswered(staff, booking, now)]);
        }

        if (actor is Actor.Guest || booking.GuestId is not { } guestId)
            return messages;
        var guestChat = await db
            .Guests.Where(g => g.Id == guestId && !g.IsUnreachable)
            .Select(g => g.TelegramId)
            .SingleOrDefaultAsync(cancellationToken);
        if (guestChat is { } own)
            messages.Add(
                new OutboxMessage(kind, own, forGuest: true, booking.Id, now, Key(kind, booking, own, "guest"))
            );
        return messages;
    }

    /// <summary>
    /// Every staff chat's card of the booking shows it as it is from now on. Cards are worded when they are sent, so
    /// one that nobody has begun to send is replaced: many changes in a row are one edit.
    /// </summary>
    public async Task ShowAsync(VenueDb db, Booking booking, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Cards(await chats.AllAsync(db, cancellationToken), booking, now).ToList() is not { Count: > 0 } cards)
            return;
        await db
            .Outbox.Where(m =>
                m.BookingId == booking.Id
                && m.Kind == OutboxKind.StaffCard
                && m.SentAt == null
                && m.FailedAt == null
                && m.LockedUntil == null
                && m.Attempts == 0
            )
            .ExecuteDeleteAsync(cancellationToken);
        db.Outbox.AddRange(cards);
    }

    /// <summary>
    /// Whatever a guest has just done that staff have to hear of: a card that is edited makes no sound. Where the card
    /// has yet to come, it makes one itself.
    /// </summary>
    public async Task NoteAsync(VenueDb db, Booking booking, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db
            .PostedCards.Where(c => c.BookingId == booking.Id)
            .Select(c => c.ChatId)
            .Union(
                db.Outbox.Where(m => m.BookingId == booking.Id && m.Kind == OutboxKind.StaffCard && m.Attempts > 0)
                    .Select(m => m.ChatId)
            )
            .ToListAsync(cancellationToken);
        var staff = await chats.AllAsync(db, cancellationToken);
        db.Outbox.AddRange(ForStaff(staff, OutboxKind.StaffNote, booking, now).Where(m => known.Contains(m.ChatId)));
        if (booking.Status != BookingStatus.Requested)
            return;
        await db
            .Outbox.Where(m =>
                m.BookingId == booking.Id
                && m.Kind == OutboxKind.RequestUnanswered
                && m.SentAt == null
                && m.FailedAt == null
                && m.LockedUntil == null
            )
            .ExecuteDeleteAsync(cancellationToken);
        db.Outbox.AddRange(Unanswered(staff, booking, now));
    }

    /// <summary>The message that shows the booking in that chat; null when there is none yet.</summary>
    public Task<int?> PostedAsync(Guid bookingId, long chatId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db =>
                db.PostedCards.Where(c => c.BookingId == bookingId && c.ChatId == chatId)
                    .Select(c => (int?)c.MessageId)
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// A change of the booking was undone: what was not sent yet is forgotten, and a guest who knows of it hears how
    /// things stand now.
    /// </summary>
    public async Task TakeBackAsync(
        VenueDb db,
        Actor actor,
        Booking booking,
        BookingHistory change,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var about = string.Create(CultureInfo.InvariantCulture, $":{booking.Id:N}:{change.Version}:");
        var messages = db.Outbox.Where(m => m.BookingId == booking.Id && m.ForGuest && m.DedupeKey.Contains(about));
        await messages.Where(m => m.SentAt == null && m.LockedUntil == null).ExecuteDeleteAsync(cancellationToken);
        if (change.ActorKind == "guest" || await messages.AnyAsync(cancellationToken))
            await AddAsync(db, Restored(booking, change), actor, booking, now, cancellationToken);
    }

    private static OutboxKind Restored(Booking booking, BookingHistory change) =>
        booking.Status == BookingStatus.Requested ? OutboxKind.BookingRequested
        : change.Action == BookingAction.Restored ? OutboxKind.BookingCanceled
        : change.Action == BookingAction.Canceled ? OutboxKind.BookingCreated
        : OutboxKind.BookingMoved;

    /// <summary>Who walked in is on the floor already: nothing is to be decided about them in a chat.</summary>
    private static IEnumerable<OutboxMessage> Cards(long[] staff, Booking booking, DateTimeOffset now) =>
        booking.Source == BookingSource.WalkIn ? [] : ForStaff(staff, OutboxKind.StaffCard, booking, now);

    private static IEnumerable<OutboxMessage> ForStaff(
        long[] staff,
        OutboxKind kind,
        Booking booking,
        DateTimeOffset now
    ) =>
        staff.Select(chat => new OutboxMessage(
            kind,
            chat,
            forGuest: false,
            booking.Id,
            now,
            Key(kind, booking, chat, "staff")
        ));

    /// <summary>Staff who leave a request lying are reminded of it.</summary>
    private static IEnumerable<OutboxMessage> Unanswered(long[] staff, Booking booking, DateTimeOffset now)
    {
        if (booking is not { Status: BookingStatus.Requested, RequestedAt: { } requested })
            yield break;
        foreach (var due in BookingRules.AnswerReminders(requested, booking.StartsAt))
        {
            foreach (var chat in staff)
            {
                var key = Key(OutboxKind.RequestUnanswered, booking, chat, "staff");
                yield return new OutboxMessage(
                    OutboxKind.RequestUnanswered,
                    chat,
                    forGuest: false,
                    booking.Id,
                    now,
                    string.Create(CultureInfo.InvariantCulture, $"{key}:{due.ToUnixTimeSeconds()}")
                )
                {
                    DueAt = due,
                    UselessAt = BookingRules.AnswerBy(requested, booking.StartsAt),
                };
            }
        }
    }

    private static string Key(OutboxKind kind, Booking booking, long chat, string audience) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SnakeCase.Of(kind)}:{booking.Id:N}:{booking.Version}:{audience}:{chat}"
        );
}
