using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>State of the guest who books.</summary>
/// <param name="IsKnown">False if the guest does not exist any more; true if the booking has no guest.</param>
/// <param name="ActiveBookings">Bookings to come or seated.</param>
/// <param name="Made">The booking already made with this idempotency key.</param>
public sealed record Booker(bool IsKnown, bool IsBlocked, int ActiveBookings, Guid? Made)
{
    /// <summary>Whether a booking can be inserted at all.</summary>
    public bool GoesOn => IsKnown && Made is null;
}

/// <summary>A booking to insert, with its history and messages.</summary>
public sealed record NewBooking(
    ClaimRequest Claim,
    Booking Booking,
    BookingHistory History,
    IReadOnlyList<OutboxMessage> Messages
);

/// <summary>
/// A request for tables from <paramref name="StartsAt"/> to <paramref name="EndsAt"/> (UTC, exclusive, at most 24 h).
/// </summary>
/// <param name="Holder">Whose holds are replaced ("guest:42"); stored with a claim that has no booking.</param>
public sealed record ClaimRequest(
    IReadOnlyCollection<int> TableIds,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    ClaimKind Kind,
    DateTimeOffset Now,
    Guid? BookingId = null,
    string? Holder = null,
    DateTimeOffset? ExpiresAt = null,
    string? Note = null
)
{
    /// <summary>
    /// Range in which the tables must be free, if wider than the claim. The whole range is claimed first, so that the
    /// constraint also checks the gap, and then reduced in the same transaction.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Clear { get; init; }

    /// <summary>Party size of a hold, for the pacing limit.</summary>
    public int? Guests { get; init; }

    internal (DateTimeOffset From, DateTimeOffset Until) Wanted => Clear ?? (StartsAt, EndsAt);

    /// <summary>Whether the inserted claims have to be adjusted.</summary>
    internal bool IsMore => Guests is not null || Wanted != (StartsAt, EndsAt);
}
