using System.Text.Json.Nodes;

namespace TantraSmoke.Tests.Support;

/// <summary>Makes objects of the Bot API from the facts: the least that is allowed, or everything.</summary>
/// <param name="full">Optional fields too, down to a depth where the least begins.</param>
/// <param name="variant">Which of several possible objects and enum values to take.</param>
public sealed class FactsExamples(bool full, int variant = 0)
{
    private const int DepthOfFull = 3;
    private const int DepthAtAll = 12;

    // Larger than 32 bits where Telegram's numbers are; elsewhere a number that is a date as well.
    private static readonly HashSet<string> Large =
    [
        "id", "chat_id", "user_id", "migrate_to_chat_id", "migrate_from_chat_id", "linked_chat_id", "file_size", "paid_star_count",
    ];

    public JsonNode Of(string type) => Value(type, "", null, 0);

    private JsonNode Value(string type, string field, IReadOnlyList<string>? words, int depth)
    {
        if (depth > DepthAtAll) throw new InvalidOperationException($"{type} never ends");
        if (FactsFile.ElementOf(type) is { } element)
            return depth > DepthOfFull ? [] : new JsonArray(Value(element, field, null, depth + 1));
        return type switch
        {
            "String" => words is null ? "текст" : words[variant % words.Count],
            "Boolean" => true,
            "Integer" => Large.Contains(field) ? 7_000_000_001 : 1_700_000_000,
            "Float" => 41.25,
            _ => Object(FactsFile.BotApi.Types[type], depth),
        };
    }

    private JsonNode Object(ApiType type, int depth)
    {
        if (type.Subtypes.Count > 0)
            return Value(depth > DepthOfFull ? Simplest(type) : type.Subtypes[variant % type.Subtypes.Count], "", null, depth + 1);
        var json = new JsonObject();
        foreach (var field in type.Fields.Where(field => field.Required || (full && depth <= DepthOfFull)))
            json[field.Name] = Value(field.Types[0], field.Name, field.Enum, depth + 1);
        return json;
    }

    /// <summary>One that ends: formatted text nests without end otherwise.</summary>
    private static string Simplest(ApiType type) => type.Subtypes.MinBy(subtype =>
        FactsFile.BotApi.Types[subtype].Fields.Count(field => field.Required && FactsFile.BotApi.Types.ContainsKey(field.Types[0])))!;
}
