using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>What has to be known of who books.</summary>
/// <param name="IsKnown">false when there is no such guest, or no longer; true when it is nobody in particular.</param>
/// <param name="ActiveBookings">Still to come, or sitting.</param>
/// <param name="Made">The booking that the idempotency key made before.</param>
public sealed record Booker(bool IsKnown, bool IsBlocked, int ActiveBookings, Guid? Made)
{
    /// <summary>Whether a booking can be written at all.</summary>
    public bool GoesOn => IsKnown && Made is null;
}

/// <summary>A booking to be written with all that belongs to it.</summary>
public sealed record NewBooking(
    ClaimRequest Claim,
    Booking Booking,
    BookingHistory History,
    IReadOnlyList<OutboxMessage> Messages
);

/// <summary>
/// What to take: the tables from <paramref name="StartsAt"/> to <paramref name="EndsAt"/> (UTC, exclusive, at most 24
/// h).
/// </summary>
/// <param name="Holder">Whose holds give way ("guest:42"); stored with the claim when there is no booking.</param>
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
    /// From when and until when the tables must be free, where that is more than is taken. The whole of it is taken
    /// first, so that the constraint decides about the gap as well, and what is too much given back in the same
    /// transaction.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Clear { get; init; }

    /// <summary>How many a hold is for, where that counts.</summary>
    public int? Guests { get; init; }

    internal (DateTimeOffset From, DateTimeOffset Until) Wanted => Clear ?? (StartsAt, EndsAt);

    /// <summary>Whether what was taken has to be put right.</summary>
    internal bool IsMore => Guests is not null || Wanted != (StartsAt, EndsAt);
}
