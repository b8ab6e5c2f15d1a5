using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button under a message; exactly one of what it can do must be set.</summary>
public class InlineKeyboardButton : IKeyboardButton
{
    public InlineKeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    /// <summary>An http, https or tg URL makes a link, anything else is callback data.</summary>
    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, string callbackDataOrUrl) : this(text)
    {
        ArgumentNullException.ThrowIfNull(callbackDataOrUrl);
        if (Array.Exists(["https://", "http://", "tg://"], scheme => callbackDataOrUrl.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
            Url = callbackDataOrUrl;
        else CallbackData = callbackDataOrUrl;
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, WebAppInfo webApp) : this(text) => WebApp = webApp;

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, LoginUrl loginUrl) : this(text) => LoginUrl = loginUrl;

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, CopyTextButton copyText) : this(text) => CopyText = copyText;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }
    public string? IconCustomEmojiId { get; set; }
    public KeyboardButtonStyle? Style { get; set; }
    public string? Url { get; set; }

    /// <summary>1–64 bytes of UTF-8.</summary>
    public string? CallbackData { get; set; }
    public WebAppInfo? WebApp { get; set; }
    public LoginUrl? LoginUrl { get; set; }
    public string? SwitchInlineQuery { get; set; }
    public string? SwitchInlineQueryCurrentChat { get; set; }
    public CopyTextButton? CopyText { get; set; }
    public bool Pay { get; set; }
    public DisabledButton? Disabled { get; set; }

    public static implicit operator InlineKeyboardButton(string textAndCallbackDataOrUrl) =>
        new(textAndCallbackDataOrUrl, textAndCallbackDataOrUrl);

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl) pair) =>
        new(pair.Text, pair.CallbackDataOrUrl);

    public static InlineKeyboardButton WithCallbackData(string textAndCallbackData) =>
        new(textAndCallbackData) { CallbackData = textAndCallbackData };

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) =>
        new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    public static InlineKeyboardButton WithWebApp(string text, WebAppInfo webApp) => new(text) { WebApp = webApp };

    public static InlineKeyboardButton WithLoginUrl(string text, LoginUrl loginUrl) => new(text) { LoginUrl = loginUrl };

    public static InlineKeyboardButton WithSwitchInlineQuery(string text, string switchInlineQuery = "") =>
        new(text) { SwitchInlineQuery = switchInlineQuery };

    public static InlineKeyboardButton WithSwitchInlineQueryCurrentChat(string text, string switchInlineQueryCurrentChat = "") =>
        new(text) { SwitchInlineQueryCurrentChat = switchInlineQueryCurrentChat };

    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) => new(text) { CopyText = copyText };

    public static InlineKeyboardButton WithPay(string text) => new(text) { Pay = true };
}
