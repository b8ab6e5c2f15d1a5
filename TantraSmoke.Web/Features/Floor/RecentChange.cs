using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>Something that happened to a booking a moment ago, and who did it.</summary>
/// <param name="Version">Of the booking after this change.</param>
/// <param name="CurrentVersion">Of the booking now.</param>
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

    /// <summary>A last change can be taken back; making a booking only when a walk-in was seated by it.</summary>
    public bool CanUndo =>
        Version == CurrentVersion
        && Action != BookingAction.Undone
        && (Action != BookingAction.Created || Source == BookingSource.WalkIn);

    /// <summary>Somebody is to be expected who was not; a walk-in is there already.</summary>
    public bool IsNewBooking => Action == BookingAction.Created && Source != BookingSource.WalkIn;

    public bool IsBy(long staffId) => ActorKind == "staff" && ActorId == staffId;

    public bool Equals(RecentChange? other) =>
        other is not null && Id == other.Id && CurrentVersion == other.CurrentVersion;

    public override int GetHashCode() => HashCode.Combine(Id, CurrentVersion);

    /// <summary>The latest changes since an instant (UTC), latest first.</summary>
    // The last ones by id before the time is looked at: the history of years is not gone through for ten minutes.
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
