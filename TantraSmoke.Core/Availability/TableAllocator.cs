using TantraSmoke.Core.Floor;

namespace TantraSmoke.Core.Availability;

/// <summary>
/// Which tables seat a party: the smallest table or combination that takes it, fewest tables, and among equals the one whose
/// evening is cut up least. Pure.
/// </summary>
public static class TableAllocator
{
    /// <summary>How far around a time idle minutes count.</summary>
    public static readonly TimeSpan IdleReach = TimeSpan.FromHours(4);

    /// <summary>Every way to seat somebody here: single tables and named combinations of active tables.</summary>
    public static IReadOnlyList<TableOption> Options(IEnumerable<Table> tables, IEnumerable<TableCombination> combinations)
    {
        var active = tables.Where(t => t.IsActive).ToDictionary(t => t.Id);
        var single = active.Values.Select(t =>
            new TableOption([t.Id], t.Seats, t.MinParty, t.IsOnline, t.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var joined = combinations
            .Where(c => c.IsActive && c.TableIds.All(active.ContainsKey))
            .Select(c => new TableOption(c.TableIds, c.Seats, c.MinParty, c.TableIds.All(id => active[id].IsOnline), c.Name));
        return [.. single, .. joined];
    }

    /// <summary>The options that are free from <paramref name="start"/> to <paramref name="end"/> and take the party, best first.</summary>
    public static IReadOnlyList<TableOption> Free(
        IReadOnlyList<TableOption> options, IReadOnlyList<BusyTime> busy, DateTimeOffset start, DateTimeOffset end, int partySize, bool forStaff) =>
        Free(options, busy.ToLookup(b => b.TableId), start, end, partySize, forStaff);

    /// <summary>The same for who asks for several times and has sorted the busy times by table once.</summary>
    public static IReadOnlyList<TableOption> Free(
        IReadOnlyList<TableOption> options, ILookup<int, BusyTime> byTable, DateTimeOffset start, DateTimeOffset end, int partySize, bool forStaff)
    {
        return
        [
            .. FreeUnordered(options, byTable, start, end, partySize, forStaff)
                .OrderBy(o => partySize < o.MinParty)
                .ThenBy(o => o.Seats)
                .ThenBy(o => o.TableIds.Count)
                .ThenBy(o => o.TableIds.Sum(IdleAround))
                .ThenBy(o => o.TableIds[0]),
        ];

        // Idle minutes on both sides that taking this table would strand.
        double IdleAround(int table)
        {
            var most = IdleReach.TotalMinutes;
            var before = byTable[table].Where(b => b.EndsAt <= start).Select(b => (start - b.EndsAt).TotalMinutes).DefaultIfEmpty(most).Min();
            var after = byTable[table].Where(b => b.StartsAt >= end).Select(b => (b.StartsAt - end).TotalMinutes).DefaultIfEmpty(most).Min();
            return Math.Min(before, most) + Math.Min(after, most);
        }
    }

    /// <summary>What <see cref="Free(IReadOnlyList{TableOption}, ILookup{int, BusyTime}, DateTimeOffset, DateTimeOffset, int, bool)"/> orders, for who only counts.</summary>
    public static IEnumerable<TableOption> FreeUnordered(
        IReadOnlyList<TableOption> options, ILookup<int, BusyTime> byTable, DateTimeOffset start, DateTimeOffset end, int partySize, bool forStaff)
    {
        return options.Where(o => (forStaff ? partySize <= o.Seats : o.IsOnline && o.Takes(partySize)) && o.TableIds.All(IsFree));

        bool IsFree(int table) => byTable[table].All(b => b.EndsAt <= start || b.StartsAt >= end);
    }

    /// <summary>The largest party that could ever be seated; 0 in a venue without tables.</summary>
    public static int LargestParty(IReadOnlyList<TableOption> options, bool forStaff) =>
        options.Where(o => forStaff || o.IsOnline).Select(o => o.Seats).DefaultIfEmpty(0).Max();
}
