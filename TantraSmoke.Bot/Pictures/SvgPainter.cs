using Microsoft.Extensions.Logging;
using SkiaSharp;
using Svg.Skia;
using Svg.Skia.TypefaceProviders;

namespace TantraSmoke.Bot.Pictures;

/// <summary>
/// Renders SVG to PNG, a few at once. After a failure or time-out there are no pictures for a while, so that the next
/// guests do not wait; a drawing that never ends keeps its slot.
/// </summary>
/// <param name="paint">SVG and width in pixels to PNG; null paints by <see cref="Paint"/>.</param>
public sealed class SvgPainter(
    TimeProvider time,
    ILogger<SvgPainter> logger,
    Func<string, int, byte[]>? paint = null,
    TimeSpan? patience = null
) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Func<string, int, byte[]> _paint = paint ?? Paint;
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _atOnce = new(Math.Clamp(Environment.ProcessorCount, 1, 4));
    private long _restsUntil;

    /// <summary>A PNG of that width; null when none is available now.</summary>
    public async Task<byte[]?> DrawAsync(string svg, int width)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil))
            return null;
        using var over = new CancellationTokenSource(_patience);
        try
        {
            await _atOnce.WaitAsync(over.Token);
            return await Task.Run(() => PaintInTurn(svg, width), CancellationToken.None).WaitAsync(over.Token);
        }
        catch (Exception fault)
        {
            logger.LogWarning(
                fault,
                "A hall could not be drawn: guests choose from a list for {Seconds} s",
                Rest.TotalSeconds
            );
            Interlocked.Exchange(ref _restsUntil, (time.GetUtcNow() + Rest).UtcTicks);
            return null;
        }
    }

    public void Dispose() => _atOnce.Dispose();

    private byte[] PaintInTurn(string svg, int width)
    {
        try
        {
            return _paint(svg, width);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    private static byte[] Paint(string svg, int width)
    {
        using var drawing = new SKSvg();
        drawing.Settings.TypefaceProviders = [OnlyTypeface.Roboto];
        var picture = drawing.FromSvg(svg) ?? throw new InvalidOperationException("The SVG is empty");
        var (size, scale) = (picture.CullRect, width / picture.CullRect.Width);
        using var bitmap = new SKBitmap(width, (int)(size.Height * scale), SKColorType.Rgb888x, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(scale);
        canvas.Translate(-size.Left, -size.Top);
        canvas.DrawPicture(picture);
        canvas.Flush();
        FewColours.Apply(bitmap);
        using var pixels = bitmap.PeekPixels();
        // Areas of one colour compress best unfiltered.
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9));
        return png?.ToArray() ?? throw new InvalidOperationException("The picture is empty");
    }

    /// <summary>The shipped font for every family and weight, as servers have none installed.</summary>
    private sealed class OnlyTypeface : ITypefaceProvider
    {
        public static readonly OnlyTypeface Roboto = new();

        private readonly SKTypeface _typeface = SKTypeface.FromStream(
            typeof(SvgPainter).Assembly.GetManifestResourceStream("Roboto-Bold.ttf")
                ?? throw new InvalidOperationException("The font is missing")
        );

        public SKTypeface FromFamilyName(
            string fontFamily,
            SKFontStyleWeight fontWeight,
            SKFontStyleWidth fontWidth,
            SKFontStyleSlant fontStyle
        ) => _typeface;
    }
}
