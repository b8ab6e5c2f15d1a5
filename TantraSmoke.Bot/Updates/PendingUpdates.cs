using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Long-running updates kept in the database, so that Telegram may forget them. The next process takes over those of a
/// dead one within <see cref="Lease"/>.
/// </summary>
public sealed class PendingUpdates(VenueStore store, TimeProvider time)
{
    /// <summary>A process that has not renewed its rows for this long is considered dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>How often to renew.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    public Task KeepAsync(IReadOnlyCollection<(int Id, string Json)> updates, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var ids = updates.Select(update => update.Id).ToList();
                // An earlier attempt may have stored them without an answer.
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

    /// <summary>Releases the rows to other processes at shutdown.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        LockAsync(ids, time.GetUtcNow(), cancellationToken);

    /// <summary>Removes handled updates.</summary>
    public Task ForgetAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? Task.CompletedTask
            : store.ChangeAsync(
                Actor.System.Instance,
                db => db.PendingUpdates.Where(row => ids.Contains(row.UpdateId)).ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );

    /// <summary>Takes over updates without a living owner, oldest first.</summary>
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
