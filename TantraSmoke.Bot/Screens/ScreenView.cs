using TantraSmoke.Bot.BotApi;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

/// <summary>
/// What a screen shows: text as Telegram HTML (everything people typed is escaped) and rows of buttons.
/// </summary>
public sealed record ScreenView(string Html, IReadOnlyList<IReadOnlyList<ScreenButton>> Rows)
{
    /// <summary>Shown above the text.</summary>
    public ScreenPhoto? Photo { get; init; }

    /// <summary>What is shown when the photo cannot be; null: the same without it.</summary>
    public ScreenView? WithoutPhoto { get; init; }
}

/// <summary>
/// A button. The label is all a person sees; action and argument stay on our side, the callback data only points at
/// them.
/// </summary>
public sealed record ScreenButton(string Label, string Action, string? Argument = null)
{
    /// <summary>What pressing it does to the text on the clipboard: puts this there, without asking the bot.</summary>
    public string? Copies { get; init; }

    /// <summary>Opens this address.</summary>
    public string? Opens { get; init; }

    /// <summary>Opens this address as a Mini App.</summary>
    public string? OpensApp { get; init; }

    /// <summary>
    /// Shown, but cannot be pressed where Telegram knows such buttons; elsewhere <see cref="Action"/> explains.
    /// </summary>
    public bool IsDisabled { get; init; }

    public ButtonLook Look { get; init; }

    internal InlineKeyboardButton ToInline(string callbackData)
    {
        var button =
            Copies is { } text ? InlineKeyboardButton.WithCopyText(Label, text)
            : Opens is { } url ? InlineKeyboardButton.WithUrl(Label, url)
            : OpensApp is { } app ? InlineKeyboardButton.WithWebApp(Label, app)
            : InlineKeyboardButton.WithCallbackData(Label, callbackData);
        button.Style = Look switch
        {
            ButtonLook.Main => KeyboardButtonStyle.Primary,
            ButtonLook.Good => KeyboardButtonStyle.Success,
            ButtonLook.Danger => KeyboardButtonStyle.Danger,
            ButtonLook.Plain => null,
        };
        button.Disabled = IsDisabled ? new() : null;
        return button;
    }
}

/// <summary>How a button looks where Telegram can colour it.</summary>
public enum ButtonLook
{
    Plain,

    /// <summary>What most people come for.</summary>
    Main,

    /// <summary>It is done with this.</summary>
    Good,

    /// <summary>Something is lost with this.</summary>
    Danger,
}

/// <summary>Where a tap or a text leads.</summary>
/// <param name="To">The screen to show; null stays on this one.</param>
/// <param name="Argument">What the screen is about, for example a booking's id.</param>
/// <param name="Toast">Shown for a moment over the chat.</param>
/// <param name="IsAlert">The toast has to be closed by the guest.</param>
/// <param name="Notice">One paragraph above the next screen's text, shown once; HTML.</param>
/// <param name="Mode">What happens to the way back.</param>
public sealed record Turn(
    string? To = null,
    string? Argument = null,
    string? Toast = null,
    bool IsAlert = false,
    string? Notice = null,
    TurnMode Mode = TurnMode.Forward
)
{
    /// <summary>Sent first; the dialog moves beneath it.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>What a second tap on the same button is told; null: <see cref="Toast"/>.</summary>
    public string? Again { get; init; }

    public static readonly Turn Stay = new();

    public static readonly Turn Back = new(Mode: TurnMode.Back);

    public static readonly Turn Home = new(ScreenNames.Home, Mode: TurnMode.Reset);

    /// <summary>
    /// The same with the toast in the message, for when there is no tap to answer or it was answered already.
    /// </summary>
    public Turn InWriting() =>
        Toast is null ? this : this with { Toast = null, Notice = Html.Paragraphs(Html.Escape(Toast), Notice) };

    public static Turn Say(string toast) => new(Toast: toast, IsAlert: true);
}

/// <summary>What happens to the way back.</summary>
public enum TurnMode
{
    /// <summary>The screen left is remembered.</summary>
    Forward,

    /// <summary>The screen left is not come back to.</summary>
    Replace,

    /// <summary>To where the guest came from.</summary>
    Back,

    /// <summary>Back to a screen passed earlier, forgetting what came after it.</summary>
    BackTo,

    /// <summary>A fresh start: nothing to go back to.</summary>
    Reset,
}
