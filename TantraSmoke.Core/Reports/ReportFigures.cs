using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Core.Reports;

/// <summary>Figures of bookings; pure. Walk-ins that were taken back never were.</summary>
public static class ReportFigures
{
    /// <summary>Parties of this size and larger ones are counted together.</summary>
    public const int LargestParty = 8;

    private const int Quarter = 15;

    public static ReportTotals Totals(IReadOnlyCollection<ReportBooking> bookings)
    {
        var counted = bookings.Where(IsCounted).ToList();
        var visits = counted.Where(b => b.IsVisit).ToList();
        var (kept, noShows) = (visits.Count(b => b.IsReserved), counted.Count(b => b.Status == BookingStatus.NoShow));
        return new ReportTotals(
            counted.Count,
            visits.Count,
            visits.Sum(b => b.PartySize),
            counted.Where(IsExpected).Sum(b => b.PartySize),
            counted.Count(b => b.IsReserved),
            noShows,
            counted.Count(b => b.Status == BookingStatus.Canceled),
            Minutes(visits))
        {
            Rating = counted.Select(b => (double?)b.Rating).Where(rating => rating is not null).DefaultIfEmpty().Average(),
            NoShowRate = kept + noShows == 0 ? null : (double)noShows / (kept + noShows),
        };
    }

    public static IReadOnlyList<ReportDay> Days(ReportRange range, IReadOnlyCollection<ReportBooking> bookings)
    {
        var days = bookings.Where(IsCounted).ToLookup(b => b.ServiceDay);
        return
        [
            .. range.All.Select(day => new ReportDay(
                day,
                days[day].Where(b => b.IsVisit).Sum(b => b.PartySize),
                days[day].Where(IsExpected).Sum(b => b.PartySize),
                days[day].Count(b => b.IsVisit),
                days[day].Count(b => b.Status == BookingStatus.NoShow),
                days[day].Count(b => b.Status == BookingStatus.Canceled))),
        ];
    }

    public static IReadOnlyList<ReportSource> Sources(IReadOnlyCollection<ReportBooking> bookings) =>
    [
        .. bookings.Where(IsCounted).GroupBy(b => b.Source)
            .Select(group => new ReportSource(group.Key, group.Count(), group.Where(b => b.IsVisit).Sum(b => b.PartySize)))
            .OrderByDescending(source => source.Bookings).ThenBy(source => source.Source),
    ];

    /// <summary>Of bookings made ahead, those canceled since included: all lead times, in order.</summary>
    public static IReadOnlyList<ReportLead> Leads(IReadOnlyCollection<ReportBooking> bookings, VenueClock clock)
    {
        var counts = bookings.Where(b => b.IsReserved).CountBy(b => Lead(b, clock)).ToDictionary();
        return [.. Enum.GetValues<LeadTime>().Select(lead => new ReportLead(lead, counts.GetValueOrDefault(lead)))];
    }

    public static IReadOnlyList<ReportParty> Parties(IReadOnlyCollection<ReportBooking> bookings)
    {
        var sizes = bookings.Where(IsCounted).ToLookup(b => Math.Min(b.PartySize, LargestParty));
        return [.. Enumerable.Range(1, LargestParty).Select(size => new ReportParty(size, size == LargestParty, sizes[size].Count(), Minutes(sizes[size])))];
    }

    public static IReadOnlyList<ReportRating> Ratings(IReadOnlyCollection<ReportBooking> bookings) =>
        [.. Enumerable.Range(1, Booking.HighestRating).Reverse().Select(rating => new ReportRating(rating, bookings.Count(b => b.Rating == rating)))];

    /// <summary>Ids of those who came most often, who brought more guests first among equals.</summary>
    public static IReadOnlyList<ReportGuest> Guests(IReadOnlyCollection<ReportBooking> bookings, int count) =>
    [
        .. bookings.Where(b => b.IsVisit && b.GuestId is not null).GroupBy(b => b.GuestId!.Value)
            .Select(group => new ReportGuest(group.Key, null, group.Count(), group.Sum(b => b.PartySize)))
            .OrderByDescending(guest => guest.Visits).ThenByDescending(guest => guest.Covers).ThenBy(guest => guest.Id)
            .Take(count),
    ];

    /// <summary>
    /// Table time that people sat at, by weekday of the service day and hour on the wall. An hour that daylight saving repeats
    /// counts twice, one that it skips not at all, and time still to come neither.
    /// </summary>
    public static IReadOnlyList<ReportHour> Occupancy(
        ReportRange range, IEnumerable<ReportBooking> bookings, VenueClock clock, int tables, DateTimeOffset now)
    {
        var (start, end) = (clock.Day(range.From).Start, clock.Day(range.To).End);
        end = end < now ? end : now;
        // Every offset of the world's zones is a whole number of quarters.
        var quarters = end > start ? (int)Math.Ceiling((end - start).TotalMinutes / Quarter) : 0;
        var taken = new double[quarters];
        foreach (var booking in bookings.Where(b => b.IsVisit))
        {
            var (from, to) = booking.Sat(now);
            var (first, last) = (Math.Max(0, (from - start).TotalMinutes), Math.Min((end - start).TotalMinutes, (to - start).TotalMinutes));
            for (var quarter = (int)(first / Quarter); quarter < quarters && quarter * Quarter < last; quarter++)
                taken[quarter] += booking.Tables * (Math.Min(last, (quarter + 1) * Quarter) - Math.Max(first, quarter * Quarter));
        }

        var (sat, had) = (new double[7, 24], new double[7, 24]);
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            var at = start.AddMinutes(quarter * Quarter);
            var (day, hour) = ((int)clock.ServiceDayOf(at).DayOfWeek, clock.ToLocal(at).Hour);
            sat[day, hour] += taken[quarter];
            had[day, hour] += tables * Math.Min(Quarter, (end - at).TotalMinutes);
        }

        return
        [
            .. from day in Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))
               from hour in Enumerable.Range(clock.DayEnds.Hour, 24).Select(hour => hour % 24)
               select new ReportHour(day, hour, had[(int)day, hour] > 0 ? sat[(int)day, hour] / had[(int)day, hour] : null),
        ];
    }

    private static bool IsCounted(ReportBooking booking) => booking.IsReserved || booking.Status != BookingStatus.Canceled;

    private static bool IsExpected(ReportBooking booking) => booking.Status is BookingStatus.Booked or BookingStatus.Confirmed;

    private static double? Minutes(IEnumerable<ReportBooking> bookings) =>
        bookings.Select(b => b.Turn).OfType<TimeSpan>().Select(turn => (double?)turn.TotalMinutes).DefaultIfEmpty().Average();

    private static LeadTime Lead(ReportBooking booking, VenueClock clock)
    {
        if (booking.StartsAt - booking.CreatedAt < TimeSpan.FromHours(2))
            return LeadTime.WithinTwoHours;
        return (booking.ServiceDay.DayNumber - clock.ServiceDayOf(booking.CreatedAt).DayNumber) switch
        {
            <= 0 => LeadTime.SameDay,
            1 => LeadTime.DayBefore,
            <= 3 => LeadTime.TwoToThreeDays,
            <= 7 => LeadTime.FourToSevenDays,
            _ => LeadTime.Longer,
        };
    }
}
