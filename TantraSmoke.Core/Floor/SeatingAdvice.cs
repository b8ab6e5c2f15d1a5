using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Floor;

/// <summary>A table or combination where a party could sit down now.</summary>
/// <param name="Until">When somebody else needs it (UTC); null when the usual stay fits.</param>
public sealed record SeatingOption(TableOption Table, DateTimeOffset? Until);

/// <summary>A table that is taken now, and when a party could sit down there.</summary>
/// <param name="At">UTC; as things are booked, and at least a few minutes ahead while somebody sits over time.</param>
/// <param name="Until">When somebody else needs it (UTC); null when nobody comes within the day.</param>
public sealed record ComingFree(Table Table, DateTimeOffset At, DateTimeOffset? Until);

/// <summary>
/// Where a party could sit now, and how long it would wait otherwise. Pure; for showing, the claim decides.
/// </summary>
public static class SeatingAdvice
{
    /// <summary>Nobody is put on a table for less.</summary>
    private static readonly TimeSpan WorthIt = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LooksAhead = TimeSpan.FromHours(8);
    private const int RoundTo = 5;

    /// <summary>
    /// Best first: where the usual stay fits, in the order of fit; then where at least half an hour is left, longest
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
    /// Minutes until a table that fits comes free for an hour, in fives, with those ahead in the queue served first; 0
    /// when one is free now, null when nothing comes free in the next eight hours.
    /// </summary>
    public static int? Quote(FloorSnapshot room, IEnumerable<WaitlistRow> ahead, int partySize)
    {
        var busy = room.Busy.SelectMany(table => table).ToList();
        var usual = TimeSpan.FromMinutes(room.Catalog.Settings.WalkInMinutes);
        foreach (var party in ahead)
        {
            // Those ahead stay as long as guests do, and take what is held for them.
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
    /// The tables that come free for an hour within the next eight, soonest first; those that are free now are not
    /// among them.
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

    // On a full evening nothing is free for the usual two hours; an hour is worth waiting for.
    private static TimeSpan Stay(FloorSnapshot room) =>
        TimeSpan.FromMinutes(Math.Min(60, room.Catalog.Settings.WalkInMinutes));
}
