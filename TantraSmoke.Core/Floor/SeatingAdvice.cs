using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Floor;

/// <summary>A table or combination where a party could be seated now.</summary>
/// <param name="Until">When it is needed next (UTC); null if the usual stay fits.</param>
public sealed record SeatingOption(TableOption Table, DateTimeOffset? Until);

/// <summary>An occupied table and when it becomes free.</summary>
/// <param name="At">UTC, as booked; for parties over time at least a few minutes ahead.</param>
/// <param name="Until">When it is needed next (UTC); null if not within the day.</param>
public sealed record ComingFree(Table Table, DateTimeOffset At, DateTimeOffset? Until);

/// <summary>
/// Suggests tables and estimates waits for parties at the door. Pure, for display only; the claim decides.
/// </summary>
public static class SeatingAdvice
{
    /// <summary>Shortest stay for which a table is suggested.</summary>
    private static readonly TimeSpan WorthIt = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LooksAhead = TimeSpan.FromHours(8);
    private const int RoundTo = 5;

    /// <summary>
    /// Options, best first: those where the usual stay fits, by fit, then those with at least half an hour, longest
    /// first.
    /// </summary>
    public static IReadOnlyList<SeatingOption> Now(FloorSnapshot room, int partySize)
    {
        var (now, stay) = (room.At, TimeSpan.FromMinutes(room.Catalog.Settings.WalkInMinutes));
        var whole = TableAllocator.Free(room.Catalog.Options, room.Busy, now, now + stay, partySize, forStaff: true);
        var part = TableAllocator
            .Free(room.Catalog.Options, room.Busy, now, now + WorthIt, partySize, forStaff: true)
            .Except(whole)
            .Select(o => new SeatingOption(o, room.FreeUntil(o.TableIds)))
            .OrderByDescending(o => o.Until);
        return [.. whole.Select(o => new SeatingOption(o, null)), .. part];
    }

    /// <summary>
    /// Minutes until a fitting table is free for an hour, in steps of five, after serving the parties ahead; 0 if one
    /// is free now, null if none within eight hours.
    /// </summary>
    public static int? Quote(FloorSnapshot room, IEnumerable<WaitlistRow> ahead, int partySize)
    {
        var busy = room.Busy.SelectMany(table => table).ToList();
        var usual = TimeSpan.FromMinutes(room.Catalog.Settings.WalkInMinutes);
        foreach (var party in ahead)
        {
            // Parties ahead stay for the usual time and take what is held for them.
            if (party.HasOffer(room.At))
                busy.AddRange(Taken(party.OfferedTableIds, party.OfferedStartsAt ?? room.At));
            else if (Earliest(room, busy, party.PartySize) is var (option, start))
                busy.AddRange(Taken(option.TableIds, start));
        }

        return Earliest(room, busy, partySize) is var (_, at)
            ? (int)Math.Ceiling((at - room.At).TotalMinutes / RoundTo) * RoundTo
            : null;

        IEnumerable<BusyTime> Taken(IEnumerable<int> tableIds, DateTimeOffset from) =>
            tableIds.Select(id => new BusyTime(id, from, from + usual));
    }

    /// <summary>
    /// Tables that become free for an hour within the next eight, soonest first, without those that are free now.
    /// </summary>
    public static IReadOnlyList<ComingFree> Next(FloorSnapshot room) =>
        [
            .. from table in room.Tables
            let busy = room.Busy[table.Table.Id].ToList()
            where !IsFree(busy, room.At, room.At + WorthIt)
            let free = busy.Select(b => b.EndsAt)
                .Where(end => end > room.At && end < room.At + LooksAhead)
                .Order()
                .Select(end => (DateTimeOffset?)end)
                .FirstOrDefault(end => IsFree(busy, end!.Value, end.Value + Stay(room)))
            where free is not null
            orderby free, table.Table.Seats, table.Table.Number
            select new ComingFree(
                table.Table,
                free.Value,
                busy.Where(b => b.StartsAt > free).Select(b => (DateTimeOffset?)b.StartsAt).Min()
            ),
        ];

    private static bool IsFree(IEnumerable<BusyTime> busy, DateTimeOffset from, DateTimeOffset to) =>
        !busy.Any(b => b.StartsAt < to && b.EndsAt > from);

    private static (TableOption Option, DateTimeOffset Start)? Earliest(
        FloorSnapshot room,
        List<BusyTime> busy,
        int partySize
    )
    {
        var byTable = busy.ToLookup(b => b.TableId);
        foreach (
            var start in busy.Select(b => b.EndsAt)
                .Where(end => end > room.At && end < room.At + LooksAhead)
                .Prepend(room.At)
                .Distinct()
                .Order()
        )
        {
            if (
                TableAllocator.Free(room.Catalog.Options, byTable, start, start + Stay(room), partySize, forStaff: true)
                is [var best, ..]
            )
                return (best, start);
        }

        return null;
    }

    // On a busy evening no table is free for the usual two hours; an hour is enough.
    private static TimeSpan Stay(FloorSnapshot room) =>
        TimeSpan.FromMinutes(Math.Min(60, room.Catalog.Settings.WalkInMinutes));
}
