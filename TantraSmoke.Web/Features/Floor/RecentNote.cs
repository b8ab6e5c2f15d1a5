using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>Kinds of recent changes other than of bookings.</summary>
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

/// <summary>A recent change of a block or waitlist entry, from the audit.</summary>
/// <param name="Block">For a block: its current or last state.</param>
/// <param name="Party">For the waitlist: the entry's current state.</param>
/// <param name="CanUndo">Whether it is the last change and can be undone.</param>
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

    /// <summary>A saved hall writes one row per table.</summary>
    private const int MostRows = 500;

    public bool IsBy(long staffId) => ActorKind == "staff" && ActorId == staffId;

    public bool Equals(RecentNote? other) => other is not null && Id == other.Id && CanUndo == other.CanUndo;

    public override int GetHashCode() => HashCode.Combine(Id, CanUndo);

    /// <summary>Changes since an instant (UTC), newest first.</summary>
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
    /// The end of the audit since an instant (UTC), limited by id first, so that the query does not scan years of
    /// audit.
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
            // The resulting booking is listed itself.
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
