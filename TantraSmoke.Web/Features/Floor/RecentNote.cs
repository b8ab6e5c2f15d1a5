using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>What happened that is not about a booking.</summary>
public enum RecentNoteKind
{
    Blocked,
    Unblocked,
    Waiting,
    Edited,
    Offered,
    WaitingAgain,
    Left,
}

/// <summary>A block or a waiting party that somebody changed a moment ago, as the audit tells it.</summary>
/// <param name="Block">Of a block: what it is or was.</param>
/// <param name="Party">Of the waitlist: the party as it is now.</param>
/// <param name="CanUndo">Nothing happened to it since, and there is a way back.</param>
public sealed record RecentNote(
    long Id,
    RecentNoteKind Kind,
    string ActorKind,
    long? ActorId,
    string ActorName,
    DateTimeOffset At,
    TableBlock? Block,
    WaitlistEntry? Party,
    bool CanUndo
)
{
    private const int Most = 30;

    /// <summary>A hall that is drawn anew is a row for each of its tables.</summary>
    private const int MostRows = 500;

    public bool IsBy(long staffId) => ActorKind == "staff" && ActorId == staffId;

    public bool Equals(RecentNote? other) => other is not null && Id == other.Id && CanUndo == other.CanUndo;

    public override int GetHashCode() => HashCode.Combine(Id, CanUndo);

    /// <summary>The latest since an instant (UTC), latest first.</summary>
    public static Task<List<RecentNote>> ReadAsync(
        VenueStore store,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            async db =>
            {
                var rows = await Latest(db, since)
                    .Where(a => a.Subject == AuditEntry.Claims || a.Subject == AuditEntry.Waitlist)
                    .OrderByDescending(a => a.Id)
                    .Take(Most)
                    .ToListAsync(cancellationToken);
                var ids = rows.Where(a => a.Subject == AuditEntry.Waitlist)
                    .Select(a => Guid.Parse(a.SubjectId))
                    .Distinct()
                    .ToList();
                var parties =
                    ids.Count == 0
                        ? []
                        : await db
                            .Waitlist.Where(e => ids.Contains(e.Id))
                            .ToDictionaryAsync(e => e.Id, cancellationToken);
                var seen = new HashSet<string>();
                return rows.Select(a =>
                        a.Subject == AuditEntry.Claims
                            ? OfBlock(a, seen.Add(a.SubjectId))
                            : OfParty(a, parties, seen.Add(a.SubjectId))
                    )
                    .OfType<RecentNote>()
                    .ToList();
            },
            cancellationToken
        );

    /// <summary>
    /// The end of the audit since an instant (UTC): by id first, so that the audit of years is not gone through for
    /// minutes.
    /// </summary>
    internal static IQueryable<AuditEntry> Latest(VenueDb db, DateTimeOffset since) =>
        db.Audit.OrderByDescending(a => a.Id).Take(MostRows).Where(a => a.At >= since);

    private static RecentNote? OfBlock(AuditEntry row, bool isLatest)
    {
        var isNew = row.After is not null;
        var block = JsonSerializer.Deserialize<TableBlock>((row.After ?? row.Before)!);
        return block is null
            ? null
            : Note(row, isNew ? RecentNoteKind.Blocked : RecentNoteKind.Unblocked, block, null, isLatest);
    }

    private static RecentNote? OfParty(AuditEntry row, Dictionary<Guid, WaitlistEntry> parties, bool isLatest)
    {
        if (!parties.TryGetValue(Guid.Parse(row.SubjectId), out var party) || row.After is null)
            return null;
        if (row.Action == "added")
            return Note(row, RecentNoteKind.Waiting, null, party, isLatest && party.IsThere);
        var changed = JsonDocument.Parse(row.After).RootElement;
        var status =
            changed.TryGetProperty("status", out var value) && value.TryGetInt32(out var number)
                ? (WaitlistStatus?)number
                : null;
        return status switch
        {
            null => changed.TryGetProperty("offered_table_ids", out _)
                ? Note(row, RecentNoteKind.Offered, null, party, isLatest)
                : Note(row, RecentNoteKind.Edited, null, party, false),
            WaitlistStatus.Waiting => Note(row, RecentNoteKind.WaitingAgain, null, party, false),
            WaitlistStatus.Offered => Note(row, RecentNoteKind.Offered, null, party, isLatest),
            WaitlistStatus.Left => Note(row, RecentNoteKind.Left, null, party, isLatest),
            // The booking it became is told of, and taken back, itself.
            _ => null,
        };
    }

    private static RecentNote Note(
        AuditEntry row,
        RecentNoteKind kind,
        TableBlock? block,
        WaitlistEntry? party,
        bool canUndo
    ) => new(row.Id, kind, row.ActorKind, row.ActorId, row.ActorName, row.At, block, party, canUndo);
}
