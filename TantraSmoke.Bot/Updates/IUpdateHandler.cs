using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Updates;

/// <summary>What happens with an update. The pump calls it for one update of a chat at a time.</summary>
public interface IUpdateHandler
{
    /// <summary>Handles the update; it may come again after a crash, so handling it twice must do no harm.</summary>
    Task HandleAsync(Update update, CancellationToken cancellationToken);

    /// <summary>Tells the guest kindly that handling failed.</summary>
    Task ApologizeAsync(Update update, CancellationToken cancellationToken);
}
