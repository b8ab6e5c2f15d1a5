using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>Sends summaries to the staff chats when the day opens and after it closes.</summary>
public sealed class ShiftSummaries(VenueStore store, VenueCatalogCache catalogs, StaffChats chats, TimeProvider time)
{
    /// <summary>A summary later than this is dropped.</summary>
    private static readonly TimeSpan IsOld = TimeSpan.FromHours(1);

    /// <summary>Queues the summaries that are due; idempotent across calls and replicas.</summary>
    public async Task QueueAsync(CancellationToken cancellationToken)
    {
        var (now, catalog) = (time.GetUtcNow(), await catalogs.GetAsync(cancellationToken));
        var summaries = Due(catalog, now).ToList();
        if (summaries.Count == 0)
            return;
        var staff = await store.ReadAsync(db => chats.AllAsync(db, cancellationToken), cancellationToken);
        var due = summaries
            .SelectMany(s => staff.Select(chat => (s.Kind, Chat: chat, Key: Key(s.Kind, s.Day, chat))))
            .ToList();
        if (due.Count == 0)
            return;
        var keys = due.ConvertAll(d => d.Key);
        if (
            await store.ReadAsync(
                db => db.Outbox.CountAsync(m => keys.Contains(m.DedupeKey), cancellationToken),
                cancellationToken
            ) == due.Count
        )
            return;
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var known = await db
                    .Outbox.Where(m => keys.Contains(m.DedupeKey))
                    .Select(m => m.DedupeKey)
                    .ToListAsync(cancellationToken);
                db.Outbox.AddRange(
                    due.Where(d => !known.Contains(d.Key))
                        .Select(d => new OutboxMessage(d.Kind, d.Chat, forGuest: false, null, now, d.Key)
                        {
                            UselessAt = now + IsOld,
                        })
                );
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The service day a summary queued at that instant is about; null if the schedule has changed since.
    /// </summary>
    public static DateOnly? DayOf(VenueCatalog catalog, OutboxKind kind, DateTimeOffset queued) =>
        Due(catalog, queued).Where(s => s.Kind == kind).Select(s => (DateOnly?)s.Day).FirstOrDefault();

    /// <summary>The last night may end after the next day has begun.</summary>
    private static IEnumerable<(OutboxKind Kind, DateOnly Day)> Due(VenueCatalog catalog, DateTimeOffset now)
    {
        var today = catalog.Clock.ServiceDayOf(now);
        foreach (var day in new[] { today.AddDays(-1), today })
        {
            var times = catalog.Times(day);
            if (times.Count == 0)
                continue;
            if (IsJustNow(times.Min(t => t.StartsAt)))
                yield return (OutboxKind.OpeningSummary, day);
            if (IsJustNow(times.Max(t => t.EndsAt)))
                yield return (OutboxKind.ClosingSummary, day);
        }

        bool IsJustNow(DateTimeOffset at) => at <= now && now < at + IsOld;
    }

    private static string Key(OutboxKind kind, DateOnly day, long chat) =>
        string.Create(CultureInfo.InvariantCulture, $"{SnakeCase.Of(kind)}:{day:yyyyMMdd}:{chat}");
}
