using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Why a booking could not be made or changed.</summary>
public abstract record BookingRefusal : Refusal
{
    private BookingRefusal() { }

    /// <summary>
    /// The table is taken from that instant (UTC) or until then, by somebody who is there or expected.
    /// </summary>
    /// <param name="By">The guest or the reason of a block, where known.</param>
    public sealed record TableOccupied(
        IReadOnlyList<int> TableNumbers,
        DateTimeOffset? Until,
        DateTimeOffset? From = null,
        string? By = null
    ) : BookingRefusal, IChatFacing;

    /// <summary>Somebody overstays at the table, whatever is planned: they have to leave first.</summary>
    /// <param name="By">The guest, where known.</param>
    public sealed record StillSeated(IReadOnlyList<int> TableNumbers, string? By) : BookingRefusal, IChatFacing;

    /// <summary>
    /// The party has outgrown its tables, which seat <paramref name="Seats"/>; what is free then and would do, best fit
    /// first.
    /// </summary>
    public sealed record PartyOutgrows(int Seats, IReadOnlyList<TableOption> WouldFit) : BookingRefusal;

    /// <summary>The tables have been taken out of the room; what is free then and would do, best fit first.</summary>
    public sealed record TablesRetired(IReadOnlyList<int> TableNumbers, IReadOnlyList<TableOption> WouldFit)
        : BookingRefusal;

    /// <summary>Somebody else has the tables by now; what is free then and would do, best fit first.</summary>
    public sealed record PlaceGone(IReadOnlyList<int> TableNumbers, IReadOnlyList<TableOption> WouldFit)
        : BookingRefusal;

    public sealed record TooManyActive(int Limit) : BookingRefusal, IChatFacing;

    /// <summary>The venue wants to know the guest's phone number before they book.</summary>
    public sealed record PhoneNeeded : BookingRefusal, IChatFacing;

    /// <summary>Nobody can be told yet, or any more, how late the party will be.</summary>
    public sealed record NotLate(DateTimeOffset From) : BookingRefusal, IChatFacing;

    /// <summary>A party can only be seated on the service day it booked.</summary>
    public sealed record NotToday(DateOnly ServiceDay) : BookingRefusal, IChatFacing;

    /// <summary>Nobody is a no-show before their time (UTC) has begun.</summary>
    public sealed record TooSoon(DateTimeOffset StartsAt) : BookingRefusal, IChatFacing;

    /// <summary>The booking is in a state that does not allow this.</summary>
    public sealed record WrongStatus(BookingStatus Status) : BookingRefusal, IChatFacing;

    /// <summary>Somebody else changed it first; read it again.</summary>
    public sealed record ChangedMeanwhile(string By, BookingStatus Status) : BookingRefusal, IChatFacing;

    /// <summary>There is nothing to take back, or it is longer ago than ten minutes.</summary>
    public sealed record UndoExpired : BookingRefusal;

    /// <summary>These bookings, first of all, would have to go elsewhere before that is possible.</summary>
    public sealed record BookingsInTheWay(IReadOnlyList<BookingBrief> Bookings) : BookingRefusal;

    /// <summary>
    /// These bookings were made for what is to change, by time. They stay as they were booked; asked again by somebody
    /// who knows that, the change is made.
    /// </summary>
    public sealed record BookingsAffected(IReadOnlyList<BookingBrief> Bookings) : BookingRefusal;
}
