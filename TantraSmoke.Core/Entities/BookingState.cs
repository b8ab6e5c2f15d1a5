namespace TantraSmoke.Core.Entities;

/// <summary>Tables and time of a booking: UTC instants, end exclusive.</summary>
public sealed record BookingPlace(
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int? SlotId,
    IReadOnlyList<int> TableIds
);

/// <summary>Guest, party size and texts of a booking. Texts are stored trimmed, empty ones as null.</summary>
public sealed record BookingDetails(
    int PartySize,
    string? Comment,
    Occasion? Occasion,
    string? Allergies,
    string? InternalNote,
    long? GuestId
);

/// <summary>The state that an undo restores. Entries of older versions lack the details.</summary>
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
