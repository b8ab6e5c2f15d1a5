using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// Notifies of changes: the booking's card in the staff chats, and messages to the guest about changes by staff.
/// </summary>
public sealed class Announcements(StaffChats chats, VenueStore store)
{
    /// <summary>Queues the messages to the guest in the transaction of the change.</summary>
    public async Task AddAsync(
        VenueDb db,
        OutboxKind kind,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => db.Outbox.AddRange((await OfAsync(db, kind, actor, booking, now, cancellationToken)).Where(m => m.ForGuest));

    /// <summary>The messages of a new or changed booking, to be written in its transaction.</summary>
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
    /// Updates the booking's card in every staff chat. Cards are composed when they are sent, so a pending one is
    /// replaced: several changes in a row cause one edit.
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
    /// Notifies staff of a guest's action, because an edited card does not notify. Not needed where the card itself is
    /// still to be sent.
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

    /// <summary>The message that shows the booking in that chat; null if there is none yet.</summary>
    public Task<int?> PostedAsync(Guid bookingId, long chatId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db =>
                db.PostedCards.Where(c => c.BookingId == bookingId && c.ChatId == chatId)
                    .Select(c => (int?)c.MessageId)
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// Called after an undo: deletes unsent messages, and tells a guest who already knew of the change how things
    /// stand.
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

    /// <summary>No card for walk-ins: they are already on the floor.</summary>
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

    /// <summary>Reminders to staff of an unanswered request.</summary>
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
