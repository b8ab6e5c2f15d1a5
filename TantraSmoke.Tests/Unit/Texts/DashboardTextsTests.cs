using System.Reflection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Unit.Texts;

public sealed class DashboardTextsTests
{
    public static TheoryData<string, string> Refusals =>
        [.. DashboardTexts.All.SelectMany(texts => Support.Refusals.Names.Select(name => (texts.Language, name)))];

    [Theory, MemberData(nameof(Refusals))]
    public void Refusal_EveryReason_HasASentenceOfItsOwn(string language, string reason)
    {
        var texts = DashboardTexts.Of(language);
        var sentence = texts.Refusal(Support.Refusals.Example(reason), TestVenue.Moscow);

        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.NotEqual(texts.Refusal(null!, TestVenue.Moscow), sentence);
    }

    [Theory]
    [InlineData("ru", "Бронь только что изменили (Анна): в зале. Страница обновлена.")]
    [InlineData("en", "Анна just changed this: seated. The page is up to date.")]
    public void Refusal_ChangedMeanwhile_SaysByWhomAndWhatItIsNow(string language, string expected) =>
        Assert.Equal(
            expected,
            DashboardTexts
                .Of(language)
                .Refusal(new BookingRefusal.ChangedMeanwhile("Анна", BookingStatus.Seated), TestVenue.Moscow)
        );

    [Theory]
    [InlineData("ru", 18, "Пт 20 ноября, 21:00")]
    [InlineData("en", 18, "Fri 20 November, 21:00")]
    [InlineData("ru", 22, "ночь с пт 20 на сб 21, 01:00")]
    [InlineData("en", 22, "night of Fri 20 → Sat 21, 01:00")]
    public void When_AroundMidnight_NamesTheNight(string language, int utcHour, string expected)
    {
        var instant = new DateTimeOffset(2026, 11, 20, utcHour, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, DashboardTexts.Of(language).When(TestVenue.Moscow, TestVenue.Day, instant));
    }

    [Fact]
    public void Of_UnknownLanguage_IsEnglish() => Assert.Equal("en", DashboardTexts.Of("fr").Language);

    /// <summary>A sentence left in the other language shows by its letters.</summary>
    [Fact]
    public void All_PlainTexts_AreInTheLettersOfTheirLanguage()
    {
        var (english, russian) = (DashboardTexts.Of("en"), DashboardTexts.Of("ru"));
        // A format of dates is not a sentence, and the Telegram ID is called so in both.
        var plain = typeof(DashboardTexts)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(string))
            .Where(p => p.Name is not (nameof(DashboardTexts.DateFormat) or nameof(DashboardTexts.TelegramNumber)))
            .Where(p => p.Name is not (nameof(DashboardTexts.Language) or nameof(DashboardTexts.LanguageName)));

        Assert.All(
            plain,
            text =>
            {
                Assert.Matches(@"^\P{IsCyrillic}*[A-Za-z]\P{IsCyrillic}*$", (string)text.GetValue(english)!);
                Assert.Matches(@"\p{IsCyrillic}", (string)text.GetValue(russian)!);
            }
        );
    }
}
