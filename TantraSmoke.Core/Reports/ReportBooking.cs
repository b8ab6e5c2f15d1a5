using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>The columns of a booking that reports need; instants are UTC.</summary>
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
    /// <summary>Everything except walk-ins seated by mistake.</summary>
    public bool IsCounted => IsReserved || Status != BookingStatus.Canceled;

    /// <summary>Still to come, approved or not.</summary>
    public bool IsExpected => Status.IsToCome();

    /// <summary>The party is or was here.</summary>
    public bool IsVisit => Status is BookingStatus.Seated or BookingStatus.Completed;

    /// <summary>Made in advance, not at the door.</summary>
    public bool IsReserved => Source != BookingSource.WalkIn;

    /// <summary>Time at the table; null while seated, or if the seating was not recorded.</summary>
    public TimeSpan? Turn =>
        Status == BookingStatus.Completed && EndedAt - SeatedAt is { } turn && turn > TimeSpan.Zero ? turn : null;

    /// <summary>Time during which guests occupied the tables.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Sat(DateTimeOffset now) =>
        (SeatedAt ?? StartsAt, EndedAt ?? (now > StartsAt ? now : StartsAt));
}
