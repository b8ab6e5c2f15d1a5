using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;

namespace TantraSmoke.Bot.Talk;

/// <summary>What somebody typed as far as it is certain, at this venue and at this moment.</summary>
/// <param name="Day">The service day.</param>
/// <param name="Times">Venue time; two where "8" may be morning or evening, none where nothing certain was
/// said.</param>
public sealed record PlainWish(int? Party, DateOnly? Day, IReadOnlyList<TimeOnly> Times)
{
    private const int LongestText = 200;

    /// <summary>Something was said of it that is not certain, so that it has to be asked.</summary>
    public bool IsPartyUnclear { get; init; }

    public bool IsDayUnclear { get; init; }
    public bool IsTimeUnclear { get; init; }

    /// <summary>The day that was named is over.</summary>
    public bool IsPast { get; init; }

    /// <summary>The day that was named is beyond what guests may book.</summary>
    public bool IsTooFar { get; init; }

    /// <summary>What else was said, in the guest's words, without what is understood here.</summary>
    public string? More { get; init; }

    /// <summary>More was said than is understood here.</summary>
    public bool HasMore => More is not null;

    /// <summary>Null where nobody asks for a table, or not in words that are understood.</summary>
    /// <param name="isRussian">The guest's language, for dates in numbers alone.</param>
    public static PlainWish? Read(string text, bool isRussian, VenueCatalog venue, DateTimeOffset now)
    {
        if (text.Length > LongestText)
            return null;
        var said = SaidReader.Read(text, isRussian);
        return said.IsWish ? new Resolver(said, venue, now).Resolve() : null;
    }

    /// <summary>
    /// Finds the days and hours that are meant: those that are still to come, and only where there is no second
    /// meaning.
    /// </summary>
    private sealed class Resolver(Said said, VenueCatalog venue, DateTimeOffset now)
    {
        private readonly DateOnly _serviceDay = venue.Clock.ServiceDayOf(now);
        private readonly DateOnly _date = DateOnly.FromDateTime(venue.Clock.ToLocal(now));

        public PlainWish Resolve()
        {
            var times = said.IsTimeVague ? [] : said.Times.SingleOrDefault() ?? [];
            var wish = new PlainWish(
                said.IsPartyVague ? null : said.Parties.Select(p => (int?)p).SingleOrDefault(),
                null,
                times
            )
            {
                IsPartyUnclear = said.IsPartyVague,
                IsDayUnclear = said.IsDayVague,
                IsTimeUnclear = said.IsTimeVague,
                More = said.More,
            };
            if (said.IsDayVague || said.Days.Count == 0)
                return wish;
            var named = said.Days.Select(Dates).Aggregate((all, more) => [.. all.Intersect(more)]);
            // Two days that are not one.
            if (named.Count == 0)
                return wish with { IsDayUnclear = true };
            var meant = Meant(named, times);
            return meant.Select(m => m.Day).Distinct().ToList() switch
            {
                [var day] => wish with
                {
                    Day = day,
                    Times = [.. meant.Select(m => m.Time).OfType<TimeOnly>().Distinct()],
                },
                [] => wish with
                {
                    IsDayUnclear = true,
                    IsPast = named.All(d => d <= _serviceDay),
                    IsTooFar = named.All(IsTooFar),
                },
                _ => wish with { IsDayUnclear = true },
            };
        }

        /// <summary>Service days with their hour that the guest can still mean.</summary>
        private List<(DateOnly Day, TimeOnly? Time)> Meant(IReadOnlyList<DateOnly> named, IReadOnlyList<TimeOnly> times)
        {
            if (times.Count == 0)
            {
                var within = named.Where(d => d >= _serviceDay && !IsTooFar(d)).ToList();
                // What is over of today is not meant, if the day may be another.
                var open = within
                    .Where(d =>
                        venue
                            .Times(d)
                            .Any(t => BookingRules.IsOpen(venue.Settings, t.StartsAt, t.EndsAt, now, forStaff: false))
                    )
                    .ToList();
                return [.. (open.Count > 0 ? open : within).Select(d => (d, (TimeOnly?)null))];
            }

            // An hour after midnight: of the night that the day ends with, or of the one it began with.
            var all = named
                .SelectMany(d =>
                    times.SelectMany(t =>
                        t < venue.Clock.DayEnds ? [(d, t), (d.AddDays(-1), t)] : new[] { (Day: d, Time: t) }
                    )
                )
                .Where(m => m.Day >= _serviceDay && !IsTooFar(m.Day) && venue.Clock.ToUtc(m.Day, m.Time) >= now)
                .Distinct()
                .ToList();
            var begins = all.Where(m => venue.Times(m.Day).Any(t => t.StartsAt == venue.Clock.ToUtc(m.Day, m.Time)))
                .ToList();
            return [.. (begins.Count > 0 ? begins : all).Select(m => (m.Day, (TimeOnly?)m.Time))];
        }

        private bool IsTooFar(DateOnly day) =>
            day > _serviceDay && !BookingRules.IsWithinHorizon(venue.Settings, venue.Clock, day, now);

        /// <summary>
        /// The dates a word may stand for; after midnight "today" is the evening that goes on, or the new date.
        /// </summary>
        private IReadOnlyList<DateOnly> Dates(SaidDay day) =>
            day switch
            {
                SaidDay.Ahead ahead =>
                [
                    .. new[] { _serviceDay.AddDays(ahead.Days), _date.AddDays(ahead.Days) }.Distinct(),
                ],
                // Beside a date any week may be meant, alone the next.
                SaidDay.Weekday weekday when said.Days.Count > 1 =>
                [
                    .. Enumerable.Range(0, 366).Select(_serviceDay.AddDays).Where(d => d.DayOfWeek == weekday.Day),
                ],
                SaidDay.Weekday weekday =>
                [
                    .. Enumerable
                        .Range(0, 15)
                        .Select(_serviceDay.AddDays)
                        .Where(d => d.DayOfWeek == weekday.Day)
                        .Take(IsToday(weekday.Day) ? 2 : 1),
                ],
                SaidDay.Date date => [.. Dates(date)],
                _ => [],
            };

        private bool IsToday(DayOfWeek day) => day == _serviceDay.DayOfWeek || day == _date.DayOfWeek;

        private IEnumerable<DateOnly> Dates(SaidDay.Date date)
        {
            var months = date.Month is { } month
                ? date.Year is { } year
                    ? [(Year: year, Month: month)]
                    : [(_serviceDay.Year, month), (_serviceDay.Year + 1, month)]
                : new[]
                {
                    (_serviceDay.Year, _serviceDay.Month),
                    (_serviceDay.AddMonths(1).Year, _serviceDay.AddMonths(1).Month),
                };
            var days = months
                .Where(m => date.Day <= DateTime.DaysInMonth(m.Year, m.Month))
                .Select(m => new DateOnly(m.Year, m.Month, date.Day))
                .ToList();
            return date.Year is not null ? days : days.Where(d => d >= _serviceDay).Take(1);
        }
    }
}
