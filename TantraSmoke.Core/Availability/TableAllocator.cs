using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>
/// Chooses tables for a party: the smallest table or combination that seats it, the fewest tables, and among equals the
/// one that strands the least idle time. Pure.
/// </summary>
public static class TableAllocator
{
    /// <summary>Range around a time within which idle minutes count.</summary>
    public static readonly TimeSpan IdleReach = TimeSpan.FromHours(4);

    /// <summary>
    /// Options that are free from <paramref name="start"/> to <paramref name="end"/> and seat the party, best first.
    /// </summary>
    public static IReadOnlyList<TableOption> Free(
        IReadOnlyList<TableOption> options,
        IReadOnlyList<BusyTime> busy,
        DateTimeOffset start,
        DateTimeOffset end,
        int partySize,
        bool forStaff
    ) => Free(options, busy.ToLookup(b => b.TableId), start, end, partySize, forStaff);

    /// <summary>As above, for callers that evaluate several times and have grouped the busy times by table.</summary>
    public static IReadOnlyList<TableOption> Free(
        IReadOnlyList<TableOption> options,
        ILookup<int, BusyTime> byTable,
        DateTimeOffset start,
        DateTimeOffset end,
        int partySize,
        bool forStaff
    )
    {
        return
        [
            .. FreeUnordered(options, byTable, start, end, partySize, forStaff)
                .OrderBy(o =>
                    (
                        partySize < o.MinParty,
                        o.Seats,
                        o.TableIds.Count,
                        o.TableIds.Sum(id => IdleAround(byTable[id], start, end)),
                        o.TableIds[0]
                    )
                ),
        ];
    }

    /// <summary>The options that the ordering overload of <c>Free</c> sorts, for callers that only count.</summary>
    public static IEnumerable<TableOption> FreeUnordered(
        IReadOnlyList<TableOption> options,
        ILookup<int, BusyTime> byTable,
        DateTimeOffset start,
        DateTimeOffset end,
        int partySize,
        bool forStaff
    )
    {
        foreach (var option in options)
        {
            if (
                (forStaff ? partySize <= option.Seats : option.IsOnline && option.Takes(partySize))
                && IsFree(option, byTable, start, end)
            )
                yield return option;
        }
    }

    private static bool IsFree(
        TableOption option,
        ILookup<int, BusyTime> byTable,
        DateTimeOffset start,
        DateTimeOffset end
    )
    {
        foreach (var table in option.TableIds)
        {
            foreach (var busy in byTable[table])
            {
                if (busy.StartsAt < end && busy.EndsAt > start)
                    return false;
            }
        }

        return true;
    }

    /// <summary>Idle minutes on both sides of the booking, each at most <see cref="IdleReach"/>.</summary>
    private static double IdleAround(IEnumerable<BusyTime> table, DateTimeOffset start, DateTimeOffset end)
    {
        var (before, after) = (IdleReach, IdleReach);
        foreach (var busy in table)
        {
            if (busy.EndsAt <= start && start - busy.EndsAt < before)
                before = start - busy.EndsAt;
            if (busy.StartsAt >= end && busy.StartsAt - end < after)
                after = busy.StartsAt - end;
        }

        return (before + after).TotalMinutes;
    }

    /// <summary>Largest party that could ever be seated; 0 in a venue without tables.</summary>
    public static int LargestParty(IReadOnlyList<TableOption> options, bool forStaff) =>
        options.Where(o => forStaff || o.IsOnline).Select(o => o.Seats).DefaultIfEmpty(0).Max();
}
