using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Data;

/// <summary>What loading a seed did, in numbers of tables or slots; or, in <paramref name="Problem"/>, why nothing was loaded.</summary>
public sealed record SeedReport(int Added, int Changed, int Unchanged, string? Problem = null);

/// <summary>
/// Loads tables and slots from TABLES_JSON and SLOTS_JSON, in the form earlier installations have. Tables are recognised by
/// number, slots by start; what is there is updated, never deleted; a file with any mistake is refused as a whole.
/// </summary>
public sealed class VenueSeed(VenueStore store, InstallationSettings installation)
{
    private const int HallWidth = 1200;
    private const int HallHeight = 800;

    /// <summary>Loads the installation's tables, or those shipped with TantraSmoke.</summary>
    public async Task<SeedReport> LoadTablesAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            throw new InvalidOperationException($"{actor.DisplayName} may not load tables.");
        var (rows, problem) = await ReadAsync(installation.Tables, "tables.json", SeedJson.ReadTables, cancellationToken);
        if (rows is null)
            return new SeedReport(0, 0, 0, problem);

        var report = new SeedReport(0, 0, 0);
        await store.ChangeAsync(actor, async db =>
        {
            var halls = await db.Halls.ToDictionaryAsync(h => h.Name, cancellationToken);
            foreach (var name in rows.Select(r => r.Hall).Distinct().Where(n => !halls.ContainsKey(n)).ToList())
                db.Halls.Add(halls[name] = new Hall(name, HallWidth, HallHeight, halls.Count));
            await db.SaveChangesAsync(cancellationToken);

            var known = await db.Tables.ToDictionaryAsync(t => t.Number, cancellationToken);
            foreach (var row in rows)
            {
                if (known.TryGetValue(row.Number, out var table))
                    table.Describe(halls[row.Hall].Id, row.Seats, row.MinParty, row.Description, row.Place ?? table.Place, row.Place is null ? table.Zone : row.Zone);
                else
                    db.Tables.Add(known[row.Number] = new Table(
                        row.Number, halls[row.Hall].Id, row.Seats, row.MinParty, row.Description, row.Place ?? Spread(known.Count, row.Seats), row.Zone));
                var place = known[row.Number].Place;
                halls[row.Hall].Enclose(place.X + (place.Width / 2) + 60, place.Y + (place.Height / 2) + 60);
            }

            report = Report(db, rows.Count, typeof(Table));
            await db.SaveChangesAsync(cancellationToken);
            await CombineAsync(db, rows, known, cancellationToken);
        }, cancellationToken);
        return report;
    }

    /// <summary>Loads the installation's slots, or those shipped with TantraSmoke.</summary>
    public async Task<SeedReport> LoadSlotsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditSchedule))
            throw new InvalidOperationException($"{actor.DisplayName} may not load time slots.");
        var (rows, problem) = await ReadAsync(installation.Slots, "slots.json", SeedJson.ReadSlots, cancellationToken);
        if (rows is null)
            return new SeedReport(0, 0, 0, problem);

        var report = new SeedReport(0, 0, 0);
        await store.ChangeAsync(actor, async db =>
        {
            var known = (await db.TimeSlots.Where(s => s.SpecialDayId == null).ToListAsync(cancellationToken)).ToLookup(s => s.Start);
            foreach (var row in rows)
            {
                if (known[row.Start].ToList() is not { Count: > 0 } slots)
                    db.TimeSlots.Add(new TimeSlot(row.Start, row.End));
                // Where weekdays differ somebody has decided that here.
                else if (slots is [{ Weekdays: Weekdays.All } slot])
                    slot.EndAt(row.End);
            }

            report = Report(db, rows.Count, typeof(TimeSlot));
            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        return report;
    }

    /// <summary>Fills an empty database: settings, tables, slots. A venue that has any of them keeps them as they are.</summary>
    /// <exception cref="InvalidDataException">TABLES_JSON or SLOTS_JSON is broken; the message names it, the line and the reason.</exception>
    public async Task FillEmptyAsync(CancellationToken cancellationToken)
    {
        var system = Actor.System.Instance;
        var (hasSettings, hasTables, hasSlots) = await store.ReadAsync(
            async db => (await db.Settings.AnyAsync(cancellationToken), await db.Tables.AnyAsync(cancellationToken), await db.TimeSlots.AnyAsync(cancellationToken)),
            cancellationToken);
        if (!hasSettings)
            await store.ChangeAsync(system, db =>
            {
                db.Settings.Add(DefaultSettings());
                return db.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
        if (installation.VenueTimeZone is { } zone)
            await store.ChangeAsync(system, async db =>
            {
                var settings = await db.Settings.SingleAsync(cancellationToken);
                settings.TimeZone = zone.Id;
                await db.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
        if (!hasTables)
            Refuse(await LoadTablesAsync(system, cancellationToken));
        if (!hasSlots)
            Refuse(await LoadSlotsAsync(system, cancellationToken));

        static void Refuse(SeedReport report)
        {
            if (report.Problem is { } problem)
                throw new InvalidDataException(problem);
        }
    }

    private static VenueSettings DefaultSettings() => new()
    {
        VenueName = "TantraSmoke",
        Address = "Москва, ул. Покровка, 1",
        Phone = "+7 495 000-00-00",
        AboutRu = "Кальянная-лаунж с авторским чаем, тихой музыкой и VIP-комнатой.",
        AboutEn = "A hookah lounge with signature teas, quiet music and a VIP room.",
    };

    private static async Task<(List<T>? Rows, string? Problem)> ReadAsync<T>(
        SeedSource? source, string shipped, Func<string, (List<T>? Rows, string? Problem)> read, CancellationToken cancellationToken)
    {
        string json;
        try
        {
            json = source is null ? Shipped(shipped) : await source.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{source}: cannot be read: {fault.Message}");
        }

        var (rows, problem) = read(json);
        return (rows, problem is null ? null : $"{source?.ToString() ?? shipped}: {problem}");
    }

    private static string Shipped(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"TantraSmoke.Core.Data.Seed.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SeedReport Report(VenueDb db, int rows, Type type)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.Entity.GetType() == type).ToList();
        var added = entries.Count(e => e.State == EntityState.Added);
        var changed = entries.Count(e => e.State == EntityState.Modified);
        return new SeedReport(added, changed, rows - added - changed);
    }

    private static async Task CombineAsync(VenueDb db, List<TableSeed> rows, Dictionary<int, Table> tables, CancellationToken cancellationToken)
    {
        var known = await db.Combinations.Select(c => c.Name).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            foreach (var other in row.CombinesWith)
            {
                var (a, b) = (tables[Math.Min(row.Number, other)], tables[Math.Max(row.Number, other)]);
                var name = string.Create(CultureInfo.InvariantCulture, $"{a.Number}+{b.Number}");
                if (known.Contains(name))
                    continue;
                known.Add(name);
                db.Combinations.Add(new TableCombination(name, [a.Id, b.Id], Math.Max(a.Seats, b.Seats) + 1, a.Seats + b.Seats));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Tables without a position stand in rows until somebody draws the hall.</summary>
    private static TablePlace Spread(int index, int seats)
    {
        const int perRow = 5;
        var size = seats > 4 ? 140 : 100;
        return new TablePlace(140 + (index % perRow * 230), 140 + (index / perRow * 220), size, 100, 0, seats > 4 ? TableShape.Rectangle : TableShape.Square);
    }
}

internal sealed record TableSeed(
    int Number, int Seats, int MinParty, string Description, string Hall, TablePlace? Place, string? Zone, IReadOnlyList<int> CombinesWith);

internal sealed record SlotSeed(TimeOnly Start, TimeOnly End);
