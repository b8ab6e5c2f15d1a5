using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;

namespace TantraSmoke.Bot.Talk;

/// <summary>A wish for a table, resolved for this venue and moment as far as it is certain.</summary>
/// <param name="Day">The service day.</param>
/// <param name="Times">Venue time; two where "8" may be morning or evening, none where nothing certain was
/// said.</param>
public sealed record PlainWish(int? Party, DateOnly? Day, IReadOnlyList<TimeOnly> Times)
{
    private const int LongestText = 200;

    /// <summary>The party size was named but is ambiguous, so it is asked for.</summary>
    public bool IsPartyUnclear { get; init; }

    public bool IsDayUnclear { get; init; }
    public bool IsTimeUnclear { get; init; }

    /// <summary>The named day is over.</summary>
    public bool IsPast { get; init; }

    /// <summary>The named day is beyond the booking horizon.</summary>
    public bool IsTooFar { get; init; }

    /// <summary>The rest of the text in the guest's words.</summary>
    public string? More { get; init; }

    /// <summary>Whether there is such a rest.</summary>
    public bool HasMore => More is not null;

    /// <summary>Null for a text that is no wish for a table.</summary>
    /// <param name="isRussian">The guest's language, for dates in numbers alone.</param>
    public static PlainWish? Read(string text, bool isRussian, VenueCatalog venue, DateTimeOffset now)
    {
        if (text.Length > LongestText)
            return null;
        var said = SaidReader.Read(text, isRussian);
        return said.IsWish ? new Resolver(said, venue, now).Resolve() : null;
    }

    /// <summary>Resolves days and times to those still to come that have only one meaning.</summary>
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
            // The named days contradict each other.
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

        /// <summary>The service days and times the guest may mean.</summary>
        private List<(DateOnly Day, TimeOnly? Time)> Meant(IReadOnlyList<DateOnly> named, IReadOnlyList<TimeOnly> times)
        {
            if (times.Count == 0)
            {
                var within = named.Where(d => d >= _serviceDay && !IsTooFar(d)).ToList();
                // Slots of today that are over are ignored if another day may be meant.
                var open = within
                    .Where(d =>
                        venue
                            .Times(d)
                            .Any(t => BookingRules.IsOpen(venue.Settings, t.StartsAt, t.EndsAt, now, forStaff: false))
                    )
                    .ToList();
                return [.. (open.Count > 0 ? open : within).Select(d => (d, (TimeOnly?)null))];
            }

            // A time after midnight belongs to the night before or after that date.
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
        /// The dates a word may mean; after midnight "today" is the running service day or the new date.
        /// </summary>
        private IReadOnlyList<DateOnly> Dates(SaidDay day) =>
            day switch
            {
                SaidDay.Ahead ahead =>
                [
                    .. new[] { _serviceDay.AddDays(ahead.Days), _date.AddDays(ahead.Days) }.Distinct(),
                ],
                // With a date any week is possible, alone the next one.
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
