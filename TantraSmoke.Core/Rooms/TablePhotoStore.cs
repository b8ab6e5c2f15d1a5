using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Photos of tables.</summary>
public sealed class TablePhotoStore(VenueStore store)
{
    /// <summary>
    /// Saves a table's photo immediately, independent of the draft. Returns InvalidInput ("photo") for a file that is
    /// too large or not an image.
    /// </summary>
    public async Task<Outcome<Table>> SetPhotoAsync(
        Actor actor,
        int tableId,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        if (content.Length > TablePhoto.Largest || TablePhoto.TypeOf(content) is not { } type)
            return new CommonRefusal.InvalidInput("photo");
        return await store.WriteAsync<Table>(
            actor,
            async db =>
            {
                if (await db.Tables.SingleOrDefaultAsync(t => t.Id == tableId, cancellationToken) is not { } table)
                    return new AvailabilityRefusal.NoLongerOffered();
                var photo = await db.TablePhotos.SingleOrDefaultAsync(p => p.TableId == tableId, cancellationToken);
                if (photo is null)
                    db.TablePhotos.Add(photo = TablePhoto.Of(tableId));
                photo.Become(type, content);
                table.Show(TablePhoto.NameOf(content));
                await db.SaveChangesAsync(cancellationToken);
                return table;
            },
            cancellationToken
        );
    }

    public async Task<Outcome<Table>> RemovePhotoAsync(Actor actor, int tableId, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        return await store.WriteAsync<Table>(
            actor,
            async db =>
            {
                if (await db.Tables.SingleOrDefaultAsync(t => t.Id == tableId, cancellationToken) is not { } table)
                    return new AvailabilityRefusal.NoLongerOffered();
                await db.TablePhotos.Where(p => p.TableId == tableId).ExecuteDeleteAsync(cancellationToken);
                table.Show(null);
                await db.SaveChangesAsync(cancellationToken);
                return table;
            },
            cancellationToken
        );
    }

    /// <summary>The table's photo; null without one.</summary>
    public Task<TablePhoto?> PhotoAsync(int tableId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db => db.TablePhotos.SingleOrDefaultAsync(p => p.TableId == tableId, cancellationToken),
            cancellationToken
        );
}
