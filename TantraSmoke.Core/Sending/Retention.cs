using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Core.Sending;

/// <summary>
/// Deletes what nobody reads any more: messages sent or given up long ago, expired chat sessions and cached values.
/// Never deleted are bookings, and messages in staff chats that name a guest, whose text is removed with the guest's
/// data.
/// </summary>
public sealed class Retention(
    VenueStore store,
    InstallationSettings installation,
    ReplicaLeader leader,
    TimeProvider time,
    ILogger<Retention> logger
) : BackgroundService
{
    /// <summary>Rows deleted in one transaction, so that on SQLite nobody waits for long.</summary>
    private const int Batch = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private static readonly OutboxKind[] WithoutTrace = [OutboxKind.StaffCard, OutboxKind.Erased];

    /// <returns>Number of rows deleted.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now.AddDays(-installation.KeepMessagesDays);
        return await DeleteAsync(db => OldMessages(db, oldest), cancellationToken)
            + await DeleteAsync(db => db.ChatSessions.Where(s => s.ExpiresAt <= now), cancellationToken)
            + await DeleteAsync(db => db.CachedValues.Where(v => v.ExpiresAt <= now), cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leader.RunAsync(RunAsync, stoppingToken);

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await TrySweepAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Shutdown, or another leads.
        }
    }

    // Cards are found by PostedCards, and edits are done with. The keys of a booking's messages tell what was sent
    // until it is over.
    private static IQueryable<OutboxMessage> OldMessages(VenueDb db, DateTimeOffset oldest) =>
        db.Outbox.Where(m =>
            (m.SentAt ?? m.FailedAt) < oldest
            && (m.ForGuest || WithoutTrace.Contains(m.Kind))
            && !db.Bookings.Any(b => b.Id == m.BookingId && b.EndsAt >= oldest)
        );

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await SweepAsync(cancellationToken) is > 0 and var deleted)
                logger.LogInformation("Deleted {Rows} rows that nobody reads any more", deleted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogWarning(
                fault,
                "Old rows could not be deleted; tried again in {Minutes} min",
                Interval.TotalMinutes
            );
        }
    }

    private async Task<int> DeleteAsync<T>(Func<VenueDb, IQueryable<T>> old, CancellationToken cancellationToken)
        where T : class
    {
        var (total, deleted) = (0, Batch);
        while (deleted == Batch)
        {
            await store.ChangeAsync(
                Actor.System.Instance,
                async db => deleted = await old(db).Take(Batch).ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
            total += deleted;
        }

        return total;
    }
}
