using Bunit;
using TantraSmoke.Web.Features.Tables;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Components.Shared;

public sealed class LocalFieldTests : IAsyncDisposable
{
    private readonly BunitContext _context = new();

    private LocalText _text = LocalText.Empty;

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void TextInOneLanguage_FoldsTheOther_UntilAskedFor_AndShowsWhatIsReadInstead()
    {
        var field = Render("У окна", "ru");

        Assert.Single(field.FindAll("textarea, input"));
        field.Find("[data-testid=words-also]").Click();

        var english = field.Find("[data-testid=words-en]");
        Assert.Equal("У окна", english.GetAttribute("placeholder"));
        english.Change("By the window");
        Assert.Equal(new("У окна", "By the window"), _text);
    }

    [Fact]
    public void ReaderOfTheOtherLanguage_WritesTheirOwn_AndKeepsWhatThereIs()
    {
        var field = Render("У окна", "en");

        var own = field.Find("[data-testid=words]");
        Assert.Equal(("", "У окна"), (own.GetAttribute("value") ?? "", own.GetAttribute("placeholder")));
        Assert.Equal("У окна", field.Find("[data-testid=words-ru]").GetAttribute("value"));
        own.Change("By the window");
        Assert.Equal(new("У окна", "By the window"), _text);
    }

    [Theory]
    [InlineData("1234567", "", "words-problem", "words-en-problem")]
    [InlineData("", "1234567", "words-en-problem", "words-problem")]
    public void TextThatIsTooLong_IsSaidAtItsField(string russian, string english, string said, string silent)
    {
        var field = Render(new(russian, english), "ru", "Too long.");

        Assert.Equal("Too long.", field.Find($"[data-testid={said}]").TextContent);
        Assert.Empty(field.FindAll($"[data-testid={silent}]"));
    }

    private IRenderedComponent<LocalWordsField> Render(LocalText text, string language, string? problem = null) =>
        _context.Render<LocalWordsField>(parameters =>
            parameters
                .AddCascadingValue(DashboardTexts.Of(language))
                .Add(f => f.Label, "Words")
                .Add(f => f.Name, "words")
                .Add(f => f.Limit, 6)
                .Add(f => f.Problem, problem)
                .Add(f => f.Value, text)
                .Add(f => f.ValueChanged, changed => _text = changed)
        );
}
