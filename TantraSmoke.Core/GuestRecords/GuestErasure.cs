using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Core.GuestRecords;

/// <summary>Deletes personal data on request.</summary>
public sealed class GuestErasure(
    VenueStore store,
    VenueCatalogCache catalogs,
    Announcements announcements,
    TimeProvider time
)
{
    /// <summary>
    /// Deletes all personal data of a guest, of guests merged into them and in texts about their bookings; visits and
    /// no-shows still count. Waitlist entries end. Bookings to come are canceled with <paramref name="cancelOpen"/>,
    /// without a message to the guest; otherwise, and while the guest is seated, it returns GuestExpected. If the guest
    /// writes again later, they are a new guest.
    /// </summary>
    public async Task<Outcome<Guest>> EraseAsync(
        Actor actor,
        long id,
        bool cancelOpen,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EraseGuests))
            return await store.RefuseAsync(actor, Right.EraseGuests, cancellationToken);
        return await store.WriteAsync<Guest>(
            actor,
            async db =>
            {
                await db.LockGuestsAsync([id], cancellationToken);
                var guest = await db.Guests.SingleOrDefaultAsync(
                    g => g.Id == id && g.MergedIntoId == null && g.AnonymizedAt == null,
                    cancellationToken
                );
                if (guest is null)
                    return new GuestRefusal.GuestNotFound();
                var now = time.GetUtcNow();
                var open = await db
                    .Bookings.Where(b => b.GuestId == id)
                    .Where(Booking.IsOpen)
                    .ToListAsync(cancellationToken);
                if (open.Exists(b => b.Status == BookingStatus.Seated) || (open.Count > 0 && !cancelOpen))
                    return new GuestRecordRefusal.GuestExpected(open.Count);
                foreach (var booking in open)
                    await CancelAsync(db, actor, booking, now, cancellationToken);

                var everyone = await db
                    .Guests.Where(g => g.Id == id || g.MergedIntoId == id)
                    .ToListAsync(cancellationToken);
                var chats = everyone.Select(g => g.TelegramId).OfType<long>().ToList();
                var ids = everyone.ConvertAll(g => g.Id);
                var waiting = await db
                    .Waitlist.Where(e => e.GuestId != null && ids.Contains(e.GuestId.Value))
                    .ToListAsync(cancellationToken);
                everyone.ForEach(g => g.Anonymize(now));
                waiting.ForEach(e => e.Forget(now));
                await db.SaveChangesAsync(cancellationToken);

                var posted = await PostedAboutAsync(db, id, ids, cancellationToken);
                await db.ForgetAsync(
                    async () =>
                    {
                        await TalkService.ForgetAsync(db, ids, cancellationToken);
                        await FriendService.ForgetAsync(db, id, ids, cancellationToken);
                        await ForgetBookingsAsync(db, id, ids, cancellationToken);
                        await ForgetTracesAsync(db, ids, waiting, chats, cancellationToken);
                    },
                    cancellationToken
                );
                db.Outbox.AddRange(
                    posted.Select(p => OutboxMessage.Edit(p.Kind, p.ChatId, p.MessageId, p.Queued, now))
                );
                await db.SaveChangesAsync(cancellationToken);
                return guest;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Messages in staff chats that name the guest: their messages, cards, notes and summaries. Summaries are composed
    /// again without them; all others are edited to say that the data was deleted.
    /// </summary>
    private async Task<List<(OutboxKind Kind, long ChatId, int MessageId, DateTimeOffset Queued)>> PostedAboutAsync(
        VenueDb db,
        long guestId,
        List<long> ids,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        var own = db.Bookings.Where(b => b.GuestId == guestId);
        var days = await own.Select(b => b.ServiceDay).Distinct().ToListAsync(cancellationToken);
        var cards = await db
            .PostedCards.Where(c => own.Any(b => b.Id == c.BookingId))
            .Select(c => new { c.ChatId, c.MessageId })
            .ToListAsync(cancellationToken);
        var sent = await db
            .Outbox.Where(m => !m.ForGuest && m.MessageId != null && m.SentAt != null && m.Kind != OutboxKind.Erased)
            .Where(m =>
                own.Any(b => b.Id == m.BookingId)
                || db.TalkMessages.Any(t => t.Id == m.TalkId && ids.Contains(t.GuestId))
                || m.Kind == OutboxKind.OpeningSummary
                || m.Kind == OutboxKind.ClosingSummary
            )
            .Select(m => new
            {
                m.Kind,
                m.ChatId,
                m.MessageId,
                m.CreatedAt,
            })
            .ToListAsync(cancellationToken);
        var summaries = sent.Where(m =>
                ShiftSummaries.DayOf(catalog, m.Kind, m.CreatedAt) is { } day && days.Contains(day)
            )
            .ToList();
        var others = sent.Where(m => m.Kind is not (OutboxKind.OpeningSummary or OutboxKind.ClosingSummary))
            .Select(m => (m.ChatId, MessageId: m.MessageId!.Value))
            .Concat(cards.Select(c => (c.ChatId, c.MessageId)))
            .Distinct();
        return
        [
            .. others.Select(m => (OutboxKind.Erased, m.ChatId, m.MessageId, time.GetUtcNow())),
            .. summaries.Select(m => (m.Kind, m.ChatId, m.MessageId!.Value, m.CreatedAt)),
        ];
    }

    private async Task CancelAsync(
        VenueDb db,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var before = JsonSerializer.Serialize(booking.State);
        booking.Cancel(now);
        // Friends who come are notified; the guest is not.
        await FriendMessages.ReplanAsync(
            db,
            await catalogs.GetAsync(cancellationToken),
            booking,
            now,
            cancellationToken
        );
        await db.Claims.Where(c => c.BookingId == booking.Id).ExecuteDeleteAsync(cancellationToken);
        await announcements.ShowAsync(db, booking, now, cancellationToken);
        db.BookingHistory.Add(
            new BookingHistory(booking.Id, BookingAction.Canceled, actor, now, booking.Version, before, null)
        );
    }

    private static async Task ForgetBookingsAsync(
        VenueDb db,
        long guestId,
        List<long> ids,
        CancellationToken cancellationToken
    )
    {
        var own = db.Bookings.Where(b => b.GuestId == guestId);
        await own.ExecuteUpdateAsync(
            b =>
                b.SetProperty(x => x.Comment, (string?)null)
                    .SetProperty(x => x.Allergies, (string?)null)
                    .SetProperty(x => x.InternalNote, (string?)null)
                    .SetProperty(x => x.RatingComment, (string?)null)
                    .SetProperty(x => x.Occasion, (Occasion?)null),
            cancellationToken
        );

        // Earlier states in the history contain the same texts, as do bookings that were this guest's for a while. The
        // property may be the last of its JSON object or be followed by another.
        var marks = ids.SelectMany(
                _ => "},",
                (id, end) => string.Create(CultureInfo.InvariantCulture, $"\"GuestId\":{id}{end}")
            )
            .ToList();
        var lines = await db
            .BookingHistory.AsNoTracking()
            .Where(h => own.Any(b => b.Id == h.BookingId) || marks.Any(mark => h.Before!.Contains(mark)))
            .Select(h => new
            {
                h.Id,
                h.Before,
                IsOwn = own.Any(b => b.Id == h.BookingId),
            })
            .ToListAsync(cancellationToken);
        foreach (var line in lines)
        {
            var state = line.Before is null ? null : JsonSerializer.Deserialize<BookingState>(line.Before);
            var details = state?.Details;
            if (details is not null && (line.IsOwn || (details.GuestId is { } who && ids.Contains(who))))
                details = new BookingDetails(details.PartySize, details.GuestId);
            var before = state is null ? null : JsonSerializer.Serialize(state with { Details = details });
            await db
                .BookingHistory.Where(h => h.Id == line.Id)
                .ExecuteUpdateAsync(
                    h => h.SetProperty(x => x.Before, before).SetProperty(x => x.Reason, (string?)null),
                    cancellationToken
                );
        }
    }

    private static async Task ForgetTracesAsync(
        VenueDb db,
        List<long> ids,
        List<WaitlistEntry> waiting,
        List<long> chats,
        CancellationToken cancellationToken
    )
    {
        var subjects = ids.ConvertAll(id => id.ToString(CultureInfo.InvariantCulture));
        var holders = ids.ConvertAll(id => string.Create(CultureInfo.InvariantCulture, $"guest:{id}"))
            .Concat(waiting.Select(e => e.Holder))
            .ToList();
        await db
            .BookingHistory.Where(h => h.ActorKind == "guest" && h.ActorId != null && ids.Contains(h.ActorId.Value))
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.ActorName, ""), cancellationToken);
        await db
            .Audit.Where(a => a.ActorKind == "guest" && a.ActorId != null && ids.Contains(a.ActorId.Value))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.ActorName, ""), cancellationToken);

        // Includes the entry of this change: the entry stays, its text is removed.
        var entries = waiting.ConvertAll(e => e.Id.ToString());
        await db
            .Audit.Where(a =>
                (a.Subject == AuditEntry.Guests && subjects.Contains(a.SubjectId))
                || (a.Subject == "waitlist_entries" && entries.Contains(a.SubjectId))
            )
            .ExecuteUpdateAsync(
                a => a.SetProperty(x => x.Before, (string?)null).SetProperty(x => x.After, (string?)null),
                cancellationToken
            );

        await db.Outbox.Where(m => m.ForGuest && chats.Contains(m.ChatId)).ExecuteDeleteAsync(cancellationToken);
        await db.ChatSessions.Where(s => chats.Contains(s.ChatId)).ExecuteDeleteAsync(cancellationToken);
        if (
            await db
                .Claims.Where(c => c.Holder != null && holders.Contains(c.Holder))
                .ExecuteDeleteAsync(cancellationToken) > 0
        )
            db.Changes.Add(new VenueChange(ChangeKind.Claim));
    }
}
