using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Bot.Friends;

/// <summary>
/// The chats that show an invitation, so that the count can be updated. In memory only: the next tap shows it as well.
/// </summary>
public sealed class InviteWatch
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<Guid, long> _chats = new();

    /// <summary>Each booking has one host with one chat.</summary>
    public void Note(Guid bookingId, long chatId)
    {
        if (_chats.Count >= Most)
            _chats.Clear();
        _chats[bookingId] = chatId;
    }

    /// <summary>Null when no chat is known to show it.</summary>
    public long? ChatOf(string bookingId) =>
        Guid.TryParse(bookingId, out var id) && _chats.TryGetValue(id, out var chat) ? chat : null;
}

/// <summary>Redraws the host's dialog when a friend has answered.</summary>
/// <param name="redraw">Draws the dialog of that chat anew if it still shows that booking's link.</param>
internal sealed class InviteTimer(
    InviteWatch watch,
    VenueFeed feed,
    Func<long, string, CancellationToken, Task> redraw,
    TimeProvider time,
    ILogger<InviteTimer> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe();
        try
        {
            await foreach (var changes in subscription.ReadAllAsync(time, stoppingToken))
            {
                foreach (var booking in changes.Where(c => c.Kind == ChangeKind.Booking).Select(c => c.Id).Distinct())
                {
                    // Not awaited: a slow chat must not delay the others.
                    if (watch.ChatOf(booking) is { } chat)
                        _ = TryAsync(chat, booking, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task TryAsync(long chat, string booking, CancellationToken cancellationToken)
    {
        try
        {
            await redraw(chat, booking, cancellationToken);
        }
        catch (Exception fault)
        {
            // Best effort: the next tap shows it as well.
            logger.LogDebug(fault, "Chat {ChatId} could not be shown who comes", chat);
        }
    }
}
