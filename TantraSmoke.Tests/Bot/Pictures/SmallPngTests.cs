using TantraSmoke.Bot.Pictures;

namespace TantraSmoke.Tests.Bot.Pictures;

public sealed class SmallPngTests
{
    [Fact]
    public async Task Of_ADrawing_IsTheSamePictureAndSmaller()
    {
        using var folder = new TempFolder();
        using var converter = new RsvgConvert(TimeProvider.System, new RecordedLog<RsvgConvert>());
        var png = (await converter.DrawAsync(Svg(string.Concat(Enumerable.Range(1, 40).Select(n => $"<circle cx='{n * 7 % 60}' cy='{n * 11 % 40}' r='4' fill='#1188cc' stroke='#fff'/>"))), 900, TestVenue.Cancel))!;

        var small = SmallPng.Of(png);

        Assert.True(small.Length * 3 < png.Length, $"{small.Length} of {png.Length}");
        Assert.Equal((900, 600), PngSize.Of(small));
        // Somebody else's reader takes it, and draws what it drew from the other.
        Assert.Equal(await DrawnAsync(converter, png), await DrawnAsync(converter, small));
    }

    [Fact]
    public void Of_AnythingElse_StaysAsItIs()
    {
        var other = TestPictures.Png().ToArray();

        Assert.Same(other, SmallPng.Of(other));
        Assert.Empty(SmallPng.Of([]));
    }

    private static async Task<byte[]> DrawnAsync(RsvgConvert converter, byte[] png)
    {
        var image = $"""<image width="60" height="40" href="data:image/png;base64,{Convert.ToBase64String(png)}"/>""";
        return (await converter.DrawAsync(Svg(image), 900, TestVenue.Cancel))!;
    }

    private static string Svg(string content) => $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#fed"/>{content}</svg>""";
}
