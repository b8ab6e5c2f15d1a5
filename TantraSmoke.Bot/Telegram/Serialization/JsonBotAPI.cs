using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot;

/// <summary>How the Bot API writes JSON: snake_case, nothing for absent values and defaults, unknown fields ignored.</summary>
public static class JsonBotAPI
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Gives other options the Bot API's ways.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.Converters.Add(new UnixTimeConverter());
        options.Converters.Add(new ApiEnumConverterFactory());
        options.Converters.Add(new ChatIdConverter());
        options.Converters.Add(new InputFileConverter());
        options.Converters.Add(new ChatMemberConverter());
    }

    private static JsonSerializerOptions Create()
    {
        // Nothing of this is ever put into HTML, and Cyrillic stays readable and half as long.
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
