using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Does what an update asks for. Updates of one chat come one after the other, chats in parallel. An update may come a
/// second time after a restart (the handler remembers what it has handled), never twice within a run.
/// </summary>
public interface IUpdateHandler
{
    /// <summary>
    /// Returns when the update is safely handled: from then on Telegram forgets it. An exception counts as handled too,
    /// after the apology. The token is cancelled when the update takes too long or the process stops at last.
    /// </summary>
    Task HandleAsync(Update update, CancellationToken cancellationToken);

    /// <summary>Tells the guest kindly that it did not work, after <see cref="HandleAsync"/> failed.</summary>
    Task ApologizeAsync(Update update, CancellationToken cancellationToken);

    /// <summary>
    /// Tells who sends faster than they can be answered that this and what follows is not read for a while.
    /// </summary>
    Task AskForPatienceAsync(Update update, CancellationToken cancellationToken);
}
