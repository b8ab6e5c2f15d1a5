using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Notifications;

/// <summary>Who hears of a change: admins and the staff chat of every booking made and canceled, the guest of what staff did to theirs.</summary>
public sealed class Announcements(InstallationSettings installation)
{
    private readonly long[] _staffChats =
        [.. installation.AdminIds.Order().Concat(installation.StaffChatId is { } group ? [group] : []).Distinct()];

    /// <summary>Queues the messages in the transaction of the change.</summary>
    public async Task AddAsync(
        VenueDb db, OutboxKind kind, Actor actor, Booking booking, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (kind is OutboxKind.BookingCreated or OutboxKind.BookingCanceled)
        {
            foreach (var chat in _staffChats)
                db.Outbox.Add(new OutboxMessage(kind, chat, forGuest: false, booking.Id, now, Key(kind, booking, chat, "staff")));
        }

        if (actor is Actor.Guest || booking.GuestId is not { } guestId)
            return;
        var guestChat = await db.Guests.Where(g => g.Id == guestId && !g.IsUnreachable).Select(g => g.TelegramId).SingleOrDefaultAsync(cancellationToken);
        if (guestChat is { } own)
            db.Outbox.Add(new OutboxMessage(kind, own, forGuest: true, booking.Id, now, Key(kind, booking, own, "guest")));
    }

    private static string Key(OutboxKind kind, Booking booking, long chat, string audience) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SnakeCase.Of(kind)}:{booking.Id:N}:{booking.Version}:{audience}:{chat}");
}
