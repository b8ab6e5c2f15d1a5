using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Handles updates: in order within a chat, chats in parallel. After a restart an update may be delivered again; the
/// handler recognizes it.
/// </summary>
public interface IUpdateHandler
{
    /// <summary>
    /// Returns when the update is handled and Telegram may forget it. An exception counts as handled after the apology.
    /// The token is canceled when the update takes too long or the process stops.
    /// </summary>
    Task HandleAsync(Update update, CancellationToken cancellationToken);

    /// <summary>Apologizes to the guest after <see cref="HandleAsync"/> failed.</summary>
    Task ApologizeAsync(Update update, CancellationToken cancellationToken);

    /// <summary>Tells a flooding chat that it is ignored for a while.</summary>
    Task AskForPatienceAsync(Update update, CancellationToken cancellationToken);
}
