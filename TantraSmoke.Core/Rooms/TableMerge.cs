using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>What an import does to one table.</summary>
/// <param name="IsNew">False if it is changed.</param>
public sealed record TableChange(int Number, LocalText Hall, bool IsNew);

/// <summary>The result of an import or its preview.</summary>
/// <param name="NewHalls">Names of the new halls.</param>
/// <param name="NewCombinations">Names of the new combinations.</param>
public sealed record TableImport(
    SeedReport Report,
    IReadOnlyList<TableChange> Changes,
    IReadOnlyList<LocalText> NewHalls,
    IReadOnlyList<string> NewCombinations
);

/// <summary>Merges rows of a file into the venue: tables are matched by number, nothing is deleted.</summary>
internal static class TableMerge
{
    private const int HallWidth = 1200;
    private const int HallHeight = 800;
    private const int Clearance = 60;
    private static readonly LocalText DefaultHall = new("Зал", "Hall");

    /// <summary>Runs inside the caller's transaction.</summary>
    public static async Task<TableImport> SaveAsync(
        VenueDb db,
        List<TableSeed> rows,
        CancellationToken cancellationToken
    )
    {
        var merged = await MergeAsync(db, rows, db.SaveChangesAsync, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (name, seed) in merged.Together)
            db.Combinations.Add(
                new TableCombination(name, seed.Tables.Select(n => merged.Tables[n].Id), seed.MinParty, seed.Seats)
            );
        await db.SaveChangesAsync(cancellationToken);
        return merged.Import;
    }

    /// <summary>
    /// What saving would do, and the room before and after. The context must not be saved afterwards.
    /// </summary>
    public static async Task<(TableImport Import, Seating Before, Seating After)> PreviewAsync(
        VenueDb db,
        List<TableSeed> rows,
        CancellationToken cancellationToken
    )
    {
        var combinations = await db.Combinations.AsNoTracking().ToListAsync(cancellationToken);
        var before = Seating.Of(await db.Tables.AsNoTracking().ToListAsync(cancellationToken), combinations);
        var merged = await MergeAsync(db, rows, _ => Task.FromResult(0), cancellationToken);
        return (merged.Import, before, Seating.Of(merged.Tables.Values.Where(t => t.Id > 0), combinations));
    }

    /// <summary>What saving would do in an empty venue.</summary>
    public static TableImport Anew(List<TableSeed> rows) =>
        new(
            new SeedReport(rows.Count, 0, 0),
            [.. rows.Select(r => new TableChange(r.Number, r.Hall ?? DefaultHall, IsNew: true))],
            HallsOf(rows),
            [
                .. rows.SelectMany(r =>
                        r.Combinations.Select(c => c.Name)
                            .Concat(r.CombinesWith.Select(other => CombinationSeed.NameOf([r.Number, other])))
                    )
                    .Distinct(),
            ]
        );

    private static async Task<Merged> MergeAsync(
        VenueDb db,
        List<TableSeed> rows,
        Func<CancellationToken, Task<int>> saveHalls,
        CancellationToken cancellationToken
    )
    {
        var halls = await db.Halls.AsTracking().ToListAsync(cancellationToken);
        var known = await db.Tables.AsTracking().ToDictionaryAsync(t => t.Number, cancellationToken);
        rows = InHalls(rows, halls, known);
        var newHalls = HallsOf(rows).Where(name => !halls.Exists(h => h.Name.IsNamedLike(name))).ToList();
        var order = halls.Select(h => h.Order + 1).DefaultIfEmpty(0).Max();
        foreach (var hall in newHalls.Select(name => new Hall(name, HallWidth, HallHeight, order++)))
        {
            halls.Add(hall);
            db.Halls.Add(hall);
        }

        // Adds a translation that the venue lacks.
        foreach (var name in HallsOf(rows))
        {
            if (HallOf(name) is { NameEn.Length: 0 } hall)
                hall.Draw(hall.Name with { En = name.En }, hall.Width, hall.Height, hall.Marks);
        }

        await saveHalls(cancellationToken);

        foreach (var row in rows)
        {
            if (known.TryGetValue(row.Number, out var table))
                Describe(table, row, HallOf(row.Hall!));
            else
                db.Tables.Add(table = known[row.Number] = New(row, HallOf(row.Hall!), known.Count));
            table.Offer(row.IsOnline ?? table.IsOnline, row.IsActive ?? table.IsActive);
        }

        db.ChangeTracker.DetectChanges();
        var changes = new List<TableChange>();
        foreach (var row in rows)
        {
            var (table, hall, state) = (known[row.Number], HallOf(row.Hall!), db.Entry(known[row.Number]).State);
            if (state == EntityState.Unchanged)
                continue;
            changes.Add(new TableChange(row.Number, hall.Name, state == EntityState.Added));
            // Leaves room for chairs. A hall without changes keeps its size.
            hall.Enclose(table.X + (table.Width / 2) + Clearance, table.Y + (table.Height / 2) + Clearance);
        }

        var together = Together(rows, known, await db.Combinations.AsNoTracking().ToListAsync(cancellationToken));
        var combined = together.SelectMany(c => c.Seed.Tables).Select(n => rows.First(r => r.Number == n).Hall!);
        foreach (var hall in changes.Select(c => c.Hall).Concat(combined).Select(HallOf).Distinct())
            hall.Touch();
        var added = changes.Count(c => c.IsNew);
        var report = new SeedReport(added, changes.Count - added, rows.Count - changes.Count);
        return new Merged(
            new TableImport(report, changes, newHalls, [.. together.Select(c => c.Name)]),
            known,
            together
        );

        Hall HallOf(LocalText name) => halls.First(h => h.Name.IsNamedLike(name));
    }

    /// <summary>Rows without a hall stay where their table is; new ones go to the default hall.</summary>
    private static List<TableSeed> InHalls(List<TableSeed> rows, List<Hall> halls, Dictionary<int, Table> known)
    {
        return [.. rows.Select(row => row.Hall is null ? row with { Hall = HallOf(row.Number) } : row)];

        LocalText HallOf(int number) =>
            known.TryGetValue(number, out var here) ? halls.First(h => h.Id == here.HallId).Name : DefaultHall;
    }

    private static void Describe(Table table, TableSeed row, Hall hall) =>
        table.Describe(
            hall.Id,
            row.Seats,
            row.MinParty,
            row.Description,
            row.Place ?? table.Place,
            row.Place is null ? table.Zone : row.Zone
        );

    private static Table New(TableSeed row, Hall hall, int index) =>
        new(
            row.Number,
            hall.Id,
            row.Seats,
            row.MinParty,
            row.Description,
            row.Place ?? Spread(index, row.Seats),
            row.Zone
        );

    /// <summary>Each hall once, with its translation if any row has one.</summary>
    private static List<LocalText> HallsOf(List<TableSeed> rows)
    {
        var names = new List<LocalText>();
        foreach (var name in rows.Select(r => r.Hall ?? DefaultHall))
        {
            var at = names.FindIndex(one => one.IsNamedLike(name));
            if (at < 0)
                names.Add(name);
            else if (names[at].En.Length == 0)
                names[at] = names[at] with { En = name.En };
        }

        return names;
    }

    /// <summary>
    /// The combinations after the import. Tables that are already joinable, under whatever name, stay as they are.
    /// </summary>
    private static List<(string Name, CombinationSeed Seed)> Together(
        List<TableSeed> rows,
        Dictionary<int, Table> tables,
        List<TableCombination> known
    )
    {
        var numbers = tables.Values.Where(t => t.Id > 0).ToDictionary(t => t.Id, t => t.Number);
        var sets = known.Select(c => c.TableIds.Select(id => numbers[id]).ToHashSet()).ToList();
        var names = known.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fresh = new List<(string, CombinationSeed)>();
        foreach (
            var seed in rows.SelectMany(r => r.Combinations)
                .Concat(rows.SelectMany(r => r.CombinesWith.Select(other => Pair(tables[r.Number], tables[other]))))
        )
        {
            if (sets.Exists(s => s.SetEquals(seed.Tables)) || !names.Add(seed.Name))
                continue;
            sets.Add([.. seed.Tables]);
            fresh.Add((seed.Name, seed));
        }

        return fresh;
    }

    private static CombinationSeed Pair(Table a, Table b) =>
        new(
            CombinationSeed.NameOf([a.Number, b.Number]),
            [a.Number, b.Number],
            Math.Max(a.Seats, b.Seats) + 1,
            a.Seats + b.Seats
        );

    /// <summary>Places tables without a position in rows.</summary>
    private static TablePlace Spread(int index, int seats)
    {
        const int perRow = 5;
        var size = seats > 4 ? 140 : 100;
        return new TablePlace(
            140 + (index % perRow * 230),
            140 + (index / perRow * 220),
            size,
            100,
            0,
            seats > 4 ? TableShape.Rectangle : TableShape.Square
        );
    }

    private sealed record Merged(
        TableImport Import,
        Dictionary<int, Table> Tables,
        List<(string Name, CombinationSeed Seed)> Together
    );
}
