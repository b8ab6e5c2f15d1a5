using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// When the holds shown in chats expire. In memory only: the database ends the hold itself, and after a restart the
/// guest learns of it with the next tap.
/// </summary>
public sealed class HoldWatch
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> _holds = new();

    public void Note(long chatId, DateTimeOffset until) => _holds[chatId] = until;

    /// <summary>Removes and returns the chats whose hold has expired.</summary>
    public IReadOnlyList<long> TakeOver(DateTimeOffset now) =>
        [.. _holds.Where(hold => hold.Value <= now && _holds.TryRemove(hold)).Select(hold => hold.Key)];
}

/// <summary>Tells guests in the dialog that their hold has expired, even if they do nothing.</summary>
/// <param name="tell">Redraws the dialog of a chat.</param>
internal sealed class HoldTimer(
    HoldWatch holds,
    Func<long, CancellationToken, Task> tell,
    TimeProvider time,
    ILogger<HoldTimer> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // Not awaited: a slow chat must not delay the others.
                foreach (var chat in holds.TakeOver(time.GetUtcNow()))
                    _ = TellAsync(chat, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task TellAsync(long chat, CancellationToken cancellationToken)
    {
        try
        {
            await tell(chat, cancellationToken);
        }
        catch (Exception fault)
        {
            // Best effort: the next tap tells them as well.
            logger.LogDebug(fault, "Chat {ChatId} could not be told that its hold is over", chat);
        }
    }
}
