using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What every button has.</summary>
public interface IKeyboardButton
{
    string Text { get; }
    string? IconCustomEmojiId { get; set; }
    KeyboardButtonStyle? Style { get; set; }
}

/// <summary>The colour of a button: red, green, blue.</summary>
public enum KeyboardButtonStyle
{
    Danger = 1,
    Success,
    Primary,
}

/// <summary>A button that cannot be pressed.</summary>
public class DisabledButton
{
}

/// <summary>A button in the place of the keyboard; sends its text unless something is requested.</summary>
public class KeyboardButton : IKeyboardButton
{
    public KeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public KeyboardButton(string text) => Text = text;

    [SetsRequiredMembers]
    public KeyboardButton(string text, bool requestContact = false, bool requestLocation = false) =>
        (Text, RequestContact, RequestLocation) = (text, requestContact, requestLocation);

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }
    public string? IconCustomEmojiId { get; set; }
    public KeyboardButtonStyle? Style { get; set; }
    public bool RequestContact { get; set; }
    public bool RequestLocation { get; set; }
    public WebAppInfo? WebApp { get; set; }

    public static implicit operator KeyboardButton(string text) => new(text);

    public static KeyboardButton WithRequestContact(string text) => new(text) { RequestContact = true };

    public static KeyboardButton WithRequestLocation(string text) => new(text) { RequestLocation = true };

    public static KeyboardButton WithWebApp(string text, WebAppInfo webApp) => new(text) { WebApp = webApp };
}
