using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Waitlist;

/// <summary>
/// What a guest waits for: a time that begins within the range (UTC, both included) of a service day.
/// </summary>
public sealed record WaitlistWish(DateOnly ServiceDay, DateTimeOffset From, DateTimeOffset Until, int PartySize);

/// <summary>A waiting party as it is shown. Instants are UTC.</summary>
public sealed record WaitlistRow(
    Guid Id,
    long? GuestId,
    string Name,
    string? Phone,
    int PartySize,
    int QuotedMinutes,
    string? Comment,
    WaitlistStatus Status,
    DateTimeOffset JoinedAt,
    IReadOnlyList<int> OfferedTableIds,
    DateTimeOffset? OfferedUntil,
    int Version
)
{
    /// <summary>Null for a party that is no known guest.</summary>
    public GuestStanding? Standing { get; init; }

    public DateOnly ServiceDay { get; init; }

    /// <summary>Who joined in the chat waits for a time that begins from then on; null: at the door.</summary>
    public DateTimeOffset? WantedFrom { get; init; }
    public DateTimeOffset? WantedUntil { get; init; }

    /// <summary>The time that is offered, where it is a time to come.</summary>
    public DateTimeOffset? OfferedStartsAt { get; init; }
    public DateTimeOffset? OfferedEndsAt { get; init; }

    /// <summary>They let an offer pass or did not want it, and have not said that they wait on.</summary>
    public DateTimeOffset? PassedAt { get; init; }

    /// <summary>What they were seated as, or what they booked.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>Why the venue took them off the list.</summary>
    public WaitlistEnd? EndedBecause { get; init; }

    /// <summary>Whether they can be offered something in the chat.</summary>
    public bool IsReachable { get; init; }

    /// <summary>
    /// Until when (UTC) they are offered nothing because guests sleep; null when they are asked as soon as something is
    /// free.
    /// </summary>
    public DateTimeOffset? SleepsUntil(VenueSettings rules, VenueClock clock, DateTimeOffset now) =>
        Status == WaitlistStatus.Waiting && WantedFrom is { } from && ReminderPlanner.LetsSleep(rules, clock, from, now)
            ? ReminderPlanner.AfterQuiet(rules, clock, now)
            : null;

    /// <summary>Whether they are on the list.</summary>
    public bool IsThere => Status is WaitlistStatus.Waiting or WaitlistStatus.Offered;

    /// <summary>Whole minutes since they came.</summary>
    public int Waited(DateTimeOffset now) => Math.Max(0, (int)(now - JoinedAt).TotalMinutes);

    /// <summary>Whether they wait longer than they were told.</summary>
    public bool IsOverQuote(DateTimeOffset now) => now - JoinedAt > TimeSpan.FromMinutes(QuotedMinutes);

    /// <summary>
    /// Whether a table is kept for them; an offer that has run out counts as none before the timer has noticed.
    /// </summary>
    public bool HasOffer(DateTimeOffset now) => Status == WaitlistStatus.Offered && OfferedUntil > now;

    // Records compare lists by reference; the version says all of the entry itself, but merging guests leaves it alone.
    public bool Equals(WaitlistRow? other) =>
        other is not null
        && Id == other.Id
        && Version == other.Version
        && GuestId == other.GuestId
        && Standing == other.Standing
        && IsReachable == other.IsReachable;

    public override int GetHashCode() => HashCode.Combine(Id, Version);
}
