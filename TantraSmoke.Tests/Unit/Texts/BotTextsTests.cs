using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Tests.Unit.Texts;

public sealed class BotTextsTests
{
    private static readonly VenueClock Moscow = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        new TimeOnly(6, 0)
    );

    public static TheoryData<string> Reasons => [.. Refusals.InTheChat];

    [Theory, MemberData(nameof(Reasons))]
    public void Refusal_EveryReason_HasWordsInBothLanguages(string reason)
    {
        var error = Refusals.Example(reason);
        var (russian, english) = (BotTexts.Russian.Refusal(error, Moscow), BotTexts.English.Refusal(error, Moscow));

        Assert.Matches(@"\p{IsCyrillic}.*[.!?0-9]$", russian);
        Assert.Matches(@"^[A-Z0-9][^\p{IsCyrillic}]*[.!?0-9]$", english);
        // Alerts in Telegram hold 200 characters.
        Assert.InRange(Math.Max(russian.Length, english.Length), 1, 200);
    }

    [Fact]
    public void Refusal_NoTwoReasons_ShareTheirWords()
    {
        foreach (var texts in (BotTexts[])[BotTexts.Russian, BotTexts.English])
            Assert.Equal(
                Refusals.InTheChat.Count(),
                Refusals.InTheChat.Select(name => texts.Refusal(Refusals.Example(name), Moscow)).Distinct().Count()
            );
    }

    [Fact]
    public void Times_OfANightOnWhichClocksChange_SayHowLongItIs()
    {
        var berlin = new VenueClock(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new TimeOnly(6, 0));
        var (autumn, spring) = (new DateOnly(2026, 10, 24), new DateOnly(2027, 3, 27));

        Assert.EndsWith(
            ", 01:00–03:00 (3 hours, clocks go back)",
            Night(BotTexts.English, autumn, 1, 3),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ", 01:00–03:00 (3 часа, часы переводят назад)",
            Night(BotTexts.Russian, autumn, 1, 3),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ", 01:00–04:00 (2 hours, clocks go forward)",
            Night(BotTexts.English, spring, 1, 4),
            StringComparison.Ordinal
        );
        Assert.EndsWith(", 01:00–03:00", Night(BotTexts.English, autumn.AddDays(-1), 1, 3), StringComparison.Ordinal);

        string Night(BotTexts texts, DateOnly day, int from, int to)
        {
            var (start, end) = berlin.Occurrence(day, new TimeOnly(from, 0), new TimeOnly(to, 0))!.Value;
            return texts.When(berlin, day, start, end);
        }
    }

    [Theory]
    [InlineData(1, "👥 1 гость")]
    [InlineData(2, "👥 2 гостя")]
    [InlineData(5, "👥 5 гостей")]
    [InlineData(11, "👥 11 гостей")]
    [InlineData(12, "👥 12 гостей")]
    [InlineData(21, "👥 21 гость")]
    [InlineData(22, "👥 22 гостя")]
    [InlineData(25, "👥 25 гостей")]
    [InlineData(111, "👥 111 гостей")]
    public void Party_InRussian_AgreesWithTheNumber(int party, string expected) =>
        Assert.Equal(expected, BotTexts.Russian.Party(party));

    [Theory]
    [InlineData(1, "👥 1 guest")]
    [InlineData(2, "👥 2 guests")]
    public void Party_InEnglish_AgreesWithTheNumber(int party, string expected) =>
        Assert.Equal(expected, BotTexts.English.Party(party));

    [Theory]
    [InlineData(1, "1 место")]
    [InlineData(3, "3 места")]
    [InlineData(12, "12 мест")]
    public void TableLine_InRussian_AgreesWithTheSeats(int seats, string expected) =>
        Assert.Contains(expected, BotTexts.Russian.TableLine("5", seats, ""), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Refusal_Numbers_AgreeInRussian(int number)
    {
        var bookings = number switch
        {
            1 => "бронь",
            2 => "брони",
            _ => "броней",
        };
        Assert.Contains(
            bookings,
            BotTexts.Russian.Refusal(new BookingRefusal.TooManyActive(number), Moscow),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(18, "Пятница 20 ноября, 21:00–23:00", "Friday 20 November, 21:00–23:00")]
    [InlineData(22, "ночь", "night of Fri 20 Nov → Sat 21 Nov, 01:00–03:00")]
    public void When_AroundMidnight_NamesTheNight(int utcHour, string russian, string english)
    {
        var start = new DateTimeOffset(2026, 11, 20, utcHour, 0, 0, TimeSpan.Zero);

        Assert.Contains(
            russian,
            BotTexts.Russian.When(Moscow, TestVenue.Day, start, start.AddHours(2)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(english, BotTexts.English.When(Moscow, TestVenue.Day, start, start.AddHours(2)));
    }

    // 23:30 UTC is half past two in Moscow: the service day of Friday still runs.
    [Theory]
    [InlineData(0, 18, "Сегодня, пт 20 нояб", "Today, Fri 20 Nov")]
    [InlineData(1, 18, "Завтра, сб 21 нояб", "Tomorrow, Sat 21 Nov")]
    [InlineData(2, 18, "вс 22 нояб", "Sun 22 Nov")]
    [InlineData(0, 23, "Этой ночью", "Tonight")]
    [InlineData(1, 23, "сб 21 нояб", "Sat 21 Nov")]
    [InlineData(2, 23, "вс 22 нояб", "Sun 22 Nov")]
    public void DayButton_AfterMidnight_NamesNoDayThatCouldBeTwo(int ahead, int utcHour, string russian, string english)
    {
        var (day, now) = (
            TestVenue.Day.AddDays(ahead),
            new DateTimeOffset(2026, 11, 20, utcHour, 30, 0, TimeSpan.Zero)
        );

        Assert.Equal(russian, BotTexts.Russian.DayButton(Moscow, day, now));
        Assert.Equal(english, BotTexts.English.DayButton(Moscow, day, now));
    }
}
