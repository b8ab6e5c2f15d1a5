using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>A recent change of a booking and who made it.</summary>
/// <param name="Version">The booking's version after this change.</param>
/// <param name="CurrentVersion">The booking's current version.</param>
public sealed record RecentChange(
    long Id,
    Guid BookingId,
    BookingAction Action,
    string ActorKind,
    long? ActorId,
    string ActorName,
    DateTimeOffset At,
    int Version,
    int CurrentVersion,
    BookingSource Source,
    string? GuestName,
    IReadOnlyList<int> TableIds
)
{
    private const int Most = 30;

    /// <summary>Only the last change can be undone; a creation only for a walk-in.</summary>
    public bool CanUndo =>
        Version == CurrentVersion
        && Action != BookingAction.Undone
        && (Action != BookingAction.Created || Source == BookingSource.WalkIn);

    /// <summary>A new expected booking; walk-ins do not count.</summary>
    public bool IsNewBooking => Action == BookingAction.Created && Source != BookingSource.WalkIn;

    public bool IsBy(long staffId) => ActorKind == "staff" && ActorId == staffId;

    public bool Equals(RecentChange? other) =>
        other is not null && Id == other.Id && CurrentVersion == other.CurrentVersion;

    public override int GetHashCode() => HashCode.Combine(Id, CurrentVersion);

    /// <summary>Changes since an instant (UTC), newest first.</summary>
    // Limited by id first, so that the query does not scan years of history.
    public static Task<List<RecentChange>> ReadAsync(
        VenueStore store,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            db =>
                (
                    from change in db.BookingHistory.OrderByDescending(change => change.Id).Take(Most)
                    join booking in db.Bookings on change.BookingId equals booking.Id
                    join guest in db.Guests on booking.GuestId equals guest.Id into guests
                    from guest in guests.DefaultIfEmpty()
                    where change.At >= since
                    orderby change.Id descending
                    select new RecentChange(
                        change.Id,
                        change.BookingId,
                        change.Action,
                        change.ActorKind,
                        change.ActorId,
                        change.ActorName,
                        change.At,
                        change.Version,
                        booking.Version,
                        booking.Source,
                        guest!.Name,
                        booking.TableIds
                    )
                ).ToListAsync(cancellationToken),
            cancellationToken
        );
}
