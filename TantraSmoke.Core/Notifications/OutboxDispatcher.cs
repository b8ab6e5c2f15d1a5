using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// Sends what the outbox holds: takes due rows under a lease that two replicas never share, keeps Telegram's pace (30/s overall,
/// 1/s per chat), honours retry-after, backs off, gives up after a day visibly in the row. At least once: a crash between
/// sending and noting it repeats that one message.
/// </summary>
public sealed class OutboxDispatcher(
    VenueStore store, VenueFeed feed, IGuestMessenger messenger, TalkService talk, SendPace pace, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int Batch = 20;
    private const int MostAttempts = 30;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many rows were tried.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Looked at before writing: an idle venue must not write to its database every two seconds.
        if (!await store.ReadAsync(
            db => db.Outbox.AnyAsync(m => m.SentAt == null && m.FailedAt == null && m.DueAt <= now && (m.LockedUntil == null || m.LockedUntil <= now), cancellationToken),
            cancellationToken))
            return 0;

        List<OutboxMessage> taken = [];
        await store.ChangeAsync(Actor.System.Instance, async db => taken = await db.TakeDueMessagesAsync(now, now + Lease, Batch, cancellationToken), cancellationToken);
        await Task.WhenAll(taken.GroupBy(m => m.ChatId).Select(async chat =>
        {
            var inOrder = chat.OrderBy(m => m.Id).ToList();
            for (var next = 0; next < inOrder.Count; next++)
            {
                if (await SendOneAsync(inOrder[next], cancellationToken))
                    continue;
                await GiveBackAsync([.. inOrder.Skip(next + 1).Select(m => m.Id)]);
                break;
            }
        }));
        return taken.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe();
        using var wake = new SemaphoreSlim(0, 1);
        var listening = ListenAsync(subscription, wake, stoppingToken);
        var outage = new Outage();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var tried = await DispatchAsync(stoppingToken);
                outage.End();
                if (tried < Batch)
                    await wake.WaitAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                logger.Log(outage.Level(LogLevel.Error), fault, "The outbox could not be read; messages wait");
                await Task.Delay(Idle, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await listening;
    }

    private async Task ListenAsync(VenueFeed.Subscription subscription, SemaphoreSlim wake, CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in subscription.ReadAllAsync(time, stoppingToken))
            {
                if (wake.CurrentCount == 0)
                    wake.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    /// <returns>false when later messages to the same chat have to wait for this one.</returns>
    private async Task<bool> SendOneAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        SendOutcome outcome;
        try
        {
            if (!(message.UselessAt <= time.GetUtcNow()))
            {
                await pace.WaitAsync(message.ChatId, cancellationToken);
                outcome = await messenger.SendAsync(message, cancellationToken);
            }
            else
            {
                outcome = SendOutcome.NotNeeded;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(fault, "Outbox message {Id} could not be prepared", message.Id);
            outcome = new SendOutcome(SendResult.TryAgain, null, fault.Message);
        }

        var now = time.GetUtcNow();
        var sent = outcome.Result == SendResult.Sent;
        var gaveUp = outcome.Result is SendResult.Unreachable or SendResult.Impossible or SendResult.NotNeeded || (!sent && message.Attempts >= MostAttempts);
        var dueAt = sent || gaveUp ? message.DueAt : now + (outcome.RetryAfter ?? BackOff(message.Attempts));
        if (gaveUp && outcome.Result != SendResult.NotNeeded)
            logger.LogWarning("Outbox message {Id} is given up: {Error}", message.Id, outcome.Error ?? outcome.Result.ToString());
        // What was sent has to be noted even while stopping, or it would be sent again.
        await store.ChangeAsync(Actor.System.Instance, async db =>
        {
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                m => m.SetProperty(x => x.SentAt, sent ? now : null)
                    .SetProperty(x => x.FailedAt, gaveUp ? now : null)
                    .SetProperty(x => x.LastError, sent ? null : outcome.Error ?? outcome.Result.ToString())
                    .SetProperty(x => x.DueAt, dueAt)
                    .SetProperty(x => x.MessageId, outcome.MessageId)
                    .SetProperty(x => x.LockedUntil, (DateTimeOffset?)null),
                CancellationToken.None);
            if (message is { Kind: OutboxKind.StaffCard, BookingId: { } about } && outcome.MessageId is { } shown)
                await NotePostedAsync(db, about, message.ChatId, shown);
            if (outcome.Result == SendResult.Unreachable && message.ForGuest)
                await MarkUnreachableAsync(db, message.ChatId);
            if (message.TalkId is not null && (sent || gaveUp))
                await talk.NoteSentAsync(db, message, gaveUp);
        }, CancellationToken.None);
        return sent || gaveUp;
    }

    /// <summary>They were not tried: they go right after the one they wait for.</summary>
    private async Task GiveBackAsync(List<long> ids)
    {
        if (ids.Count == 0)
            return;
        await store.ChangeAsync(
            Actor.System.Instance,
            db => db.Outbox.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
                m => m.SetProperty(x => x.LockedUntil, (DateTimeOffset?)null).SetProperty(x => x.Attempts, x => x.Attempts - 1)),
            CancellationToken.None);
    }

    private static async Task NotePostedAsync(VenueDb db, Guid bookingId, long chatId, int messageId)
    {
        if (await db.PostedCards.Where(c => c.BookingId == bookingId && c.ChatId == chatId).ExecuteUpdateAsync(c => c.SetProperty(x => x.MessageId, messageId)) > 0)
            return;
        db.PostedCards.Add(new PostedCard(bookingId, chatId, messageId));
        await db.SaveChangesAsync();
    }

    private static async Task MarkUnreachableAsync(VenueDb db, long chatId)
    {
        if (await db.Guests.SingleOrDefaultAsync(g => g.TelegramId == chatId) is not { } guest)
            return;
        guest.Unreachable();
        await db.SaveChangesAsync();
    }

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(attempts, 12))));
}
