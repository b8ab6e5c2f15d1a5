using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

/// <summary>A formatted range; positions in UTF-16 code units.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length, string? Url = null)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = Type,
            ["offset"] = Offset,
            ["length"] = Length,
        };
        if (Url is not null)
            json["url"] = Url;
        return json;
    }
}

/// <summary>A text with its formatting, as Telegram keeps it: plain text and ranges.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    /// <summary>What the bot sent; only HTML is parsed, which is all that it uses.</summary>
    public static FormattedText From(string? text, string? parseMode, JsonArray? entities) =>
        parseMode?.ToUpperInvariant() switch
        {
            null or "" => new FormattedText(
                text?.Trim() ?? "",
                [.. (entities ?? []).OfType<JsonObject>().Select(Entity)]
            ),
            "HTML" => TelegramHtml.Parse(text ?? ""),
            _ => throw ApiRefusal.BadRequest("unsupported parse_mode"),
        };

    /// <summary>The text cut where its looks change.</summary>
    public IReadOnlyList<TextSegment> Segments()
    {
        if (Text.Length == 0)
            return [];
        var cuts = Entities
            .SelectMany(entity => new[] { entity.Offset, entity.Offset + entity.Length })
            .Append(0)
            .Append(Text.Length)
            .Where(cut => cut >= 0 && cut <= Text.Length)
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. cuts.Zip(
                cuts.Skip(1),
                (from, to) =>
                {
                    var here = Entities
                        .Where(entity => entity.Offset <= from && entity.Offset + entity.Length >= to)
                        .ToList();
                    return new TextSegment(
                        Text[from..to],
                        here.Aggregate(TextLooks.Plain, (looks, entity) => looks | Looks(entity.Type)),
                        here.FirstOrDefault(entity => entity.Url is not null)?.Url
                    );
                }
            ),
        ];
    }

    public JsonArray EntitiesToJson() => [.. Entities.Select(entity => entity.ToJson())];

    public bool IsSameAs(FormattedText other) => Text == other.Text && Entities.SequenceEqual(other.Entities);

    private static TextEntity Entity(JsonObject json) =>
        new((string)json["type"]!, (int)json["offset"]!, (int)json["length"]!, (string?)json["url"]);

    private static TextLooks Looks(string type) =>
        type switch
        {
            "bold" => TextLooks.Bold,
            "italic" => TextLooks.Italic,
            "underline" => TextLooks.Underline,
            "strikethrough" => TextLooks.Strikethrough,
            "spoiler" => TextLooks.Spoiler,
            "code" or "pre" => TextLooks.Code,
            "blockquote" or "expandable_blockquote" => TextLooks.Quote,
            _ => TextLooks.Plain,
        };
}
