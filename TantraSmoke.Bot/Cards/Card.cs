using TantraSmoke.Bot.Screens;

namespace TantraSmoke.Bot.Cards;

/// <summary>
/// A message with buttons that the bot sends on its own (a reminder, an offer), beside the dialog. It may be pressed
/// days later, so its buttons act on the current state.
/// </summary>
public abstract class Card
{
    /// <summary>The name in callback data; messages in chats contain it, so it should not change.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether the card is also sent to groups, where anybody may press.</summary>
    public virtual bool IsForGroups => false;

    /// <summary>Handles a tap. Callback data can be forged; the core checks what this person may do.</summary>
    public abstract Task<CardTurn> TapAsync(ScreenContext context, CardTap tap, CancellationToken cancellationToken);
}

/// <summary>What a tap on a card leads to.</summary>
/// <param name="View">What the card shows from now on; null leaves it as it is.</param>
/// <param name="Open">The screen to go on with: the card becomes the dialog.</param>
public sealed record CardTurn(CardView? View = null, string? Toast = null, bool IsAlert = false, Turn? Open = null);
