using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TantraSmoke.Core.Entities;

/// <summary>Kinds of drawn objects in a hall other than tables.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarkKind>))]
public enum MarkKind
{
    /// <summary>A wall, bar or column: an obstacle, optionally with a label.</summary>
    Wall,

    /// <summary>A label on the floor.</summary>
    Label,
}

/// <summary>
/// A wall or label in a hall's drawing: centre and size in centimetres, rotation in degrees clockwise.
/// </summary>
public sealed record HallMark(MarkKind Kind, int X, int Y, int Width, int Height, int Rotation, string Text = "")
{
    public const int Smallest = 5;
    public const int TextLimit = 40;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Half the extent of the rotated bounding box, from the centre.</summary>
    [JsonIgnore]
    public (int X, int Y) Reach => TablePlace.ReachOf(Width, Height, Rotation);

    /// <summary>The label in English; empty if not translated.</summary>
    public string TextEn { get; init; } = "";

    [JsonIgnore]
    public LocalText Words
    {
        get => new(Text, TextEn);
        init => (Text, TextEn) = (value.Ru, value.En);
    }

    /// <summary>Text height at which the label in that language fits its shape.</summary>
    public double TextSizeIn(string language) =>
        Math.Round(
            Math.Clamp(Math.Min(Height * 0.75, Width * 1.6 / Math.Max(1, Words.In(language).Length)), 10, 80),
            1
        );

    internal static ValueComparer<IReadOnlyList<HallMark>> Comparer { get; } =
        new(
            (a, b) => a!.SequenceEqual(b!),
            marks => marks.Aggregate(0, (hash, mark) => HashCode.Combine(hash, mark)),
            marks => marks
        );

    internal static string Write(IReadOnlyList<HallMark> marks) => JsonSerializer.Serialize(marks, Json);

    internal static IReadOnlyList<HallMark> Read(string text) =>
        JsonSerializer.Deserialize<List<HallMark>>(text, Json) ?? [];
}
