namespace TantraSmoke.Core.Entities;

/// <summary>Where and when: UTC instants, end exclusive.</summary>
public sealed record BookingPlace(
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int? SlotId,
    IReadOnlyList<int> TableIds
);

/// <summary>Who comes and what was said about it. Texts are trimmed when they are taken; empty is null.</summary>
public sealed record BookingDetails(
    int PartySize,
    string? Comment,
    Occasion? Occasion,
    string? Allergies,
    string? InternalNote,
    long? GuestId
);

/// <summary>What an undo brings back. Older versions wrote no details.</summary>
public sealed record BookingState(
    BookingStatus Status,
    DateTimeOffset? SeatedAt,
    BookingPlace Place,
    int? ArrivedGuests = null,
    BookingDetails? Details = null,
    int? LateMinutes = null,
    DateTimeOffset? GuestConfirmedAt = null,
    StaffQuestion? Question = null
);
