using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Serialization;

/// <summary>Enums as snake_case words. A word that this version does not know yet reads as the default value.</summary>
internal sealed class ApiEnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ApiEnumConverter<>).MakeGenericType(typeToConvert))!;
}

internal sealed class ApiEnumConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
{
    private readonly Dictionary<TEnum, string> _words;
    private readonly Dictionary<string, TEnum> _values;

    public ApiEnumConverter()
    {
        _words = Enum.GetValues<TEnum>().ToDictionary(value => value, Word);
        _values = _words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"{typeof(TEnum).Name} must be a string");
        return _values.GetValueOrDefault(reader.GetString()!);
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(_words.TryGetValue(value, out var word)
            ? word
            : throw new JsonException($"{typeof(TEnum).Name} has no value {value}"));

    private static string Word(TEnum value) => (object)value switch
    {
        ParseMode.Html => "HTML",
        ParseMode.Markdown => "Markdown",
        ParseMode.MarkdownV2 => "MarkdownV2",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()),
    };
}
