using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Unit.Texts;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 гостей")]
    [InlineData(1, "1 гость")]
    [InlineData(2, "2 гостя")]
    [InlineData(4, "4 гостя")]
    [InlineData(5, "5 гостей")]
    [InlineData(11, "11 гостей")]
    [InlineData(12, "12 гостей")]
    [InlineData(14, "14 гостей")]
    [InlineData(21, "21 гость")]
    [InlineData(22, "22 гостя")]
    [InlineData(25, "25 гостей")]
    [InlineData(111, "111 гостей")]
    [InlineData(101, "101 гость")]
    public void Guests_InRussian_AgreeWithTheNumber(int count, string expected) =>
        Assert.Equal(expected, DashboardTexts.Of("ru").Guests(count));

    [Theory]
    [InlineData(0, "0 seats")]
    [InlineData(1, "1 seat")]
    [InlineData(2, "2 seats")]
    public void Seats_InEnglish_AgreeWithTheNumber(int count, string expected) =>
        Assert.Equal(expected, DashboardTexts.Of("en").Seats(count));
}
