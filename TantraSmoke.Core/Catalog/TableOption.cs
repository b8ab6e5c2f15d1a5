using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Catalog;

/// <summary>A way to seat a party: one table, or a named combination.</summary>
/// <param name="Seats">Largest party size.</param>
/// <param name="MinParty">Smallest party size.</param>
public sealed record TableOption(IReadOnlyList<int> TableIds, int Seats, int MinParty, bool IsOnline, string Name)
{
    public bool Takes(int partySize) => partySize <= Seats && partySize >= MinParty;

    /// <summary>All options: active tables, and combinations of active tables.</summary>
    public static IReadOnlyList<TableOption> All(IEnumerable<Table> tables, IEnumerable<TableCombination> combinations)
    {
        var active = tables.Where(t => t.IsActive).ToDictionary(t => t.Id);
        var single = active.Values.Select(t => new TableOption(
            [t.Id],
            t.Seats,
            t.MinParty,
            t.IsOnline,
            t.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        ));
        var joined = combinations
            .Where(c => c.IsActive && c.TableIds.All(active.ContainsKey))
            .Select(c => new TableOption(
                c.TableIds,
                c.Seats,
                c.MinParty,
                c.TableIds.All(id => active[id].IsOnline),
                c.Name
            ));
        return [.. single, .. joined];
    }
}
