using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>Messages to waiting guests, written with the change.</summary>
internal static class WaitlistMessages
{
    /// <summary>Marks the offer as passed: the guest keeps waiting, and the next in line gets the offer.</summary>
    public static async Task PassAsync(
        VenueDb db,
        WaitlistEntry entry,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        entry.Pass(now);
        await AddAsync(db, OutboxKind.WaitlistPassed, entry, now, entry.WantedUntil, cancellationToken);
    }

    /// <summary>Queues a message; guests without Telegram are told by the host.</summary>
    /// <param name="uselessAt">UTC.</param>
    /// <param name="dueAt">Earliest time to send, UTC; null for now.</param>
    public static async Task AddAsync(
        VenueDb db,
        OutboxKind kind,
        WaitlistEntry entry,
        DateTimeOffset now,
        DateTimeOffset? uselessAt,
        CancellationToken cancellationToken,
        DateTimeOffset? dueAt = null
    )
    {
        var chat = await db
            .Guests.Where(g => g.Id == entry.GuestId && !g.IsUnreachable)
            .Select(g => g.TelegramId)
            .SingleOrDefaultAsync(cancellationToken);
        if (chat is not { } own)
            return;
        var key = string.Create(CultureInfo.InvariantCulture, $"{SnakeCase.Of(kind)}:{entry.Id:N}.{entry.Version}");
        db.Outbox.Add(
            new OutboxMessage(kind, own, forGuest: true, null, now, key)
            {
                WaitlistEntryId = entry.Id,
                UselessAt = uselessAt,
                DueAt = dueAt ?? now,
            }
        );
    }
}
