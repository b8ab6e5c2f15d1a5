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
public sealed record BookingDetails(int PartySize, long? GuestId = null)
{
    public string? Comment { get; init; }
    public Occasion? Occasion { get; init; }
    public string? Allergies { get; init; }

    /// <summary>For staff only; never shown to the guest.</summary>
    public string? InternalNote { get; init; }

    /// <summary>These details after somebody else's change: what is still as before takes their value.</summary>
    public BookingDetails MergedWith(BookingDetails before, BookingDetails theirs) =>
        new(
            PartySize == before.PartySize ? theirs.PartySize : PartySize,
            GuestId == before.GuestId ? theirs.GuestId : GuestId
        )
        {
            Comment = Comment == before.Comment ? theirs.Comment : Comment,
            Occasion = Occasion == before.Occasion ? theirs.Occasion : Occasion,
            Allergies = Allergies == before.Allergies ? theirs.Allergies : Allergies,
            InternalNote = InternalNote == before.InternalNote ? theirs.InternalNote : InternalNote,
        };
}

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
