using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Core.Rooms;

/// <summary>Tables as a file in the form of TABLES_JSON.</summary>
public sealed class TableFiles(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>
    /// All tables of the venue, also retired ones, in the form that <see cref="ImportAsync"/> and TABLES_JSON take.
    /// </summary>
    public async Task<Outcome<string>> ExportAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(Right.EditTables)
            ? SeedJsonWriter.WriteTables(await catalogs.GetAsync(cancellationToken))
            : await store.RefuseAsync(actor, Right.EditTables, cancellationToken);

    /// <summary>
    /// What importing this file would do; nothing is changed. The report's problem names the line and the reason of the
    /// first mistake.
    /// </summary>
    /// <param name="anew">Whether it would begin the room anew, as <see cref="RoomBeginning.BeginFromFileAsync"/>
    /// does.</param>
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
    /// Adds and changes tables as the file says, all or none. Returns TablesNeeded when bookings to come would lose
    /// their table or their seats.
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
