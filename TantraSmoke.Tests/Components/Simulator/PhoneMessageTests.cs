using Bunit;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Web.Features.Simulator;

namespace TantraSmoke.Tests.Components.Simulator;

public sealed class PhoneMessageTests : IAsyncDisposable
{
    private readonly DashboardContext _context = new();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void Render_TextWithMarkup_ShowsItAsText()
    {
        var message = Message([
            new("<script>alert(1)</script>", TextLooks.Plain),
            new(" bold", TextLooks.Bold | TextLooks.Italic),
        ]);

        var shown = Render(message);

        Assert.Empty(shown.FindAll("script"));
        Assert.Contains("<script>alert(1)</script>", shown.Find(".bubble-text").TextContent, StringComparison.Ordinal);
        Assert.Equal(" bold", shown.Find(".look-bold.look-italic").TextContent);
    }

    [Theory]
    [InlineData("https://lounge.example/menu", true)]
    [InlineData("tel:+79161234567", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,hello", false)]
    [InlineData("/relative", false)]
    public void Render_Link_LeadsOnlyWhereItIsSafe(string url, bool leads)
    {
        var shown = Render(
            Message([new("menu", TextLooks.Plain, url)], new SimulatedButton("Menu", SimulatedButtonKind.Url, url))
        );

        Assert.Equal(leads ? 2 : 0, shown.FindAll($"a[href='{url}']").Count);
        Assert.Equal("menu", shown.Find(".bubble-text").TextContent.Trim());
    }

    [Fact]
    public void Render_Buttons_KeepTheirRowsAndStyles()
    {
        var message = Message([new("?", TextLooks.Plain)]) with
        {
            Buttons =
            [
                [Button("1"), Button("2")],
                [Button("Cancel") with { Style = "danger" }],
            ],
            PhotoFileId = "file-7",
        };

        var shown = Render(message);

        Assert.Equal([2, 1], shown.FindAll(".bubble-keys").Select(row => row.Children.Length));
        Assert.Equal("Cancel", shown.Find(".style-danger").TextContent);
        Assert.Equal("/simulator/files/file-7", shown.Find("[data-testid=photo]").GetAttribute("src"));
    }

    private static SimulatedButton Button(string label) => new(label, SimulatedButtonKind.Callback, label);

    private static SimulatedMessage Message(IReadOnlyList<TextSegment> segments, params SimulatedButton[] buttons) =>
        new(1, true, TestVenue.Friday, "", segments, buttons.Length == 0 ? [] : [buttons]);

    private IRenderedComponent<PhoneMessage> Render(SimulatedMessage message) =>
        _context.Render<PhoneMessage>(phone => phone.Add(p => p.Message, message));
}
