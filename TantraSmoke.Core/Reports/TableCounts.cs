using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>Number of tables in use over time, reconstructed from the audit.</summary>
/// <param name="Steps">Newest first: the number of tables from that instant (UTC) on.</param>
internal sealed record TableCounts(IReadOnlyList<(DateTimeOffset From, int Tables)> Steps)
{
    // Tables of one save are audited within moments.
    private static readonly TimeSpan OneAct = TimeSpan.FromMinutes(1);

    public static TableCounts Always(int tables) => new([(DateTimeOffset.MinValue, tables)]);

    /// <param name="now">Tables in use now.</param>
    /// <param name="from">Start of the range of interest (UTC).</param>
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
    /// Tables in use at that instant (UTC). Before the first table was created, the first room counts.
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

    /// <param name="changes">Newest first, with the change in the number of tables.</param>
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

        // The number before the oldest change; zero means that this change created the room.
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

    /// <summary>Null for a missing table or a change of other columns.</summary>
    private static bool? IsInUse(string? values)
    {
        if (values is null)
            return null;
        using var read = JsonDocument.Parse(values);
        return read.RootElement.TryGetProperty("is_active", out var isActive) ? isActive.GetBoolean() : null;
    }
}
