using TantraSmoke.Bot.BotApi;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Unit.Common;

/// <summary>Texts are cut where people see a character end, and a name does not turn the line around it.</summary>
public sealed class PlainTests
{
    private const string Family = "👩‍👩‍👧‍👦";

    [Theory]
    [InlineData(Family + Family, 12, Family)]
    [InlineData("Аня" + Family, 8, "Аня")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301")]
    [InlineData("🏳️‍🌈!", 3, "")]
    [InlineData("👍🏽👍🏽", 6, "👍🏽")]
    [InlineData("Ирина", 5, "Ирина")]
    public void Start_NeverCutsACharacterInTwo(string text, int length, string start)
    {
        Assert.Equal(start, Plain.Start(text, length));
        Assert.Equal(text.Length <= length ? text : Plain.Start(text, length - 1) + "…", Html.Shorten(text, length));
    }

    [Fact]
    public void Fit_OfEmojiThatAreTooLong_EndsWithAWholeOne()
    {
        var html = string.Concat(Enumerable.Repeat(Family, 20));

        var kept = Html.Fit(html, 50)[..^1];

        Assert.Equal(string.Concat(Enumerable.Repeat(Family, kept.Length / Family.Length)), kept);
    }

    [Fact]
    public void GuestsName_ThatIsTooLong_EndsWithAWholeCharacter()
    {
        var name = string.Concat(Enumerable.Repeat(Family, 40));

        var kept = new Guest(name, TestVenue.Friday).Name;

        Assert.Equal(0, kept.Length % Family.Length);
    }

    [Theory]
    [InlineData("محمد", "\u2068محمد\u2069")]
    [InlineData("דוד Levi", "\u2068דוד Levi\u2069")]
    [InlineData("\u202EАня", "Аня")]
    [InlineData("\u2069\u202Eדוד\u202C", "\u2068דוד\u2069")]
    [InlineData("Ирина", "Ирина")]
    public void Name_FromRightToLeft_StandsInAnIsolate(string name, string shown) =>
        Assert.Equal(shown, Html.Name(name));
}
