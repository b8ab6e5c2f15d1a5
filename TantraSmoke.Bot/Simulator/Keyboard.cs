using System.Text;
using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

/// <summary>A reply_markup, checked as Telegram checks it.</summary>
/// <param name="Inline">The wire's JSON when the buttons belong to the message, else null.</param>
/// <param name="Removes">Takes the buttons in the place of the keyboard away.</param>
internal sealed record Keyboard(
    IReadOnlyList<IReadOnlyList<SimulatedButton>> Rows,
    JsonObject? Inline,
    bool Removes = false
)
{
    private const int MaxButtons = 100;

    public static Keyboard None { get; } = new([], null);

    public static Keyboard From(JsonNode? markup)
    {
        if (markup is not JsonObject json)
            return None;
        if (json["remove_keyboard"] is not null)
            return None with { Removes = true };
        if (json["inline_keyboard"] is JsonArray inline)
        {
            var rows = Read(inline, InlineButton);
            // Telegram shows no keyboard for an empty one, and edits with one take the buttons away.
            return rows.Count == 0
                ? None
                : new Keyboard(rows, new JsonObject { ["inline_keyboard"] = WithoutEmptyRows(inline) });
        }

        return json["keyboard"] is JsonArray reply ? new Keyboard(Read(reply, ReplyButton), null) : None;
    }

    public bool IsSameAs(Keyboard other) => JsonNode.DeepEquals(Inline, other.Inline);

    private static JsonArray WithoutEmptyRows(JsonArray rows) =>
        [.. rows.OfType<JsonArray>().Where(row => row.Count > 0).Select(row => row.DeepClone())];

    private static List<IReadOnlyList<SimulatedButton>> Read(JsonArray rows, Func<JsonNode?, SimulatedButton> button)
    {
        var read = rows.OfType<JsonArray>()
            .Where(row => row.Count > 0)
            .Select(row => (IReadOnlyList<SimulatedButton>)[.. row.Select(button)])
            .ToList();
        return read.Sum(row => row.Count) <= MaxButtons
            ? read
            : throw ApiRefusal.BadRequest("reply markup is too long");
    }

    private static SimulatedButton InlineButton(JsonNode? button)
    {
        var (label, style) = LabelOf(button);
        if (button!["disabled"] is not null)
            return new(label, SimulatedButtonKind.Disabled, null, style);
        if ((string?)button["callback_data"] is { } data)
        {
            return Encoding.UTF8.GetByteCount(data) is >= 1 and <= 64
                ? new(label, SimulatedButtonKind.Callback, data, style)
                : throw ApiRefusal.BadRequest("BUTTON_DATA_INVALID");
        }

        if ((string?)button["url"] is { } url)
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" or "ton"
                ? new(label, SimulatedButtonKind.Url, url, style)
                : throw ApiRefusal.BadRequest("BUTTON_URL_INVALID");
        }

        if ((string?)button["web_app"]?["url"] is { } app)
        {
            return app.StartsWith("https://", StringComparison.Ordinal)
                ? new(label, SimulatedButtonKind.WebApp, app, style)
                : throw ApiRefusal.BadRequest(
                    $"inline keyboard button Web App URL '{app}' is invalid: Only HTTPS links are allowed"
                );
        }

        if ((string?)button["copy_text"]?["text"] is { } copy)
        {
            return copy.Length is >= 1 and <= 256
                ? new(label, SimulatedButtonKind.Copy, copy, style)
                : throw ApiRefusal.BadRequest("BUTTON_COPY_TEXT_INVALID");
        }

        throw ApiRefusal.BadRequest(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        );
    }

    private static SimulatedButton ReplyButton(JsonNode? button)
    {
        if (button is JsonValue text)
            return new((string)text!, SimulatedButtonKind.Text, null);
        var (label, style) = LabelOf(button);
        return (string?)button!["web_app"]?["url"] is { } app ? new(label, SimulatedButtonKind.WebApp, app, style)
            : (bool?)button["request_contact"] == true ? new(label, SimulatedButtonKind.Contact, null, style)
            : new(label, SimulatedButtonKind.Text, null, style);
    }

    private static (string Label, string? Style) LabelOf(JsonNode? button) =>
        button is JsonObject && (string?)button["text"] is { Length: > 0 } label
            ? (label, (string?)button["style"])
            : throw ApiRefusal.BadRequest("can't parse keyboard button: Field \"text\" must be non-empty");
}
