using System.Runtime.InteropServices;
using SkiaSharp;

namespace TantraSmoke.Bot.Pictures;

/// <summary>
/// Reduces a picture to its most frequent colours. The rest are shades along edges; without them a PNG is half as
/// large.
/// </summary>
internal static class FewColours
{
    private const int Kept = 64;

    /// <param name="bitmap">Opaque, four bytes a pixel, of which the first three are red, green and blue.</param>
    public static void Apply(SKBitmap bitmap)
    {
        var pixels = MemoryMarshal.Cast<byte, int>(bitmap.GetPixelSpan());
        var counts = new Dictionary<int, int>();
        foreach (var pixel in pixels)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, pixel, out _)++;
        var palette = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(Kept).Select(c => c.Key).ToArray();
        var nearest = counts.Keys.ToDictionary(c => c, c => palette[Nearest(palette, c)]);
        foreach (ref var pixel in pixels)
            pixel = nearest[pixel];
    }

    private static int Nearest(int[] palette, int colour)
    {
        var (best, distance) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length && distance > 0; i++)
        {
            var here = Square(palette[i], colour, 0) + Square(palette[i], colour, 8) + Square(palette[i], colour, 16);
            if (here < distance)
                (best, distance) = (i, here);
        }

        return best;
    }

    private static int Square(int one, int other, int shift)
    {
        var difference = ((one >> shift) & 255) - ((other >> shift) & 255);
        return difference * difference;
    }
}
