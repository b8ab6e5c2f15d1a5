using System.Runtime.InteropServices;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>Computes figures from bookings; pure. Walk-ins seated by mistake are ignored.</summary>
public static class ReportFigures
{
    /// <summary>Parties of this size and above are counted together.</summary>
    public const int LargestParty = 8;

    private const int Quarter = 15;

    public static ReportTotals Totals(IEnumerable<ReportBooking> bookings) =>
        TallyBy(bookings, _ => 0).GetValueOrDefault(0, ReportTally.None).Totals;

    public static IReadOnlyList<ReportDay> Days(ReportRange range, IEnumerable<ReportBooking> bookings)
    {
        var days = TallyBy(bookings, b => b.ServiceDay);
        return [.. range.All.Select(day => days.GetValueOrDefault(day, ReportTally.None).Day(day))];
    }

    public static IReadOnlyList<ReportSource> Sources(IEnumerable<ReportBooking> bookings) =>
        [
            .. TallyBy(bookings, b => b.Source)
                .Select(source => new ReportSource(source.Key, source.Value.Bookings, source.Value.Covers))
                .OrderByDescending(source => source.Bookings)
                .ThenBy(source => source.Source),
        ];

    /// <summary>Guests that came, by source and day.</summary>
    public static IReadOnlyList<ReportSourceDays> SourceDays(ReportRange range, IEnumerable<ReportBooking> bookings) =>
        [
            .. from source in TallyBy(bookings.Where(b => b.IsVisit), b => (b.Source, b.ServiceDay))
                .GroupBy(cell => cell.Key.Source)
            let days = source.ToDictionary(cell => cell.Key.ServiceDay, cell => cell.Value.Covers)
            orderby days.Values.Sum() descending, source.Key
            select new ReportSourceDays(source.Key, [.. range.All.Select(day => days.GetValueOrDefault(day))]),
        ];

    public static ReportRegulars Regulars(IEnumerable<ReportBooking> bookings)
    {
        var visits = bookings
            .Where(b => b.IsVisit && b.GuestId is not null)
            .CountBy(b => b.GuestId!.Value)
            .Where(guest => guest.Value >= ReportRegulars.Least)
            .Select(guest => guest.Value)
            .ToList();
        return new ReportRegulars(visits.Count, visits.Sum());
    }

    /// <summary>All lead times in order, for bookings made in advance, including cancelled ones.</summary>
    public static IReadOnlyList<ReportLead> Leads(IEnumerable<ReportBooking> bookings, VenueClock clock)
    {
        var counts = bookings.Where(b => b.IsReserved).CountBy(b => Lead(b, clock)).ToDictionary();
        return [.. Enum.GetValues<LeadTime>().Select(lead => new ReportLead(lead, counts.GetValueOrDefault(lead)))];
    }

    public static IReadOnlyList<ReportParty> Parties(IEnumerable<ReportBooking> bookings)
    {
        var sizes = TallyBy(bookings, b => Math.Min(b.PartySize, LargestParty));
        return
        [
            .. from size in Enumerable.Range(1, LargestParty)
            let tally = sizes.GetValueOrDefault(size, ReportTally.None)
            select new ReportParty(size, size == LargestParty, tally.Bookings, tally.TurnMinutes),
        ];
    }

    public static IReadOnlyList<ReportRating> Ratings(IEnumerable<ReportBooking> bookings)
    {
        var counts = bookings.CountBy(b => b.Rating ?? 0).ToDictionary();
        return
        [
            .. Enumerable
                .Range(1, Booking.HighestRating)
                .Reverse()
                .Select(rating => new ReportRating(rating, counts.GetValueOrDefault(rating))),
        ];
    }

    /// <summary>Ids of the most frequent guests; ties by number of guests.</summary>
    public static IReadOnlyList<ReportGuest> Guests(IEnumerable<ReportBooking> bookings, int count) =>
        [
            .. TallyBy(bookings.Where(b => b.IsVisit && b.GuestId is not null), b => b.GuestId!.Value)
                .Select(guest => new ReportGuest(guest.Key, null, guest.Value.Visits, guest.Value.Covers))
                .OrderByDescending(guest => guest.Visits)
                .ThenByDescending(guest => guest.Covers)
                .ThenBy(guest => guest.Id)
                .Take(count),
        ];

    /// <summary>
    /// Occupied table time by weekday of the service day and local hour. An hour repeated by daylight saving counts
    /// twice, a skipped one not at all, and future time not at all. The capacity is the number of tables in use at that
    /// time.
    /// </summary>
    internal static IReadOnlyList<ReportHour> Occupancy(
        ReportRange range,
        IEnumerable<ReportBooking> bookings,
        VenueClock clock,
        TableCounts tables,
        DateTimeOffset now
    )
    {
        var (start, end) = (clock.Day(range.From).Start, clock.Day(range.To).End);
        end = end < now ? end : now;
        // All UTC offsets are multiples of a quarter of an hour.
        var quarters = end > start ? (int)Math.Ceiling((end - start).TotalMinutes / Quarter) : 0;
        var taken = new double[quarters];
        foreach (var booking in bookings.Where(b => b.IsVisit))
        {
            var (from, to) = booking.Sat(now);
            var (first, last) = (
                Math.Max(0, (from - start).TotalMinutes),
                Math.Min((end - start).TotalMinutes, (to - start).TotalMinutes)
            );
            for (var quarter = (int)(first / Quarter); quarter < quarters && quarter * Quarter < last; quarter++)
                taken[quarter] +=
                    booking.Tables * (Math.Min(last, (quarter + 1) * Quarter) - Math.Max(first, quarter * Quarter));
        }

        var (sat, had) = (new double[7, 24], new double[7, 24]);
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            var at = start.AddMinutes(quarter * Quarter);
            var local = clock.ToLocal(at);
            var (day, hour) = ((int)clock.ServiceDayOf(local).DayOfWeek, local.Hour);
            sat[day, hour] += taken[quarter];
            had[day, hour] += tables.At(at) * Math.Min(Quarter, (end - at).TotalMinutes);
        }

        return
        [
            .. from day in Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))
            from hour in Enumerable.Range(clock.DayEnds.Hour, 24).Select(hour => hour % 24)
            select new ReportHour(
                day,
                hour,
                had[(int)day, hour] > 0 ? sat[(int)day, hour] / had[(int)day, hour] : null
            ),
        ];
    }

    private static Dictionary<T, ReportTally> TallyBy<T>(
        IEnumerable<ReportBooking> bookings,
        Func<ReportBooking, T> key
    )
        where T : notnull
    {
        var tallies = new Dictionary<T, ReportTally>();
        foreach (var booking in bookings)
        {
            if (!booking.IsCounted)
                continue;
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, key(booking), out _);
            (tally ??= new ReportTally()).Add(booking);
        }

        return tallies;
    }

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
