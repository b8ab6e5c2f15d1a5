using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TantraSmoke.Bot.Simulator;

namespace TantraSmoke.Tests.Support;

/// <summary>Says in sentences where a request is not what the Bot API takes.</summary>
public static class FactsCheck
{
    public static IReadOnlyList<string> Violations(ApiCall call)
    {
        if (!FactsFile.BotApi.Methods.TryGetValue(call.Method, out var method))
            return [$"{call.Method}: no such method"];
        var found = new List<string>();
        foreach (var (name, value) in call.Parameters)
        {
            var field = method.Fields.SingleOrDefault(field => field.Name == name);
            if (field is null)
                found.Add($"{call.Method}: no parameter {name}");
            else
                found.AddRange(OfValue(FromText(value, field), field, $"{call.Method}.{name}", call));
        }

        found.AddRange(
            method
                .Fields.Where(field =>
                    field.Required && !call.Parameters.ContainsKey(field.Name) && !call.Files.ContainsKey(field.Name)
                )
                .Select(field => $"{call.Method}: {field.Name} is missing")
        );
        return found;
    }

    private static IReadOnlyList<string> OfValue(JsonNode? value, ApiField field, string path, ApiCall call)
    {
        if (field.Enum is not null && !field.Enum.Contains(value?.ToString(), Comparer(field)))
            return [$"{path}: {value} is none of {string.Join(", ", field.Enum)}"];
        var tries = field.Types.Select(type => OfType(value, type, path, call)).ToList();
        return tries.MinBy(violations => violations.Count)!;
    }

    private static IReadOnlyList<string> OfType(JsonNode? value, string type, string path, ApiCall call)
    {
        if (FactsFile.ElementOf(type) is { } element)
        {
            return value is JsonArray array
                ? [.. array.SelectMany((item, index) => OfType(item, element, $"{path}[{index}]", call))]
                : [$"{path}: {Show(value)} is no array"];
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var text = kind == JsonValueKind.String ? value!.GetValue<string>() : null;
        if (
            text?.StartsWith("attach://", StringComparison.Ordinal) == true
            && !call.Files.ContainsKey(text["attach://".Length..])
        )
            return [$"{path}: {text} has no form part"];
        bool? fits = type switch
        {
            "String" => kind == JsonValueKind.String,
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "Integer" => kind == JsonValueKind.Number
                && long.TryParse(value!.ToJsonString(), CultureInfo.InvariantCulture, out _),
            "Float" => kind == JsonValueKind.Number,
            "InputFile" => text?.StartsWith("attach://", StringComparison.Ordinal) == true,
            _ => null,
        };
        if (fits is { } known)
            return known ? [] : [$"{path}: {Show(value)} is no {type}"];
        if (value is not JsonObject json)
            return [$"{path}: {Show(value)} is no {type}"];

        var facts = FactsFile.BotApi.Types[type];
        return facts.Subtypes.Count > 0
            ? KindsOf(json, facts).Select(kind => OfType(json, kind, path, call)).MinBy(violations => violations.Count)!
            : OfObject(json, facts, path, call);
    }

    /// <summary>The objects that it may be by its "type", or all of them when that says nothing.</summary>
    private static IReadOnlyList<string> KindsOf(JsonObject json, ApiType parent)
    {
        var kinds = parent
            .Subtypes.Where(kind =>
                FactsFile
                    .BotApi.Types[kind]
                    .Fields.Any(field => field.Enum is [var only] && json[field.Name]?.ToString() == only)
            )
            .ToList();
        return kinds.Count > 0 ? kinds : parent.Subtypes;
    }

    private static List<string> OfObject(JsonObject json, ApiType type, string path, ApiCall call)
    {
        var found = new List<string>();
        foreach (var (name, value) in json)
        {
            var field = type.Fields.SingleOrDefault(field => field.Name == name);
            if (field is null)
                found.Add($"{path}: {type.Name} has no {name}");
            else
                found.AddRange(OfValue(value, field, $"{path}.{name}", call));
        }

        found.AddRange(
            type.Fields.Where(field => field.Required && !json.ContainsKey(field.Name))
                .Select(field => $"{path}: {type.Name} lacks {field.Name}")
        );
        return found;
    }

    // Telegram reads the parse mode in any case, and the Telegram.Bot package writes "Html".
    private static StringComparer Comparer(ApiField field) =>
        field.Name.EndsWith("parse_mode", StringComparison.Ordinal)
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;

    /// <summary>In a form everything is text: reads it as what the parameter is.</summary>
    private static JsonNode? FromText(JsonNode? value, ApiField field)
    {
        if (value is not JsonValue json || !json.TryGetValue<string>(out var text))
            return value;
        if (field.Types.All(type => type is "String" or "InputFile"))
            return value;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static string Show(JsonNode? value) => value?.ToJsonString() ?? "null";
}
