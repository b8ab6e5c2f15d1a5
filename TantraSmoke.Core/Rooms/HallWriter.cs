using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Loads a hall with its surroundings, validates a draft and writes it, inside a transaction.</summary>
public sealed class HallWriter(TimeProvider time)
{
    /// <summary>The room within this transaction; the hall is null if it is new or removed.</summary>
    internal static async Task<Room> RoomAsync(VenueDb db, int hallId, CancellationToken cancellationToken)
    {
        var halls = await db.Halls.OrderBy(h => h.Order).ToListAsync(cancellationToken);
        return new Room(
            halls.Find(h => h.Id == hallId),
            halls,
            await db.Tables.ToListAsync(cancellationToken),
            await db.Combinations.ToListAsync(cancellationToken)
        );
    }

    internal static async Task<Refusal?> RefuseAsync(
        VenueDb db,
        Room room,
        HallDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (room.Hall is null && draft.HallId != 0)
            return new RoomRefusal.HallGone();
        if (
            room.Hall is { } hall
            && (
                hall.Version != draft.Version || draft.Tables.Any(t => !t.IsNew && room.Own.All(own => own.Id != t.Key))
            )
        )
            return await ChangedAsync(db, hall.Id, cancellationToken);
        var problems = RoomRules.Check(draft, RoomsAround.Of(room.Halls, room.Tables, room.Combinations, draft.HallId));
        return problems.Count > 0 ? new RoomRefusal.RoomBroken(problems) : null;
    }

    /// <summary>Looks up in the audit who last saved the hall: every save increments its version.</summary>
    internal static async Task<RoomRefusal.HallChanged> ChangedAsync(
        VenueDb db,
        int hallId,
        CancellationToken cancellationToken
    )
    {
        var subject = hallId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var by = await db
            .Audit.Where(a => a.Subject == AuditEntry.Halls && a.SubjectId == subject)
            .OrderByDescending(a => a.Id)
            .Select(a => a.ActorName)
            .FirstOrDefaultAsync(cancellationToken);
        return new RoomRefusal.HallChanged(by ?? "");
    }

    internal static HallDraft Trimmed(HallDraft draft) =>
        draft with
        {
            Name = draft.Name.Trimmed(),
            Tables =
            [
                .. draft.Tables.Select(t =>
                    t with
                    {
                        Description = t.Description.Trimmed(),
                        Zone = t.Zone is { IsEmpty: false } zone ? zone.Trimmed() : null,
                    }
                ),
            ],
            Combinations =
            [
                .. draft.Combinations.Select(c => c with { Name = c.Name.Trim(), Tables = [.. c.Tables.Distinct()] }),
            ],
            Marks = [.. draft.Marks.Select(m => m with { Words = m.Words.Trimmed() })],
        };

    internal async Task<HallDraft> ApplyAsync(
        VenueDb db,
        Room room,
        HallDraft draft,
        CancellationToken cancellationToken
    )
    {
        var hall = room.Hall;
        if (hall is null)
        {
            hall = new Hall(
                draft.Name,
                draft.Width,
                draft.Height,
                room.Halls.Select(h => h.Order + 1).DefaultIfEmpty(0).Max()
            );
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
                db.Tables.Add(
                    table = new Table(
                        drawn.Number,
                        hall.Id,
                        drawn.Seats,
                        drawn.MinParty,
                        drawn.Description,
                        drawn.Place,
                        drawn.Zone
                    )
                );
            else
                table.Describe(hall.Id, drawn.Seats, drawn.MinParty, drawn.Description, drawn.Place, drawn.Zone);
            table.Offer(drawn.IsOnline, drawn.IsActive);
            tables[drawn.Key] = table;
        }

        await db.SaveChangesAsync(cancellationToken);
        var combinations = await CombineAsync(
            db,
            room.OwnCombinations,
            draft,
            key => tables.GetValueOrDefault(key)?.Id ?? key,
            cancellationToken
        );
        return HallDraft.Of(hall, room.Own.Union(tables.Values), combinations);
    }

    /// <summary>
    /// Renumbers tables in SQL: the change tracker cannot swap unique numbers, so the audit entries are written here as
    /// well.
    /// </summary>
    private async Task RenumberAsync(
        VenueDb db,
        List<Table> known,
        HallDraft draft,
        CancellationToken cancellationToken
    )
    {
        var changed = draft
            .Tables.Select(drawn => (Table: known.Find(t => t.Id == drawn.Key), drawn.Number))
            .Where(t => t.Table is not null && t.Table.Number != t.Number)
            .Select(t => (Table: t.Table!, t.Number))
            .ToList();
        var ids = changed.Select(c => c.Table.Id).ToList();
        if (ids.Count == 0)
            return;
        await db
            .Tables.Where(t => ids.Contains(t.Id))
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Number, x => -x.Id), cancellationToken);
        foreach (var (table, number) in changed)
        {
            await db
                .Tables.Where(t => t.Id == table.Id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Number, number), cancellationToken);
            db.Audit.Add(
                new AuditEntry(
                    time.GetUtcNow(),
                    db.Actor,
                    AuditEntry.Changed,
                    AuditEntry.Tables,
                    table.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    JsonSerializer.Serialize(new { number = table.Number }),
                    JsonSerializer.Serialize(new { number })
                )
            );
            var entry = db.Entry(table).Property(t => t.Number);
            (entry.CurrentValue, entry.OriginalValue, entry.IsModified) = (number, number, false);
        }
    }

    private static async Task<List<TableCombination>> CombineAsync(
        VenueDb db,
        List<TableCombination> known,
        HallDraft draft,
        Func<int, int> idOf,
        CancellationToken cancellationToken
    )
    {
        var kept = draft.Combinations.Select(c => c.Id).ToHashSet();
        // Names are unique, so removed combinations are deleted before others take over their names.
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

    /// <param name="Hall">The hall being edited.</param>
    internal sealed record Room(Hall? Hall, List<Hall> Halls, List<Table> Tables, List<TableCombination> Combinations)
    {
        public List<Table> Own { get; } = [.. Tables.Where(t => t.HallId == Hall?.Id)];

        public List<TableCombination> OwnCombinations
        {
            get
            {
                var ids = Own.Select(t => t.Id).ToHashSet();
                return [.. Combinations.Where(c => c.TableIds.Any(ids.Contains))];
            }
        }
    }
}
