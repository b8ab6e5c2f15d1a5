using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Core.Rooms;

/// <summary>The result of replacing the room.</summary>
public sealed record BegunRoom(int Halls, int Tables);

/// <summary>Replaces the whole room, as long as nobody has booked.</summary>
public sealed class RoomBeginning(VenueStore store, HallWriter writer, TimeProvider time)
{
    /// <summary>Whether the room can still be replaced: no bookings, holds or blocks.</summary>
    public Task<bool> MayBeginAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(db => MayBeginAsync(db, cancellationToken), cancellationToken);

    /// <summary>
    /// Replaces all halls and tables with these drafts; without any, the venue is empty. Returns RoomInUse if there are
    /// bookings, RoomBroken for an invalid draft.
    /// </summary>
    public async Task<Outcome<BegunRoom>> BeginAsync(
        Actor actor,
        IReadOnlyList<HallDraft> halls,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        return await store.WriteAsync<BegunRoom>(
            actor,
            async db =>
            {
                if (await ClearAsync(db, cancellationToken) is { } inUse)
                    return inUse;
                foreach (var draft in halls.Select(HallWriter.Trimmed))
                {
                    var room = await HallWriter.RoomAsync(db, draft.HallId, cancellationToken);
                    if (await HallWriter.RefuseAsync(db, room, draft, cancellationToken) is { } refusal)
                        return refusal;
                    await writer.ApplyAsync(db, room, draft, cancellationToken);
                }

                return new BegunRoom(halls.Count, halls.Sum(h => h.Tables.Count));
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The same from a file in the format of TABLES_JSON. On an invalid file the report names line and reason of the
    /// first error and nothing is changed.
    /// </summary>
    public async Task<Outcome<TableImport>> BeginFromFileAsync(
        Actor actor,
        string json,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        var (rows, problem) = SeedJson.ReadTables(json);
        if (rows is null)
            return TableFiles.Refused(problem!);
        return await store.WriteAsync<TableImport>(
            actor,
            async db =>
                await ClearAsync(db, cancellationToken) is { } inUse
                    ? inUse
                    : await TableMerge.SaveAsync(db, rows, cancellationToken),
            cancellationToken
        );
    }

    private async Task<bool> MayBeginAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return !await db.Bookings.AnyAsync(cancellationToken)
            && !await db.Claims.AnyAsync(c => c.ExpiresAt == null || c.ExpiresAt > now, cancellationToken)
            && !await db.SpecialDays.AnyAsync(s => s.HallId != null, cancellationToken);
    }

    private async Task<Refusal?> ClearAsync(VenueDb db, CancellationToken cancellationToken)
    {
        if (!await MayBeginAsync(db, cancellationToken))
            return new RoomRefusal.RoomInUse();
        // Expired holds of people who tried the bot.
        await db.Claims.ExecuteDeleteAsync(cancellationToken);
        db.Combinations.RemoveRange(await db.Combinations.ToListAsync(cancellationToken));
        db.Tables.RemoveRange(await db.Tables.ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.Halls.RemoveRange(await db.Halls.ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
