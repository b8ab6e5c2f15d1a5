using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Updates;

/// <summary>Buttons that cannot be pressed, as far as the client knows them: the Telegram.Bot package does not yet.</summary>
internal static class DisabledButtons
{
#if TELEGRAM_BOT_PACKAGE
    public static bool IsDisabled(this InlineKeyboardButton button) => false;

    /// <summary>It stays one that explains why it does nothing.</summary>
    public static InlineKeyboardButton Disable(this InlineKeyboardButton button) => button;
#else
    public static bool IsDisabled(this InlineKeyboardButton button) => button.Disabled is not null;

    public static InlineKeyboardButton Disable(this InlineKeyboardButton button)
    {
        button.Disabled = new DisabledButton();
        return button;
    }
#endif
}
