using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>What guests who wait are told, written with the change itself.</summary>
internal static class WaitlistMessages
{
    /// <summary>
    /// The offer was let pass, or not wanted: they go on waiting, but the next in line comes first now.
    /// </summary>
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

    /// <summary>Nothing for somebody without Telegram: the host tells them.</summary>
    /// <param name="uselessAt">UTC.</param>
    /// <param name="dueAt">Not before then, UTC; null: at once.</param>
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
