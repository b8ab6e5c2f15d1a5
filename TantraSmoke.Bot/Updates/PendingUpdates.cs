using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Updates that take long, in the database: Telegram may forget them, and what a killed process leaves is taken over by
/// the next one within <see cref="Lease"/>.
/// </summary>
public sealed class PendingUpdates(VenueStore store, TimeProvider time)
{
    /// <summary>A process that does not renew its rows for so long is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>How often to renew.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    public Task KeepAsync(IReadOnlyCollection<(int Id, string Json)> updates, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var ids = updates.Select(update => update.Id).ToList();
                // They may be there from a try whose success nobody heard of.
                await db.PendingUpdates.Where(row => ids.Contains(row.UpdateId)).ExecuteDeleteAsync(cancellationToken);
                var until = time.GetUtcNow() + Lease;
                db.PendingUpdates.AddRange(
                    updates.Select(update => new PendingUpdateRow
                    {
                        UpdateId = update.Id,
                        Json = update.Json,
                        LockedUntil = until,
                    })
                );
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

    public Task RenewAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        LockAsync(ids, time.GetUtcNow() + Lease, cancellationToken);

    /// <summary>Another process may have them at once: this one stops.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        LockAsync(ids, time.GetUtcNow(), cancellationToken);

    /// <summary>They are handled.</summary>
    public Task ForgetAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? Task.CompletedTask
            : store.ChangeAsync(
                Actor.System.Instance,
                db => db.PendingUpdates.Where(row => ids.Contains(row.UpdateId)).ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );

    /// <summary>What no living process has, oldest first; the caller has it from then on.</summary>
    public async Task<IReadOnlyList<(int Id, string Json)>> TakeOverAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var left = await store.ReadAsync(
            db =>
                db.PendingUpdates.Where(row => row.LockedUntil <= now)
                    .OrderBy(row => row.UpdateId)
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
        List<(int, string)> taken = [];
        foreach (var row in left)
        {
            await store.ChangeAsync(
                Actor.System.Instance,
                async db =>
                {
                    var isOurs =
                        await db
                            .PendingUpdates.Where(x => x.UpdateId == row.UpdateId && x.LockedUntil <= now)
                            .ExecuteUpdateAsync(x => x.SetProperty(y => y.LockedUntil, now + Lease), cancellationToken)
                        > 0;
                    if (isOurs)
                        taken.Add((row.UpdateId, row.Json));
                },
                cancellationToken
            );
        }

        return taken;
    }

    private Task LockAsync(IReadOnlyCollection<int> ids, DateTimeOffset until, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? Task.CompletedTask
            : store.ChangeAsync(
                Actor.System.Instance,
                db =>
                    db.PendingUpdates.Where(row => ids.Contains(row.UpdateId))
                        .ExecuteUpdateAsync(row => row.SetProperty(x => x.LockedUntil, until), cancellationToken),
                cancellationToken
            );
}
