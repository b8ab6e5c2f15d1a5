using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>A page of bookings with recent changes.</summary>
public sealed record BookingList(BookingPage Page, IReadOnlyList<RecentChange> Recent)
{
    /// <summary>The last recent change of that booking; null if there is none.</summary>
    public RecentChange? LastChange(Guid bookingId) => Recent.FirstOrDefault(change => change.BookingId == bookingId);

    public bool Equals(BookingList? other) =>
        other is not null && Page.Equals(other.Page) && Recent.SequenceEqual(other.Recent);

    public override int GetHashCode() => Page.GetHashCode();
}

/// <summary>A page of the bookings list as a live read.</summary>
public sealed record BookingListRead(
    BookingLists Lists,
    VenueStore Store,
    TimeProvider Time,
    BookingSearch Search,
    int Page
) : LiveRead<BookingList>
{
    public const int Size = 25;
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(2);

    public override async Task<BookingList> ReadAsync(CancellationToken cancellationToken) =>
        new(
            await Lists.PageAsync(Search, Page, Size, cancellationToken),
            await RecentChange.ReadAsync(Store, Time.GetUtcNow() - Recently, cancellationToken)
        );

    public override bool Concerns(VenueChange change) =>
        change.Kind switch
        {
            ChangeKind.Booking => Search.Concerns(change.ServiceDay),
            ChangeKind.Guest => true,
            _ => false,
        };
}
