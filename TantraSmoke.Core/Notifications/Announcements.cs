using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Notifications;

/// <summary>Who hears of a change: admins and the staff chat of every booking made and canceled, and of those that guests move, the guest of what staff did to theirs.</summary>
public sealed class Announcements(InstallationSettings installation)
{
    private readonly long[] _staffChats =
        [.. installation.AdminIds.Order().Concat(installation.StaffChatId is { } group ? [group] : []).Distinct()];

    /// <summary>Queues the messages in the transaction of the change.</summary>
    public async Task AddAsync(
        VenueDb db, OutboxKind kind, Actor actor, Booking booking, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Outbox.AddRange(await OfAsync(db, kind, actor, booking, now, cancellationToken));

    /// <summary>The messages that go with the change, to be written in its transaction.</summary>
    public async Task<List<OutboxMessage>> OfAsync(
        VenueDb db, OutboxKind kind, Actor actor, Booking booking, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var messages = new List<OutboxMessage>();
        if (kind is OutboxKind.BookingCreated or OutboxKind.BookingCanceled || (kind == OutboxKind.BookingMoved && actor is Actor.Guest))
        {
            foreach (var chat in _staffChats)
                messages.Add(new OutboxMessage(kind, chat, forGuest: false, booking.Id, now, Key(kind, booking, chat, "staff")));
        }

        if (actor is Actor.Guest || booking.GuestId is not { } guestId)
            return messages;
        var guestChat = await db.Guests.Where(g => g.Id == guestId && !g.IsUnreachable).Select(g => g.TelegramId).SingleOrDefaultAsync(cancellationToken);
        if (guestChat is { } own)
            messages.Add(new OutboxMessage(kind, own, forGuest: true, booking.Id, now, Key(kind, booking, own, "guest")));
        return messages;
    }

    /// <summary>
    /// The change that made <paramref name="version"/> of the booking was undone: what was not sent yet is forgotten, and who has
    /// heard of it already hears how things stand now.
    /// </summary>
    public async Task TakeBackAsync(
        VenueDb db, Actor actor, Booking booking, int version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var about = string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{booking.Id:N}:{version}:");
        var messages = db.Outbox.Where(m => m.BookingId == booking.Id && m.DedupeKey.Contains(about));
        await messages.Where(m => m.SentAt == null && m.LockedUntil == null).ExecuteDeleteAsync(cancellationToken);
        var kind = await messages.Select(m => (OutboxKind?)m.Kind).FirstOrDefaultAsync(cancellationToken);
        if (kind is not null)
            await AddAsync(db, kind == OutboxKind.BookingCanceled ? OutboxKind.BookingCreated : kind.Value, actor, booking, now, cancellationToken);
    }

    private static string Key(OutboxKind kind, Booking booking, long chat, string audience) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SnakeCase.Of(kind)}:{booking.Id:N}:{booking.Version}:{audience}:{chat}");
}
