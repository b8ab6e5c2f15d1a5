using System.Globalization;
using System.Text.RegularExpressions;

namespace TantraSmoke.Web.Features.Settings;

/// <summary>A point on the map in degrees.</summary>
public readonly partial record struct MapPoint(double Latitude, double Longitude)
{
    private const string Number = @"([-−+]?\d{1,3}(?:\.\d+)?)";

    // Patterns of the place precede those of the map's centre. Yandex and 2GIS write the longitude first.
    private static readonly (Regex Pattern, bool IsLongitudeFirst)[] Links =
    [
        (Google, false),
        (OpenStreetMapPin, false),
        (YandexPin, true),
        (YandexMiddle, true),
        (TwoGis, true),
        (Asked, false),
        (GoogleMiddle, false),
        (OpenStreetMapMiddle, false),
        (GooglePath, false),
        (Geo, false),
    ];

    /// <summary>
    /// Parses "55.7602, 37.6486" or a link from Google, Yandex, Apple, 2GIS or OpenStreetMap. Null if it contains no
    /// coordinates, as in short links.
    /// </summary>
    public static MapPoint? Read(string text)
    {
        text = text.Trim();
        if (!text.Contains(':', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal))
            return Of(
                text.Contains('.', StringComparison.Ordinal) ? Points.Match(text) : Commas.Match(text),
                isLongitudeFirst: false
            );
        var link = Uri.UnescapeDataString(text).Replace('+', ' ');
        // Only Yandex uses this parameter with the longitude first.
        var isYandex = link.Contains("yandex", StringComparison.OrdinalIgnoreCase);
        foreach (var (pattern, isLongitudeFirst) in Links)
        {
            if (
                pattern == YandexPin || pattern == YandexMiddle ? !isYandex : isYandex && pattern == OpenStreetMapMiddle
            )
                continue;
            if (Of(pattern.Match(link), isLongitudeFirst) is { } point)
                return point;
        }

        return null;
    }

    /// <summary>Whether it is a short link without coordinates.</summary>
    public static bool IsShort(string text) => Short.IsMatch(text);

    private static MapPoint? Of(Match match, bool isLongitudeFirst)
    {
        if (
            !match.Success
            || !Degrees(match.Groups[1].Value, out var first)
            || !Degrees(match.Groups[2].Value, out var second)
        )
            return null;
        var point = isLongitudeFirst ? new MapPoint(second, first) : new MapPoint(first, second);
        return point is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } ? point : null;
    }

    private static bool Degrees(string text, out double degrees) =>
        double.TryParse(
            text.Replace(',', '.').Replace('−', '-'),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out degrees
        );

    [GeneratedRegex($@"^\(?{Number}°?\s?[NС]?\s*[,;\s]\s*{Number}°?\s?[EВ]?\)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Points { get; }

    [GeneratedRegex(@"^([-−+]?\d{1,3}(?:,\d+)?)\s*[;\s]\s*([-−+]?\d{1,3}(?:,\d+)?)$")]
    private static partial Regex Commas { get; }

    [GeneratedRegex($"!3d{Number}!4d{Number}")]
    private static partial Regex Google { get; }

    [GeneratedRegex($"@{Number},{Number}")]
    private static partial Regex GoogleMiddle { get; }

    [GeneratedRegex($@"/(?:search|dir|place)/+{Number},\s*{Number}")]
    private static partial Regex GooglePath { get; }

    [GeneratedRegex($"mlat={Number}&mlon={Number}")]
    private static partial Regex OpenStreetMapPin { get; }

    [GeneratedRegex($@"map=\d+(?:\.\d+)?/{Number}/{Number}")]
    private static partial Regex OpenStreetMapMiddle { get; }

    [GeneratedRegex($@"(?:pt|whatshere\[point\])={Number},{Number}")]
    private static partial Regex YandexPin { get; }

    [GeneratedRegex($"[?&]ll={Number},{Number}")]
    private static partial Regex YandexMiddle { get; }

    [GeneratedRegex($@"2gis\.[^?]*/{Number},{Number}")]
    private static partial Regex TwoGis { get; }

    [GeneratedRegex(
        $@"[?&](?:q|query|ll|sll|coordinate|daddr|destination|center|text)=(?:loc:)?\s*{Number},\s*{Number}"
    )]
    private static partial Regex Asked { get; }

    [GeneratedRegex($"^geo:{Number},{Number}")]
    private static partial Regex Geo { get; }

    [GeneratedRegex(@"goo\.gl|yandex\.[a-z.]+/maps/-/|go\.2gis|maps\.apple/p/|osm\.org/go/", RegexOptions.IgnoreCase)]
    private static partial Regex Short { get; }
}
