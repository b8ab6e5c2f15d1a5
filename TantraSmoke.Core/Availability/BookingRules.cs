using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Core.Availability;

/// <summary>The venue's rules as sentences; pure.</summary>
public static class BookingRules
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(10);

    /// <summary>A guest books until the lead time before the start; staff until the time is over.</summary>
    public static bool IsOpen(VenueSettings rules, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, bool forStaff) =>
        forStaff ? now < end : now.AddMinutes(rules.LeadMinutes) <= start;

    /// <summary>The first day is the current service day, the last one lies within the horizon.</summary>
    public static bool IsWithinHorizon(VenueSettings rules, VenueClock clock, DateOnly serviceDay, DateTimeOffset now)
    {
        var today = clock.ServiceDayOf(now);
        return serviceDay >= today && serviceDay < today.AddDays(Math.Max(1, rules.HorizonDays));
    }

    /// <summary>Why this time cannot be booked, or null when the rules allow it.</summary>
    public static BookingError? Refuse(
        VenueSettings rules, VenueClock clock, DateOnly serviceDay, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, bool forStaff)
    {
        if (now >= (forStaff ? end : start))
            return new BookingError.SlotPassed();
        if (!IsOpen(rules, start, end, now, forStaff))
            return new BookingError.TooLate(rules.LeadMinutes);
        if (!forStaff && !IsWithinHorizon(rules, clock, serviceDay, now))
            return new BookingError.TooEarly(rules.HorizonDays);
        return null;
    }

    /// <summary>From when the tables are needed: of a time that is running only the rest, for who sat there before may have left.</summary>
    public static DateTimeOffset NeededFrom(DateTimeOffset start, DateTimeOffset now) => now > start ? now : start;

    /// <summary>A party that did not come this long after it was due is a no-show.</summary>
    public static bool IsNoShow(VenueSettings rules, DateTimeOffset dueAt, DateTimeOffset now) =>
        now >= dueAt.AddMinutes(rules.NoShowMinutes);

    /// <summary>A visit is closed when its time and the tolerated overrun are over.</summary>
    public static bool HasEnded(VenueSettings rules, DateTimeOffset endsAt, DateTimeOffset now) =>
        now >= endsAt.AddMinutes(rules.OverrunMinutes);
}
