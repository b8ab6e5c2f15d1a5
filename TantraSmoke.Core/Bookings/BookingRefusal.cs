using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Why a booking could not be made or changed.</summary>
public abstract record BookingRefusal : Refusal
{
    private BookingRefusal() { }

    /// <summary>The table is occupied from that instant (UTC) or until then.</summary>
    /// <param name="By">The guest's name or the reason of the block, if known.</param>
    public sealed record TableOccupied(
        IReadOnlyList<int> TableNumbers,
        DateTimeOffset? Until,
        DateTimeOffset? From = null,
        string? By = null
    ) : BookingRefusal, IChatFacing;

    /// <summary>A party sits over time at the table and has to leave first.</summary>
    /// <param name="By">The guest's name, if known.</param>
    public sealed record StillSeated(IReadOnlyList<int> TableNumbers, string? By) : BookingRefusal, IChatFacing;

    /// <summary>
    /// The party exceeds its tables' <paramref name="Seats"/>; with the free options that fit, best first.
    /// </summary>
    public sealed record PartyOutgrows(int Seats, IReadOnlyList<TableOption> WouldFit) : BookingRefusal;

    /// <summary>The tables were retired; with the free options that fit, best first.</summary>
    public sealed record TablesRetired(IReadOnlyList<int> TableNumbers, IReadOnlyList<TableOption> WouldFit)
        : BookingRefusal;

    /// <summary>The tables are taken by now; with the free options that fit, best first.</summary>
    public sealed record PlaceGone(IReadOnlyList<int> TableNumbers, IReadOnlyList<TableOption> WouldFit)
        : BookingRefusal;

    public sealed record TooManyActive(int Limit) : BookingRefusal, IChatFacing;

    /// <summary>The venue requires a phone number before the first booking.</summary>
    public sealed record PhoneNeeded : BookingRefusal, IChatFacing;

    /// <summary>A delay cannot be announced yet, or any more.</summary>
    public sealed record NotLate(DateTimeOffset From) : BookingRefusal, IChatFacing;

    /// <summary>A party can only be seated on the service day it booked.</summary>
    public sealed record NotToday(DateOnly ServiceDay) : BookingRefusal, IChatFacing;

    /// <summary>A booking cannot be a no-show before its start (UTC).</summary>
    public sealed record TooSoon(DateTimeOffset StartsAt) : BookingRefusal, IChatFacing;

    /// <summary>The booking's status does not allow this.</summary>
    public sealed record WrongStatus(BookingStatus Status) : BookingRefusal, IChatFacing;

    /// <summary>Somebody else changed the booking first; read it again.</summary>
    public sealed record ChangedMeanwhile(string By, BookingStatus Status) : BookingRefusal, IChatFacing;

    /// <summary>Nothing to undo, or the last change is more than ten minutes old.</summary>
    public sealed record UndoExpired : BookingRefusal;

    /// <summary>These bookings have to be moved first.</summary>
    public sealed record BookingsInTheWay(IReadOnlyList<BookingBrief> Bookings) : BookingRefusal;

    /// <summary>
    /// The change affects these bookings, listed by time. They stay as booked; repeating the request with confirmation
    /// makes the change.
    /// </summary>
    public sealed record BookingsAffected(IReadOnlyList<BookingBrief> Bookings) : BookingRefusal;
}
