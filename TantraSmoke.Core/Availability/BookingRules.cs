using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>The venue's rules as sentences; pure.</summary>
public static class BookingRules
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(10);

    /// <summary>So many slots in a row, at most, a guest may book as one.</summary>
    public const int MostSlotsOnline = 3;

    /// <summary>How much later a guest may say that they come.</summary>
    public static readonly IReadOnlyList<int> LateChoices = [10, 20, 30];

    /// <summary>From so long before their time guests may say that they run late.</summary>
    public static readonly TimeSpan LateNotice = TimeSpan.FromHours(3);

    /// <summary>So long before its time a large party knows whether it may come.</summary>
    public static readonly TimeSpan AnswerAhead = TimeSpan.FromHours(1);

    /// <summary>
    /// How long parties who are over time are thought to stay yet: what begins sooner is not offered at their table.
    /// </summary>
    public static readonly TimeSpan OnTheirWay = TimeSpan.FromMinutes(10);

    /// <summary>Parties that begin within the same quarter of an hour count together.</summary>
    public static readonly TimeSpan PacingWindow = TimeSpan.FromMinutes(15);

    /// <summary>A guest books until the lead time before the start; staff until the time is over.</summary>
    public static bool IsOpen(
        VenueSettings rules,
        DateTimeOffset start,
        DateTimeOffset end,
        DateTimeOffset now,
        bool forStaff
    ) => forStaff ? now < end : now.AddMinutes(rules.LeadMinutes) <= start;

    /// <summary>The first day is the current service day, the last one lies within the horizon.</summary>
    public static bool IsWithinHorizon(VenueSettings rules, VenueClock clock, DateOnly serviceDay, DateTimeOffset now)
    {
        var today = clock.ServiceDayOf(now);
        return serviceDay >= today && serviceDay < today.AddDays(Math.Max(1, rules.HorizonDays));
    }

    /// <summary>Why this time cannot be booked, or null when the rules allow it.</summary>
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

    /// <summary>Online booking is paused: guests cannot book what begins before the pause ends.</summary>
    public static bool IsPaused(VenueSettings rules, DateTimeOffset now) => now < rules.OnlinePausedUntil;

    /// <summary>Whether guests cannot book this start because of a pause.</summary>
    public static bool IsPausedAt(VenueSettings rules, DateTimeOffset start, DateTimeOffset now) =>
        IsPaused(rules, now) && start < rules.OnlinePausedUntil;

    /// <summary>
    /// The largest party that could ever be booked by guests, or by staff; 0 in a venue without tables.
    /// </summary>
    public static int LargestParty(VenueSettings rules, IReadOnlyList<TableOption> options, bool forStaff)
    {
        var seats = TableAllocator.LargestParty(options, forStaff);
        return forStaff ? seats : Math.Min(seats, rules.LargestPartyOnline ?? seats);
    }

    /// <summary>Why a guest cannot cancel or move any more themselves, or null.</summary>
    public static Refusal? RefuseCancel(VenueSettings rules, DateTimeOffset startsAt, DateTimeOffset now) =>
        rules.CancelMinutes is { } minutes && now > startsAt.AddMinutes(-minutes)
            ? new AvailabilityRefusal.CancelTooLate(minutes, rules.Phone)
            : null;

    /// <summary>
    /// Whether the venue wants to say yes to a party of that size before it is certain; of guests who book themselves.
    /// </summary>
    public static bool NeedsApproval(VenueSettings rules, int partySize) => partySize > rules.ApprovalAbove;

    /// <summary>
    /// Until when the venue answers: an hour before the party would come, so that it can still go elsewhere; of a
    /// request that comes closer than that, in the middle of the time that is left.
    /// </summary>
    public static DateTimeOffset AnswerBy(DateTimeOffset requestedAt, DateTimeOffset startsAt)
    {
        var half = (startsAt - requestedAt) / 2;
        return startsAt - (half < AnswerAhead ? half : AnswerAhead);
    }

    /// <summary>
    /// When staff are reminded of a request that nobody has answered: soon, the day after, and when little time is
    /// left.
    /// </summary>
    public static IEnumerable<DateTimeOffset> AnswerReminders(DateTimeOffset requestedAt, DateTimeOffset startsAt)
    {
        var by = AnswerBy(requestedAt, startsAt);
        return new[] { requestedAt.AddMinutes(15), requestedAt.AddDays(1), by.AddHours(-2) }
            .Where(at => at > requestedAt && at < by)
            .Distinct();
    }

    /// <summary>
    /// When the tables must be empty for a booking at that time: the buffer before and after belongs to it, as far as a
    /// claim can last and as it is not past.
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

    /// <summary>The quarter of an hour in which a party begins; the same in every time zone.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Pace(DateTimeOffset start)
    {
        var from = new DateTimeOffset(start.UtcTicks - (start.UtcTicks % PacingWindow.Ticks), TimeSpan.Zero);
        return (from, from + PacingWindow);
    }

    /// <summary>Whether one more party may begin then, as far as guests book.</summary>
    /// <param name="starts">Who begins around that time.</param>
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
    /// From when the tables are needed: of a time that is running only the rest, for who sat there before may have
    /// left.
    /// </summary>
    public static DateTimeOffset NeededFrom(DateTimeOffset start, DateTimeOffset now) => now > start ? now : start;

    /// <summary>A party that did not come this long after it was due is a no-show.</summary>
    public static bool IsNoShow(VenueSettings rules, DateTimeOffset dueAt, DateTimeOffset now) =>
        now >= dueAt.AddMinutes(rules.NoShowMinutes);

    /// <summary>
    /// Until when a party that sits is thought to stay: to its end, and, once that is past, for some minutes more
    /// whenever it is asked.
    /// </summary>
    public static DateTimeOffset StaysUntil(DateTimeOffset endsAt, DateTimeOffset now) =>
        endsAt <= now ? now + OnTheirWay : endsAt;

    /// <summary>
    /// When the table is taken, as far as that is known now: who sits may stay longer than their time.
    /// </summary>
    public static BusyTime TimeOf(TakenTime taken, DateTimeOffset now) =>
        taken.IsSeated ? taken.Time with { EndsAt = StaysUntil(taken.Time.EndsAt, now) } : taken.Time;
}
