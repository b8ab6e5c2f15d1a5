using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>
/// How many tables the venue had in use, and when: read from the audit, which has every table that came, went or came
/// back.
/// </summary>
/// <param name="Steps">Newest first: from when on (UTC) there were so many.</param>
internal sealed record TableCounts(IReadOnlyList<(DateTimeOffset From, int Tables)> Steps)
{
    // Tables of one save are written within moments.
    private static readonly TimeSpan OneAct = TimeSpan.FromMinutes(1);

    public static TableCounts Always(int tables) => new([(DateTimeOffset.MinValue, tables)]);

    /// <param name="now">Tables in use at present.</param>
    /// <param name="from">What was before that instant (UTC) is not asked.</param>
    public static async Task<TableCounts> ReadAsync(
        VenueDb db,
        int now,
        DateTimeOffset from,
        CancellationToken cancellationToken
    )
    {
        var entries = await db
            .Audit.AsNoTracking()
            .Where(a => a.Subject == AuditEntry.Tables && a.At > from)
            .OrderByDescending(a => a.Id)
            .Select(a => new
            {
                a.At,
                a.Before,
                a.After,
            })
            .ToListAsync(cancellationToken);
        return Of(now, entries.Select(entry => (entry.At, Change(entry.Before, entry.After))));
    }

    /// <summary>
    /// In use at that instant (UTC). Before the first table was drawn the room counts as it was drawn then.
    /// </summary>
    public int At(DateTimeOffset instant)
    {
        foreach (var (from, tables) in Steps)
        {
            if (instant >= from)
                return tables;
        }

        return Steps[^1].Tables;
    }

    /// <param name="changes">Newest first: how many tables more there were after it.</param>
    internal static TableCounts Of(int now, IEnumerable<(DateTimeOffset At, int More)> changes)
    {
        var steps = new List<(DateTimeOffset From, int Tables)>();
        var tables = now;
        foreach (var (at, more) in changes.Where(change => change.More != 0))
        {
            if (steps.Count == 0 || steps[^1].From - at > OneAct)
                steps.Add((at, tables));
            tables -= more;
        }

        // What was there before the oldest of them; nothing, when that drew the room.
        if (tables > 0 || steps.Count == 0)
            steps.Add((DateTimeOffset.MinValue, tables));
        return new TableCounts(steps);
    }

    private static int Change(string? before, string? after) =>
        (IsInUse(before), IsInUse(after)) switch
        {
            (null or false, true) => 1,
            (true, false) => -1,
            _ => 0,
        };

    /// <summary>Null for a table that is not there, or of which something else has changed.</summary>
    private static bool? IsInUse(string? values)
    {
        if (values is null)
            return null;
        using var read = JsonDocument.Parse(values);
        return read.RootElement.TryGetProperty("is_active", out var isActive) ? isActive.GetBoolean() : null;
    }
}
