using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot;

namespace TantraSmoke.Bot.Updates;

/// <summary>Reads strings without U+0000, which people can send and PostgreSQL cannot store.</summary>
internal sealed class PlainText : JsonConverter<string>
{
    /// <summary>How updates are read.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonBotAPI.Options) { Converters = { new PlainText() } };

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Replace("\0", "", StringComparison.Ordinal);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
