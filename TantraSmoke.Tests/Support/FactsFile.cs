using System.Text.Json;

namespace TantraSmoke.Tests.Support;

/// <summary>A parameter of a method or a field of an object.</summary>
public sealed record ApiField(string Name, IReadOnlyList<string> Types, bool Required, IReadOnlyList<string>? Enum);

/// <summary>A method of the Bot API.</summary>
public sealed record ApiMethod(string Name, IReadOnlyList<ApiField> Fields, IReadOnlyList<string> Returns);

/// <summary>An object of the Bot API: fields, or the objects it may be.</summary>
public sealed record ApiType(string Name, IReadOnlyList<ApiField> Fields, IReadOnlyList<string> Subtypes);

/// <summary>What the Bot API is (bot-api-10.3.json), to check requests against and to make answers from.</summary>
public sealed class FactsFile
{
    private FactsFile(IReadOnlyDictionary<string, ApiMethod> methods, IReadOnlyDictionary<string, ApiType> types) =>
        (Methods, Types) = (methods, types);

    public static FactsFile BotApi { get; } = Load();

    public IReadOnlyDictionary<string, ApiMethod> Methods { get; }
    public IReadOnlyDictionary<string, ApiType> Types { get; }

    /// <summary>X of "Array of X", else null.</summary>
    public static string? ElementOf(string type) =>
        type.StartsWith("Array of ", StringComparison.Ordinal) ? type["Array of ".Length..] : null;

    private static FactsFile Load()
    {
        using var stream = typeof(FactsFile).Assembly.GetManifestResourceStream("bot-api.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new FactsFile(
            root.GetProperty("methods")
                .EnumerateObject()
                .ToDictionary(
                    method => method.Name,
                    method => new ApiMethod(method.Name, Fields(method.Value), Strings(method.Value, "returns"))
                ),
            root.GetProperty("types")
                .EnumerateObject()
                .ToDictionary(
                    type => type.Name,
                    type => new ApiType(type.Name, Fields(type.Value), Strings(type.Value, "subtypes"))
                )
        );
    }

    private static List<ApiField> Fields(JsonElement owner) =>
        owner.TryGetProperty("fields", out var fields)
            ?
            [
                .. fields
                    .EnumerateArray()
                    .Select(field => new ApiField(
                        field.GetProperty("name").GetString()!,
                        Strings(field, "types"),
                        field.GetProperty("required").GetBoolean(),
                        field.TryGetProperty("enum", out _) ? Strings(field, "enum") : null
                    )),
            ]
            : [];

    private static List<string> Strings(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(item => item.ToString())] : [];
}
