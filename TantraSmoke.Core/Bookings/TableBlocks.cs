using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Bookings;

/// <summary>Blocks tables. The audit records who did it, the claims carry the reason.</summary>
public sealed class TableBlocks(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    private static readonly TimeSpan LongestBlock = TimeSpan.FromDays(366);

    /// <summary>
    /// Blocks tables. Returns TableOccupied with who and when if one of them is taken; then nothing is blocked.
    /// Overlapping blocks are refused like any other claim.
    /// </summary>
    public async Task<Outcome<TableBlock>> BlockAsync(
        Actor actor,
        BlockRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.BlockTables))
            return await store.RefuseAsync(actor, Right.BlockTables, cancellationToken);
        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.WriteAsync<TableBlock>(
            actor,
            db => BlockAsync(db, catalog, actor, request, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>The same inside the caller's transaction.</summary>
    internal async Task<Outcome<TableBlock>> BlockAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        BlockRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.BlockTables))
            return new CommonRefusal.NotAllowed(Right.BlockTables);
        var reason = request.Reason.Trim();
        if (reason.Length is 0 or > BlockRequest.ReasonLimit)
            return new CommonRefusal.InvalidInput("reason");
        if (catalog.Together(request.TableIds) is not { } tables)
            return new AvailabilityRefusal.NoLongerOffered();
        var now = time.GetUtcNow();
        var block = new TableBlock(
            Guid.CreateVersion7(now),
            tables.TableIds,
            BookingRules.NeededFrom(request.From?.ToUniversalTime() ?? now, now),
            request.Until.ToUniversalTime(),
            reason
        );
        if (block.Until <= now)
            return new AvailabilityRefusal.SlotPassed();
        if (block.Until <= block.From || block.Until - block.From > LongestBlock)
            return new CommonRefusal.InvalidInput("minutes");

        for (var (from, until) = (block.From, block.From); until < block.Until; from = until)
        {
            until = block.Until - from > TableClaim.Longest ? from + TableClaim.Longest : block.Until;
            var claim = new ClaimRequest(
                block.TableIds,
                from,
                until,
                ClaimKind.Block,
                now,
                Holder: block.Holder,
                Note: reason
            );
            if (!await db.TryClaimAsync(claim, cancellationToken))
                return await Places.OccupiedAsync(db, catalog, claim, cancellationToken);
        }

        await NoteAsync(db, "added", block, null, JsonSerializer.Serialize(block), cancellationToken);
        return block;
    }

    /// <summary>Unblocks tables from now on. Returns NotFound if the block is over or was removed.</summary>
    /// <returns>The former block, so that it can be restored.</returns>
    public async Task<Outcome<TableBlock>> UnblockAsync(Actor actor, Guid blockId, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.BlockTables))
            return await store.RefuseAsync(actor, Right.BlockTables, cancellationToken);
        return await store.WriteAsync<TableBlock>(
            actor,
            db => UnblockAsync(db, blockId, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>The same inside the caller's transaction, after the caller checked the right.</summary>
    internal async Task<Outcome<TableBlock>> UnblockAsync(VenueDb db, Guid blockId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var holder = TableBlock.HolderOf(blockId);
        var claims = await db
            .Claims.AsNoTracking()
            .Where(c => c.Holder == holder && c.EndsAt > now)
            .ToListAsync(cancellationToken);
        if (claims.Count == 0)
            return new CommonRefusal.NotFound();
        var block = new TableBlock(
            blockId,
            [.. claims.Select(c => c.TableId).Distinct().Order()],
            claims.Min(c => c.StartsAt),
            claims.Max(c => c.EndsAt),
            claims[0].Note ?? ""
        );
        await Places.FreeFromAsync(db.Claims.Where(c => c.Holder == holder), now, cancellationToken);
        // Unblocking the hall of a private event removes the event, wherever that was done.
        if (
            await db.SpecialDays.AsTracking().SingleOrDefaultAsync(s => s.BlockId == blockId, cancellationToken) is
            { } held
        )
            db.SpecialDays.Remove(held);
        await NoteAsync(db, "removed", block, JsonSerializer.Serialize(block), null, cancellationToken);
        return block;
    }

    private async Task NoteAsync(
        VenueDb db,
        string action,
        TableBlock block,
        string? before,
        string? after,
        CancellationToken cancellationToken
    )
    {
        db.Audit.Add(
            new AuditEntry(time.GetUtcNow(), db.Actor, action, AuditEntry.Claims, block.Id.ToString(), before, after)
        );
        db.Changes.Add(new VenueChange(ChangeKind.Claim, block.Id.ToString()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
