using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Catalog;

/// <summary>Tables that seat a party together: one table, or a named combination.</summary>
/// <param name="Seats">How many people fit.</param>
/// <param name="MinParty">The smallest party it is meant for.</param>
public sealed record TableOption(IReadOnlyList<int> TableIds, int Seats, int MinParty, bool IsOnline, string Name)
{
    public bool Takes(int partySize) => partySize <= Seats && partySize >= MinParty;

    /// <summary>Every way to seat somebody here: single tables and named combinations of active tables.</summary>
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
