using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

// Writing a draft that may be saved.
public sealed partial class RoomService
{
    private async Task<HallDraft> ApplyAsync(VenueDb db, Room room, HallDraft draft, CancellationToken cancellationToken)
    {
        var hall = room.Hall;
        if (hall is null)
        {
            hall = new Hall(draft.Name, draft.Width, draft.Height, room.Halls.Select(h => h.Order + 1).DefaultIfEmpty(0).Max());
            db.Halls.Add(hall);
        }

        hall.Draw(draft.Name, draft.Width, draft.Height, draft.Marks);
        hall.Touch();
        await db.SaveChangesAsync(cancellationToken);
        await RenumberAsync(db, room.Own, draft, cancellationToken);

        var tables = new Dictionary<int, Table>();
        foreach (var drawn in draft.Tables)
        {
            var table = room.Own.Find(t => t.Id == drawn.Key);
            if (table is null)
                db.Tables.Add(table = new Table(drawn.Number, hall.Id, drawn.Seats, drawn.MinParty, drawn.Description, drawn.Place, drawn.Zone));
            else
                table.Describe(hall.Id, drawn.Seats, drawn.MinParty, drawn.Description, drawn.Place, drawn.Zone);
            table.Offer(drawn.IsOnline, drawn.IsActive);
            tables[drawn.Key] = table;
        }

        await db.SaveChangesAsync(cancellationToken);
        var combinations = await CombineAsync(db, room.OwnCombinations, draft, key => tables.GetValueOrDefault(key)?.Id ?? key, cancellationToken);
        return HallDraft.Of(hall, room.Own.Union(tables.Values), combinations);
    }

    /// <summary>
    /// Gives tables their new numbers. Not by the change tracker: two tables that swap theirs would each have to be saved before the
    /// other. So the audit is written here.
    /// </summary>
    private async Task RenumberAsync(VenueDb db, List<Table> known, HallDraft draft, CancellationToken cancellationToken)
    {
        var changed = draft.Tables
            .Select(drawn => (Table: known.Find(t => t.Id == drawn.Key), drawn.Number))
            .Where(t => t.Table is not null && t.Table.Number != t.Number)
            .Select(t => (Table: t.Table!, t.Number))
            .ToList();
        var ids = changed.Select(c => c.Table.Id).ToList();
        if (ids.Count == 0)
            return;
        await db.Tables.Where(t => ids.Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.Number, x => -x.Id), cancellationToken);
        foreach (var (table, number) in changed)
        {
            await db.Tables.Where(t => t.Id == table.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Number, number), cancellationToken);
            db.Audit.Add(new AuditEntry(
                time.GetUtcNow(), db.Actor, AuditEntry.Changed, AuditEntry.Tables, table.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                JsonSerializer.Serialize(new { number = table.Number }), JsonSerializer.Serialize(new { number })));
            var entry = db.Entry(table).Property(t => t.Number);
            (entry.CurrentValue, entry.OriginalValue, entry.IsModified) = (number, number, false);
        }
    }

    private static async Task<List<TableCombination>> CombineAsync(
        VenueDb db, List<TableCombination> known, HallDraft draft, Func<int, int> idOf, CancellationToken cancellationToken)
    {
        var kept = draft.Combinations.Select(c => c.Id).ToHashSet();
        // Names are unique: those that go make room before others take their names.
        db.Combinations.RemoveRange(known.Where(c => !kept.Contains(c.Id)));
        await db.SaveChangesAsync(cancellationToken);
        var saved = new List<TableCombination>();
        foreach (var drawn in draft.Combinations)
        {
            var ids = drawn.Tables.Select(idOf).ToList();
            if (known.Find(c => c.Id == drawn.Id) is { } combination)
                combination.Describe(drawn.Name, ids, drawn.MinParty, drawn.Seats);
            else
                db.Combinations.Add(combination = new TableCombination(drawn.Name, ids, drawn.MinParty, drawn.Seats));
            saved.Add(combination);
        }

        await db.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
