using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Waitlist;

/// <summary>A wanted range of start times (UTC, inclusive) on a service day.</summary>
public sealed record WaitlistWish(DateOnly ServiceDay, DateTimeOffset From, DateTimeOffset Until, int PartySize);

/// <summary>A waitlist entry for display. Instants are UTC.</summary>
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
    /// <summary>Null for a party that is not a known guest.</summary>
    public GuestStanding? Standing { get; init; }

    public DateOnly ServiceDay { get; init; }

    /// <summary>
    /// Start of the wanted range, for guests who joined in the chat; null for a party waiting at the door.
    /// </summary>
    public DateTimeOffset? WantedFrom { get; init; }
    public DateTimeOffset? WantedUntil { get; init; }

    /// <summary>The slot of an offer for a later time.</summary>
    public DateTimeOffset? OfferedStartsAt { get; init; }
    public DateTimeOffset? OfferedEndsAt { get; init; }

    /// <summary>When they let an offer expire or refused it, until they say that they still wait.</summary>
    public DateTimeOffset? PassedAt { get; init; }

    /// <summary>The booking made from this entry.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>Why the venue removed them from the list.</summary>
    public WaitlistEnd? EndedBecause { get; init; }

    /// <summary>Whether they can get offers in the chat.</summary>
    public bool IsReachable { get; init; }

    /// <summary>End of the quiet hours (UTC) that hold back offers; null if offers are sent at once.</summary>
    public DateTimeOffset? SleepsUntil(VenueSettings rules, VenueClock clock, DateTimeOffset now) =>
        Status == WaitlistStatus.Waiting && WantedFrom is { } from && ReminderPlanner.LetsSleep(rules, clock, from, now)
            ? ReminderPlanner.AfterQuiet(rules, clock, now)
            : null;

    /// <summary>Whether they are on the list.</summary>
    public bool IsThere => Status is WaitlistStatus.Waiting or WaitlistStatus.Offered;

    /// <summary>Whole minutes since they joined.</summary>
    public int Waited(DateTimeOffset now) => Math.Max(0, (int)(now - JoinedAt).TotalMinutes);

    /// <summary>Whether they have waited longer than quoted.</summary>
    public bool IsOverQuote(DateTimeOffset now) => now - JoinedAt > TimeSpan.FromMinutes(QuotedMinutes);

    /// <summary>
    /// Whether a table is held for them; an expired offer does not count, even before the timer ends it.
    /// </summary>
    public bool HasOffer(DateTimeOffset now) => Status == WaitlistStatus.Offered && OfferedUntil > now;

    // Records compare lists by reference. The version covers the entry's own values; merging guests does not change it.
    public bool Equals(WaitlistRow? other) =>
        other is not null
        && Id == other.Id
        && Version == other.Version
        && GuestId == other.GuestId
        && Standing == other.Standing
        && IsReachable == other.IsReachable;

    public override int GetHashCode() => HashCode.Combine(Id, Version);
}
