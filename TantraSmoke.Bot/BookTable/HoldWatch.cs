using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Remembers until when guests were told that a table is held for them. In memory: the hold itself ends in the
/// database, and after a restart a guest is told so when they tap.
/// </summary>
public sealed class HoldWatch
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> _holds = new();

    public void Note(long chatId, DateTimeOffset until) => _holds[chatId] = until;

    /// <summary>Chats whose time is over; each is returned once.</summary>
    public IReadOnlyList<long> TakeOver(DateTimeOffset now) =>
        [.. _holds.Where(hold => hold.Value <= now && _holds.TryRemove(hold)).Select(hold => hold.Key)];
}

/// <summary>
/// Tells guests who fell silent while confirming that the table is no longer kept, in the dialog itself.
/// </summary>
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
                // Not awaited: a chat that is slow must not hold up the others.
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
            // A courtesy: their next tap tells them as well.
            logger.LogDebug(fault, "Chat {ChatId} could not be told that its hold is over", chat);
        }
    }
}
