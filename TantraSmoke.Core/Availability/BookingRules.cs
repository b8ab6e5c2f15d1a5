using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>The venue's booking rules; pure.</summary>
public static class BookingRules
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(10);

    /// <summary>Most consecutive slots a guest can book as one.</summary>
    public const int MostSlotsOnline = 3;

    /// <summary>Delays in minutes that a guest can announce.</summary>
    public static readonly IReadOnlyList<int> LateChoices = [10, 20, 30];

    /// <summary>How long before the start guests can announce a delay.</summary>
    public static readonly TimeSpan LateNotice = TimeSpan.FromHours(3);

    /// <summary>How long before the start a request is answered at the latest.</summary>
    public static readonly TimeSpan AnswerAhead = TimeSpan.FromHours(1);

    /// <summary>How long a party over time is assumed to stay; its table is not offered for earlier starts.</summary>
    public static readonly TimeSpan OnTheirWay = TimeSpan.FromMinutes(10);

    /// <summary>Window of the pacing limit: starts within the same quarter of an hour count together.</summary>
    public static readonly TimeSpan PacingWindow = TimeSpan.FromMinutes(15);

    /// <summary>Guests can book until the lead time before the start, staff until the end.</summary>
    public static bool IsOpen(
        VenueSettings rules,
        DateTimeOffset start,
        DateTimeOffset end,
        DateTimeOffset now,
        bool forStaff
    ) => forStaff ? now < end : now.AddMinutes(rules.LeadMinutes) <= start;

    /// <summary>From the current service day to the end of the booking horizon.</summary>
    public static bool IsWithinHorizon(VenueSettings rules, VenueClock clock, DateOnly serviceDay, DateTimeOffset now)
    {
        var today = clock.ServiceDayOf(now);
        return serviceDay >= today && serviceDay < today.AddDays(Math.Max(1, rules.HorizonDays));
    }

    /// <summary>Why this time cannot be booked; null if it can.</summary>
    public static Refusal? Refuse(
        VenueSettings rules,
        VenueClock clock,
        DateOnly serviceDay,
        DateTimeOffset start,
        DateTimeOffset end,
        DateTimeOffset now,
        bool forStaff
    )
    {
        if (!forStaff && IsPausedAt(rules, start, now))
            return new AvailabilityRefusal.OnlinePaused(rules.OnlinePausedUntil!.Value, rules.Phone);
        if (now >= (forStaff ? end : start))
            return new AvailabilityRefusal.SlotPassed();
        if (!IsOpen(rules, start, end, now, forStaff))
            return new AvailabilityRefusal.TooLate(rules.LeadMinutes);
        if (!forStaff && !IsWithinHorizon(rules, clock, serviceDay, now))
            return new AvailabilityRefusal.TooEarly(rules.HorizonDays);
        return null;
    }

    /// <summary>Whether online booking is paused: starts before the end of the pause cannot be booked online.</summary>
    public static bool IsPaused(VenueSettings rules, DateTimeOffset now) => now < rules.OnlinePausedUntil;

    /// <summary>Whether this start falls into the pause.</summary>
    public static bool IsPausedAt(VenueSettings rules, DateTimeOffset start, DateTimeOffset now) =>
        IsPaused(rules, now) && start < rules.OnlinePausedUntil;

    /// <summary>Largest party that guests or staff could ever book; 0 in a venue without tables.</summary>
    public static int LargestParty(VenueSettings rules, IReadOnlyList<TableOption> options, bool forStaff)
    {
        var seats = TableAllocator.LargestParty(options, forStaff);
        return forStaff ? seats : Math.Min(seats, rules.LargestPartyOnline ?? seats);
    }

    /// <summary>Why a guest cannot cancel or move the booking online; null if they can.</summary>
    public static Refusal? RefuseCancel(VenueSettings rules, DateTimeOffset startsAt, DateTimeOffset now) =>
        rules.CancelMinutes is { } minutes && now > startsAt.AddMinutes(-minutes)
            ? new AvailabilityRefusal.CancelTooLate(minutes, rules.Phone)
            : null;

    /// <summary>Whether an online booking of that size needs approval.</summary>
    public static bool NeedsApproval(VenueSettings rules, int partySize) => partySize > rules.ApprovalAbove;

    /// <summary>
    /// Deadline for answering a request: an hour before the start, so that the party can still go elsewhere; for later
    /// requests, the middle of the remaining time.
    /// </summary>
    public static DateTimeOffset AnswerBy(DateTimeOffset requestedAt, DateTimeOffset startsAt)
    {
        var half = (startsAt - requestedAt) / 2;
        return startsAt - (half < AnswerAhead ? half : AnswerAhead);
    }

    /// <summary>
    /// When staff are reminded of an unanswered request: soon, the next day, and shortly before the deadline.
    /// </summary>
    public static IEnumerable<DateTimeOffset> AnswerReminders(DateTimeOffset requestedAt, DateTimeOffset startsAt)
    {
        var by = AnswerBy(requestedAt, startsAt);
        return new[] { requestedAt.AddMinutes(15), requestedAt.AddDays(1), by.AddHours(-2) }
            .Where(at => at > requestedAt && at < by)
            .Distinct();
    }

    /// <summary>
    /// Range in which the tables must be free for a booking: its time and the gap on both sides, limited to the longest
    /// claim and to the future.
    /// </summary>
    public static (DateTimeOffset From, DateTimeOffset Until) ClearFor(
        VenueSettings rules,
        DateTimeOffset start,
        DateTimeOffset end,
        DateTimeOffset now
    )
    {
        var spare = (TableClaim.Longest - (end - start)) / 2;
        var buffer = TimeSpan.FromMinutes(rules.BufferMinutes);
        if (buffer > spare)
            buffer = spare < TimeSpan.Zero ? TimeSpan.Zero : spare;
        return (NeededFrom(start - buffer, now), end + buffer);
    }

    /// <summary>The quarter of an hour a start belongs to; the same in every time zone.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Pace(DateTimeOffset start)
    {
        var from = new DateTimeOffset(start.UtcTicks - (start.UtcTicks % PacingWindow.Ticks), TimeSpan.Zero);
        return (from, from + PacingWindow);
    }

    /// <summary>Whether the pacing limit for online booking allows one more party at that start.</summary>
    /// <param name="starts">Parties that start around that time.</param>
    public static bool HasPace(VenueSettings rules, IEnumerable<PartyStart> starts, DateTimeOffset start, int partySize)
    {
        if (!rules.HasPacing)
            return true;
        var (from, until) = Pace(start);
        var (parties, covers) = (1, partySize);
        foreach (var other in starts)
        {
            if (other.At < from || other.At >= until)
                continue;
            parties++;
            covers += other.Guests;
        }

        return !(parties > rules.PacingParties) && !(covers > rules.PacingCovers);
    }

    /// <summary>
    /// From when the tables are needed; for a running booking only the remaining time, because earlier guests may have
    /// left.
    /// </summary>
    public static DateTimeOffset NeededFrom(DateTimeOffset start, DateTimeOffset now) => now > start ? now : start;

    /// <summary>Whether a party that did not come is a no-show by now.</summary>
    public static bool IsNoShow(VenueSettings rules, DateTimeOffset dueAt, DateTimeOffset now) =>
        now >= dueAt.AddMinutes(rules.NoShowMinutes);

    /// <summary>
    /// Until when a seated party is assumed to stay: its end or, once that is past, a few minutes from now.
    /// </summary>
    public static DateTimeOffset StaysUntil(DateTimeOffset endsAt, DateTimeOffset now) =>
        endsAt <= now ? now + OnTheirWay : endsAt;

    /// <summary>Occupied time of a table; a seated party may extend beyond its end.</summary>
    public static BusyTime TimeOf(TakenTime taken, DateTimeOffset now) =>
        taken.IsSeated ? taken.Time with { EndsAt = StaysUntil(taken.Time.EndsAt, now) } : taken.Time;
}
