using TantraSmoke.Bot.BotApi;
using TantraSmoke.Core.Bookings;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

/// <summary>The view of a screen: Telegram HTML with typed text escaped, and rows of buttons.</summary>
public sealed record ScreenView(string Html, IReadOnlyList<IReadOnlyList<ScreenButton>> Rows)
{
    /// <summary>Shown above the text.</summary>
    public ScreenPhoto? Photo { get; init; }

    /// <summary>The view without a picture; null: the same text.</summary>
    public ScreenView? WithoutPhoto { get; init; }
}

/// <summary>A button. Action and argument stay in the session; callback data only points at them.</summary>
public sealed record ScreenButton(string Label, string Action, string? Argument = null)
{
    /// <summary>Copied to the clipboard by Telegram without asking the bot.</summary>
    public string? Copies { get; init; }

    /// <summary>Opens this address.</summary>
    public string? Opens { get; init; }

    /// <summary>Opens this address as a Mini App.</summary>
    public string? OpensApp { get; init; }

    /// <summary>Disabled where Telegram supports it; elsewhere <see cref="Action"/> explains why.</summary>
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

/// <summary>The colour of a button where Telegram supports it.</summary>
public enum ButtonLook
{
    Plain,

    /// <summary>The primary action.</summary>
    Main,

    /// <summary>Completes something.</summary>
    Good,

    /// <summary>Destroys something.</summary>
    Danger,
}

/// <summary>The result of a step: where it leads and what is said.</summary>
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
    /// <summary>Sent before the dialog, which moves beneath it.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>What the step has written, so that the next screen need not read it.</summary>
    public BookingRow? Booking { get; init; }

    /// <summary>The toast for a double tap; null: <see cref="Toast"/>.</summary>
    public string? Again { get; init; }

    public static readonly Turn Stay = new();

    public static readonly Turn Back = new(Mode: TurnMode.Back);

    public static readonly Turn Home = new(ScreenNames.Home, Mode: TurnMode.Reset);

    /// <summary>Moves the toast into the message, for when no tap is left to answer.</summary>
    public Turn InWriting() =>
        Toast is null ? this : this with { Toast = null, Notice = Html.Paragraphs(Html.Escape(Toast), Notice) };

    public static Turn Say(string toast) => new(Toast: toast, IsAlert: true);
}

/// <summary>How a step changes the way back.</summary>
public enum TurnMode
{
    /// <summary>Remembers the screen left.</summary>
    Forward,

    /// <summary>Forgets the screen left.</summary>
    Replace,

    /// <summary>Goes to the screen before.</summary>
    Back,

    /// <summary>Goes back to an earlier screen and forgets those after it.</summary>
    BackTo,

    /// <summary>Clears the way back.</summary>
    Reset,
}
