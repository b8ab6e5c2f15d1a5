using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Core.Rooms;

/// <summary>Import and export of tables in the format of TABLES_JSON.</summary>
public sealed class TableFiles(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>All tables of the venue, including retired ones, in the format of <see cref="ImportAsync"/>.</summary>
    public async Task<Outcome<string>> ExportAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(Right.EditTables)
            ? SeedJsonWriter.WriteTables(await catalogs.GetAsync(cancellationToken))
            : await store.RefuseAsync(actor, Right.EditTables, cancellationToken);

    /// <summary>
    /// What an import would do; nothing is changed. On an invalid file the report names line and reason of the first
    /// error.
    /// </summary>
    /// <param name="anew">
    /// Whether it would replace the room, as <see cref="RoomBeginning.BeginFromFileAsync"/> does.
    /// </param>
    public async Task<Outcome<TableImport>> PreviewImportAsync(
        Actor actor,
        string json,
        bool anew,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        var (rows, problem) = SeedJson.ReadTables(json);
        return rows is null ? Refused(problem!)
            : anew ? TableMerge.Anew(rows)
            : await store.ReadAsync(
                async db => (await TableMerge.PreviewAsync(db, rows, cancellationToken)).Import,
                cancellationToken
            );
    }

    /// <summary>
    /// Adds and changes tables from a file, all or none. Returns TablesNeeded if bookings would lose their table or
    /// seats.
    /// </summary>
    public async Task<Outcome<TableImport>> ImportAsync(Actor actor, string json, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        var (rows, problem) = SeedJson.ReadTables(json);
        if (rows is null)
            return Refused(problem!);
        return await store.WriteAsync<TableImport>(
            actor,
            async db =>
            {
                var (_, before, after) = await TableMerge.PreviewAsync(db, rows, cancellationToken);
                db.ChangeTracker.Clear();
                var affected = await before.AffectedByAsync(db, after, time.GetUtcNow(), cancellationToken);
                if (affected.Count > 0)
                    return new RoomRefusal.TablesNeeded(affected, []);
                return await TableMerge.SaveAsync(db, rows, cancellationToken);
            },
            cancellationToken
        );
    }

    internal static TableImport Refused(SeedProblem problem) => new(new SeedReport(0, 0, 0, problem), [], [], []);
}
