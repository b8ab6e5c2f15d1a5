using TantraSmoke.Bot.Screens;

namespace TantraSmoke.Bot.Cards;

/// <summary>
/// A message with buttons that nobody asked for (a reminder, an offer): it stands beside the dialog's one message and
/// may be pressed days later. What its buttons do is decided from how things are now, not from what the card says.
/// </summary>
public abstract class Card
{
    /// <summary>How callback data names it; kept in messages that people have, so it does not change lightly.</summary>
    public abstract string Kind { get; }

    /// <summary>Such cards stand in groups too, where whoever is there may press.</summary>
    public virtual bool IsForGroups => false;

    /// <summary>
    /// Somebody pressed a button of such a card. Anybody can send any data: only what Core allows this person happens.
    /// </summary>
    public abstract Task<CardTurn> TapAsync(ScreenContext context, CardTap tap, CancellationToken cancellationToken);
}

/// <summary>What a tap on a card leads to.</summary>
/// <param name="View">What the card shows from now on; null leaves it as it is.</param>
/// <param name="Open">The screen to go on with: the card becomes the dialog.</param>
public sealed record CardTurn(CardView? View = null, string? Toast = null, bool IsAlert = false, Turn? Open = null);
