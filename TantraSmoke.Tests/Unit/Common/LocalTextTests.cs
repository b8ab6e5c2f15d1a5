namespace TantraSmoke.Tests.Unit.Common;

public sealed class LocalTextTests
{
    [Theory]
    [InlineData("У окна", "By the window", "ru", "У окна")]
    [InlineData("У окна", "By the window", "en", "By the window")]
    [InlineData("У окна", "By the window", "de", "By the window")]
    [InlineData("У окна", " ", "en", "У окна")]
    [InlineData("", "By the window", "ru", "By the window")]
    [InlineData("", "", "ru", "")]
    public void In_ReadsTheOther_WhereOneIsBlank(string russian, string english, string language, string read) =>
        Assert.Equal(read, new LocalText(russian, english).In(language));

    [Fact]
    public void IsNamedLike_OneLanguageInCommon_IsTheSame()
    {
        Assert.True(new LocalText("Терраса", "Terrace").IsNamedLike("терраса"));
        Assert.True(new LocalText("Терраса", "Terrace").IsNamedLike("Terrace"));
        Assert.False(new LocalText("Терраса").IsNamedLike(new LocalText("Зал", "Hall")));
        Assert.False(LocalText.Empty.IsNamedLike(LocalText.Empty));
    }
}
