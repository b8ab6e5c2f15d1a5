using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>What reports need to know of a booking; instants are UTC.</summary>
public readonly record struct ReportBooking(
    DateOnly ServiceDay,
    BookingStatus Status,
    BookingSource Source,
    int PartySize,
    int Tables,
    DateTimeOffset CreatedAt,
    DateTimeOffset StartsAt,
    DateTimeOffset? SeatedAt,
    DateTimeOffset? EndedAt,
    long? GuestId,
    int? Rating = null
)
{
    /// <summary>All but walk-ins taken back: those never were.</summary>
    public bool IsCounted => IsReserved || Status != BookingStatus.Canceled;

    /// <summary>The party is still to come; its place is kept, whether the venue has said yes or not.</summary>
    public bool IsExpected => Status.IsToCome();

    /// <summary>The party was here, or is.</summary>
    public bool IsVisit => Status is BookingStatus.Seated or BookingStatus.Completed;

    /// <summary>Made ahead, not at the door.</summary>
    public bool IsReserved => Source != BookingSource.WalkIn;

    /// <summary>How long the party sat; null while it sits, and when nobody tapped that it sat down.</summary>
    public TimeSpan? Turn =>
        Status == BookingStatus.Completed && EndedAt - SeatedAt is { } turn && turn > TimeSpan.Zero ? turn : null;

    /// <summary>From when to when its tables were taken by people.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Sat(DateTimeOffset now) =>
        (SeatedAt ?? StartsAt, EndedAt ?? (now > StartsAt ? now : StartsAt));
}
