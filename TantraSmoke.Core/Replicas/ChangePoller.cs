using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Replicas;

/// <summary>
/// Compares, every two seconds, the newest rows of history and audit and the current holds with the previous poll and
/// publishes the difference, except for changes of bookings received meanwhile. Rows are remembered by id instead of
/// the highest id, because transactions commit in another order than ids are assigned.
/// </summary>
internal sealed class ChangePoller : IDisposable
{
    private const int LookBack = 300;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly VenueStore _store;
    private readonly VenueFeed _feed;
    private readonly Lock _gate = new();
    private HashSet<(string Id, int Version)> _heard = [];
    private HashSet<long>? _history;
    private HashSet<long>? _audit;
    private HashSet<long>? _holds;

    public ChangePoller(VenueStore store, VenueFeed feed)
    {
        (_store, _feed) = (store, feed);
        _feed.Delivering += Hear;
    }

    public async Task PollAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            _feed.Deliver(await FindAsync(cancellationToken));
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    public void Dispose() => _feed.Delivering -= Hear;

    /// <summary>Changes since the last call that were not received; nothing on the first call.</summary>
    internal Task<IReadOnlyList<VenueChange>> FindAsync(CancellationToken cancellationToken)
    {
        // Taken before reading, which then sees every row notified so far; later notifications are kept for the next
        // poll.
        var heard = TakeHeard();
        return _store.ReadAsync<IReadOnlyList<VenueChange>>(
            async db =>
            {
                var changes = new List<VenueChange>();
                var history = await db
                    .BookingHistory.OrderByDescending(h => h.Id)
                    .Take(LookBack)
                    .Select(h => new
                    {
                        h.Id,
                        h.BookingId,
                        h.Version,
                    })
                    .ToListAsync(cancellationToken);
                foreach (var row in history.Where(h => _history is not null && !_history.Contains(h.Id)))
                {
                    var id = row.BookingId.ToString();
                    if (!heard.Contains((id, row.Version)))
                        // Without a day: a move concerns two of them.
                        changes.Add(new VenueChange(ChangeKind.Booking, id, null, row.Version));
                }

                if (_history is not null && history.Count == LookBack && !history.Any(h => _history.Contains(h.Id)))
                    changes.Add(VenueChange.Reset);

                // A notification does not identify its audit row, so these are published again.
                var audit = await db
                    .Audit.OrderByDescending(a => a.Id)
                    .Take(LookBack)
                    .Select(a => new
                    {
                        a.Id,
                        a.Subject,
                        a.SubjectId,
                    })
                    .ToListAsync(cancellationToken);
                foreach (
                    var row in audit.Where(a =>
                        _audit is not null
                        && !_audit.Contains(a.Id)
                        && a.Subject is not (AuditEntry.SignIns or AuditEntry.Rights)
                    )
                )
                {
                    changes.Add(
                        row.Subject switch
                        {
                            AuditEntry.Guests => new VenueChange(ChangeKind.Guest, row.SubjectId),
                            AuditEntry.Waitlist => new VenueChange(ChangeKind.Waitlist, row.SubjectId),
                            AuditEntry.Claims => new VenueChange(ChangeKind.Claim, row.SubjectId),
                            "staff" => new VenueChange(ChangeKind.Staff, row.SubjectId),
                            AuditEntry.Sessions => new VenueChange(ChangeKind.Staff),
                            _ => new VenueChange(ChangeKind.Catalog),
                        }
                    );
                }

                if (_audit is not null && audit.Count == LookBack && !audit.Any(a => _audit.Contains(a.Id)))
                    changes.Add(VenueChange.Reset);

                var holds = await db
                    .Claims.Where(c => c.BookingId == null)
                    .Select(c => c.Id)
                    .ToListAsync(cancellationToken);
                if (_holds is not null && !_holds.SetEquals(holds))
                    changes.Add(new VenueChange(ChangeKind.Claim));

                _history = [.. history.Select(h => h.Id)];
                _audit = [.. audit.Select(a => a.Id)];
                _holds = [.. holds];
                return [.. changes.Distinct()];
            },
            cancellationToken
        );
    }

    private void Hear(IReadOnlyList<VenueChange> changes)
    {
        lock (_gate)
        {
            foreach (var change in changes.Where(change => change.Kind == ChangeKind.Booking))
                _heard.Add((change.Id, change.Version));
        }
    }

    private HashSet<(string Id, int Version)> TakeHeard()
    {
        lock (_gate)
        {
            var heard = _heard;
            _heard = [];
            return heard;
        }
    }
}
