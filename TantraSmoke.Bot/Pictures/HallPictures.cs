using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Bot.Pictures;

/// <summary>Pictures of a hall at a given time and for a party size. Equal pictures are drawn once.</summary>
public sealed class HallPictures(SvgPainter painter)
{
    /// <summary>
    /// Pixels along the longer side, best first. Phones show a picture at less than half of the last.
    /// </summary>
    private static readonly int[] LongSides = [1280, 1040, 800];

    /// <summary>Bytes: a second or two on a poor connection.</summary>
    private const int Largest = 200_000;

    private const int MostKept = 64;
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]?>>> _kept = new();

    /// <param name="language">Of the words in it, two letters.</param>
    public ScreenPhoto Of(VenueCatalog venue, Hall hall, HistoricalTables then, string language)
    {
        var drawing = FloorDrawing.Of(hall, venue.Tables);
        var svg = FloorPlanSvg.Draw(drawing, then.Tables, language);
        return new ScreenPhoto(
            "hall." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg)))[..32],
            cancellationToken => PngAsync(svg, Math.Min(1, (double)drawing.Width / drawing.Height), cancellationToken)
        );
    }

    private async Task<byte[]?> PngAsync(string svg, double widthOfLongSide, CancellationToken cancellationToken)
    {
        if (_kept.Count >= MostKept)
            _kept.Clear();
        // Shared by all who wait for it, so not canceled with the first.
        var drawing = _kept.GetOrAdd(svg, _ => new Lazy<Task<byte[]?>>(() => DrawAsync(svg, widthOfLongSide)));
        var png = await drawing.Value.WaitAsync(cancellationToken);
        if (png is null)
            _kept.TryRemove(KeyValuePair.Create(svg, drawing));
        return png;
    }

    private async Task<byte[]?> DrawAsync(string svg, double widthOfLongSide)
    {
        byte[]? picture = null;
        foreach (var side in LongSides)
        {
            // Telegram refuses pictures that are too narrow.
            if (await painter.DrawAsync(svg, Math.Max(side / 8, (int)(side * widthOfLongSide))) is not { } png)
                return picture;
            picture = png;
            if (picture.Length <= Largest)
                break;
        }

        return picture;
    }
}
