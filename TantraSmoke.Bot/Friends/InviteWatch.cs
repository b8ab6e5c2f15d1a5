using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Bot.Friends;

/// <summary>
/// Which chats show a party's link, so that the number of those who come can count along. In memory: the next tap shows
/// it as well.
/// </summary>
public sealed class InviteWatch
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<Guid, long> _chats = new();

    /// <summary>A party has one host, and they one chat.</summary>
    public void Note(Guid bookingId, long chatId)
    {
        if (_chats.Count >= Most)
            _chats.Clear();
        _chats[bookingId] = chatId;
    }

    /// <summary>The chat that shows this booking's link; null when none is known to.</summary>
    public long? ChatOf(string bookingId) =>
        Guid.TryParse(bookingId, out var id) && _chats.TryGetValue(id, out var chat) ? chat : null;
}

/// <summary>Draws the host's dialog anew when a friend has answered.</summary>
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
                    // Not awaited: a chat that is slow must not hold up the others.
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
            // A courtesy: their next tap shows it as well.
            logger.LogDebug(fault, "Chat {ChatId} could not be shown who comes", chat);
        }
    }
}
