using Microsoft.Extensions.Logging;
using SkiaSharp;
using TantraSmoke.Bot.Pictures;

namespace TantraSmoke.Tests.Unit.Pictures;

public sealed class SvgPainterTests
{
    private readonly RecordedLog<SvgPainter> _log = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draw_Svg_IsAPngOfThatWidth()
    {
        using var painter = new SvgPainter(_time, _log);

        Assert.Equal((300, 150), PngSize.Of((await painter.DrawAsync(Svg(""), 300))!));
    }

    [Fact]
    public async Task Draw_ManyColours_KeepsThoseOfLargeAreas()
    {
        using var painter = new SvgPainter(_time, _log);
        var circles = string.Concat(
            Enumerable
                .Range(1, 40)
                .Select(n =>
                    $"<circle cx='{n * 7 % 20}' cy='{n * 3 % 5}' r='.5' fill='#1188cc' stroke='#fff' "
                    + $"stroke-width='.2'/>"
                )
        );

        var png = await painter.DrawAsync(Svg($"<rect y='5' width='20' height='5' fill='#faf6f0'/>{circles}"), 900);

        // Read by somebody else's reader.
        using var read = SKBitmap.Decode(png);
        Assert.Equal((900, 450), (read.Width, read.Height));
        Assert.Equal(new SKColor(0xfa, 0xf6, 0xf0), read.GetPixel(450, 400));
        Assert.Equal(new SKColor(0x11, 0x88, 0xcc), read.GetPixel(7 * 45, 3 * 45));
    }

    /// <summary>A letter that the shipped font lacks would leave no mark.</summary>
    [Theory]
    [InlineData("Ж", "Щ")]
    [InlineData("R", "Q")]
    [InlineData("4", "7")]
    public async Task Draw_Text_HasItsLetters(string one, string other)
    {
        using var painter = new SvgPainter(_time, _log);

        byte[][] pictures = [await LetterAsync(one), await LetterAsync(other), await LetterAsync("\uE000")];

        Assert.Equal(3, pictures.Select(Convert.ToHexString).Distinct().Count());

        async Task<byte[]> LetterAsync(string letter) =>
            (
                await painter.DrawAsync(
                    Svg(
                        $"""<text x="5" y="8" font-size="8" font-family="Roboto, sans-serif" """
                            + $"""font-weight="600">{letter}</text>"""
                    ),
                    300
                )
            )!;
    }

    [Fact]
    public async Task Draw_BrokenSvg_SaysSoInTheLogAndRestsAWhile()
    {
        using var painter = new SvgPainter(_time, _log);

        Assert.Null(await painter.DrawAsync("<svg", 300));
        Assert.Null(await painter.DrawAsync(Svg(""), 300));
        Assert.Single(_log.Of(LogLevel.Warning));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(await painter.DrawAsync(Svg(""), 300));
    }

    [Fact]
    public async Task Draw_Hanging_IsNotWaitedForAndLeftAloneForAWhile()
    {
        var begun = 0;
        using var gate = new ManualResetEventSlim();
        using var painter = new SvgPainter(_time, _log, Paint, TimeSpan.FromMilliseconds(300));

        Assert.Null(await painter.DrawAsync("", 300).WaitAsync(TimeSpan.FromSeconds(20), Cancel));

        // The next guest does not wait for it again.
        Assert.Null(await painter.DrawAsync("", 300));
        Assert.Equal(1, begun);
        gate.Set();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await painter.DrawAsync("", 300));

        byte[] Paint(string svg, int width)
        {
            begun++;
            gate.Wait(Cancel);
            return [1];
        }
    }

    [Fact]
    public async Task Draw_ManyAtOnce_PaintsFewAtATime()
    {
        var few = Math.Clamp(Environment.ProcessorCount, 1, 4);
        var (current, most) = (0, 0);
        using var gate = new ManualResetEventSlim();
        using var painter = new SvgPainter(_time, _log, Paint, TimeSpan.FromSeconds(60));

        var pictures = Enumerable.Range(0, 12).Select(_ => painter.DrawAsync("", 100)).ToList();
        await Eventually.Holds(() => Volatile.Read(ref current) == few, "as many as may are being painted", Cancel);
        gate.Set();

        Assert.All(await Task.WhenAll(pictures), Assert.NotNull);
        Assert.Equal(few, most);

        byte[] Paint(string svg, int width)
        {
            lock (_log)
                most = Math.Max(most, ++current);
            gate.Wait(Cancel);
            lock (_log)
                current--;
            return [1];
        }
    }

    private static string Svg(string content) =>
        $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
            <rect width="20" height="10" fill="white"/>{content}</svg>
            """;
}
