using System.Globalization;
using TantraSmoke.Bot.Talk;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Unit.Talk;

/// <summary>The table of examples beside this file, and that nothing anybody types makes the reader fail.</summary>
public sealed class PlainWishTests
{
    private static readonly int[] Hours = [10, 12, 14, 16, 18, 20, 22, 0, 2];

    private static readonly VenueCatalog Venue = new(
        new VenueSettings { HorizonDays = 45 },
        TestVenue.Moscow,
        [],
        [],
        [],
        [.. Hours.Select(hour => new TimeSlot(new TimeOnly(hour, 0), new TimeOnly((hour + 2) % 24, 0)))]
    );

    public static TheoryData<string, string, DateTime, bool> Examples
    {
        get
        {
            var data = new TheoryData<string, string, DateTime, bool>();
            var (now, isRussian) = (DateTime.MinValue, true);
            using var file = new StreamReader(
                typeof(PlainWishTests).Assembly.GetManifestResourceStream("plain-words.txt")!
            );
            while (file.ReadLine() is { } line)
            {
                if (line is "" or ['#', ..])
                    continue;
                if (line[0] == '@')
                {
                    var parts = line.Split(' ');
                    (now, isRussian) = (
                        DateTime.Parse($"{parts[2]} {parts[3]}", CultureInfo.InvariantCulture),
                        parts[4] == "ru"
                    );
                    continue;
                }

                var (typed, expected) = (line.Split("=>")[0].Trim(), line.Split("=>")[1].Trim());
                data.Add(typed, expected, now, isRussian);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Read_Example_TakesOnlyWhatIsCertain(string typed, string expected, DateTime now, bool isRussian)
    {
        var wish = PlainWish.Read(typed, isRussian, Venue, Venue.Clock.FromLocal(now));

        Assert.Equal(string.Join(' ', expected.Split(' ').Order()), string.Join(' ', Written(wish).Order()));
    }

    [Fact]
    public void Examples_InBothLanguages_AreMany()
    {
        var rows = Examples.Select(row => row.Data).ToList();

        Assert.InRange(rows.Count(row => row.Item4), 75, 1000);
        Assert.InRange(rows.Count(row => !row.Item4), 60, 1000);
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public void Read_AnythingShuffled_NeverFailsAndNeverLeavesTheHorizon()
    {
        var random = new Random(20261120);
        var words = Examples.SelectMany(row => row.Data.Item1.Split(' ')).Distinct().ToArray();
        var now = TestVenue.Friday;
        for (var round = 0; round < 20_000; round++)
        {
            var typed = string.Join(' ', random.GetItems(words, random.Next(1, 8)));
            if (PlainWish.Read(typed, round % 2 == 0, Venue, now) is { Day: { } day } wish)
            {
                Assert.True(day >= TestVenue.Day && day < TestVenue.Day.AddDays(45), typed);
                Assert.InRange(wish.Times.Count, 0, 2);
            }
        }
    }

    private static List<string> Written(PlainWish? wish)
    {
        if (wish is null)
            return ["-"];
        List<string> parts = [];
        if (wish.Party is { } party)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"party={party}"));
        if (wish.IsPartyUnclear)
            parts.Add("party=?");
        if (wish.Day is { } day)
            parts.Add(day.ToString("'day='yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (wish.IsDayUnclear)
            parts.Add(
                wish.IsPast ? "day=past"
                : wish.IsTooFar ? "day=far"
                : "day=?"
            );
        if (wish.Times.Count > 0)
            parts.Add(
                "time=" + string.Join('/', wish.Times.Select(t => t.ToString("HH:mm", CultureInfo.InvariantCulture)))
            );
        if (wish.IsTimeUnclear)
            parts.Add("time=?");
        if (wish.HasMore)
            parts.Add("more");
        return parts.Count > 0 ? parts : [""];
    }
}
