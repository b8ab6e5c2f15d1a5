using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Core.Sending;

/// <summary>
/// Sends the outbox: one message per chat at a time, chats in parallel, at Telegram's limits (30/s overall, 1/s per
/// chat, 20 a minute per group), so that a slow chat does not delay others. Honours retry-after, backs off and gives up
/// after a day. Rows being sent are leased to a process, which renews the lease. Delivery is at least once: a crash
/// between sending and recording repeats one message.
/// </summary>
public sealed class OutboxDispatcher(
    VenueStore store,
    VenueFeed feed,
    IGuestMessenger messenger,
    TalkService talk,
    StaffChats chats,
    RateLimiter pace,
    TimeProvider time,
    ILogger<OutboxDispatcher> logger
) : BackgroundService
{
    /// <summary>Time after which an unrenewed lease expires.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private const int MostChatsAtOnce = 200;
    private const int MostAttempts = 30;
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan NotingPause = TimeSpan.FromSeconds(1);

    /// <summary>Time left for a request in progress on shutdown.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(3);

    private readonly Dictionary<long, (long Id, Task Sending)> _underWay = [];
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _sending = new();
    private readonly Outage _noting = new();
    private long _renewed = time.GetTimestamp();

    /// <summary>Sends everything that is due.</summary>
    /// <returns>Number of rows attempted.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        while (true)
        {
            tried += await BeginDueAsync(cancellationToken);
            var sending = UnderWay().Select(row => row.Sending).ToList();
            if (sending.Count == 0)
                return tried;
            await Task.WhenAny(sending).WaitAsync(cancellationToken);
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        _sending.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe();
        var listening = ListenAsync(subscription, stoppingToken);
        var outage = new Outage();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeginDueAsync(stoppingToken);
                outage.End();
                await _wake.WaitAsync(Idle, stoppingToken);
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

        _sending.CancelAfter(StopGrace);
        await Task.WhenAll(UnderWay().Select(row => row.Sending));
        await listening;
    }

    /// <summary>Leases the first due message of every idle chat and starts sending.</summary>
    /// <returns>Number of messages leased.</returns>
    private async Task<int> BeginDueAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken);
        var now = time.GetUtcNow();
        long[] busy;
        lock (_underWay)
            busy = [.. _underWay.Keys];
        // Checked before writing, so that an idle venue does not write every two seconds.
        if (
            busy.Length >= MostChatsAtOnce
            || !await store.ReadAsync(
                db =>
                    db.Outbox.Where(OutboxMessage.IsDue(now))
                        .AnyAsync(m => !busy.Contains(m.ChatId), cancellationToken),
                cancellationToken
            )
        )
            return 0;

        List<OutboxMessage> taken = [];
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
                taken = await db.TakeDueMessagesAsync(
                    now,
                    now + Lease,
                    MostChatsAtOnce - busy.Length,
                    busy,
                    cancellationToken
                ),
            cancellationToken
        );
        foreach (var message in taken)
        {
            lock (_underWay)
                _underWay[message.ChatId] = (message.Id, RunAsync(message, cancellationToken));
        }

        return taken.Count;
    }

    /// <summary>Renews the leases of messages that wait for a rate limit or for Telegram.</summary>
    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_renewed) < Renewal)
            return;
        _renewed = time.GetTimestamp();
        var ids = UnderWay().Select(row => row.Id).ToList();
        if (ids.Count == 0)
            return;
        var until = time.GetUtcNow() + Lease;
        await store.ChangeAsync(
            Actor.System.Instance,
            db =>
                db.Outbox.Where(m => ids.Contains(m.Id) && m.SentAt == null && m.LockedUntil != null)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.LockedUntil, until), cancellationToken),
            cancellationToken
        );
    }

    private async Task RunAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            await SendOneAsync(message, cancellationToken);
        }
        catch (OperationCanceledException)
            when (cancellationToken.IsCancellationRequested || _sending.IsCancellationRequested)
        {
            // Shutdown. Whether the request arrived is unknown: the next process sends it again.
        }
        finally
        {
            lock (_underWay)
                _underWay.Remove(message.ChatId);
            Wake();
        }
    }

    private List<(long Id, Task Sending)> UnderWay()
    {
        lock (_underWay)
            return [.. _underWay.Values];
    }

    private void Wake()
    {
        lock (_underWay)
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }

    private async Task ListenAsync(VenueFeed.Subscription subscription, CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in subscription.ReadAllAsync(time, stoppingToken))
                Wake();
        }
        catch (OperationCanceledException)
        {
            // Shutdown.
        }
    }

    private async Task SendOneAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await pace.WaitAsync(message.ChatId, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await GiveBackAsync(message.Id);
            throw;
        }

        SendOutcome outcome;
        try
        {
            outcome =
                message.UselessAt <= time.GetUtcNow()
                    ? SendOutcome.NotNeeded
                    : await messenger.SendAsync(message, _sending.Token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !_sending.IsCancellationRequested)
        {
            logger.LogError(fault, "Outbox message {Id} could not be prepared", message.Id);
            outcome = new SendOutcome(SendResult.TryAgain, null, fault.Message);
        }

        if (outcome.Result is SendResult.Unreachable or SendResult.Impossible || IsLastTry(message, outcome))
            logger.LogWarning(
                "Outbox message {Id} is given up: {Error}",
                message.Id,
                outcome.Error ?? outcome.Result.ToString()
            );
        while (!await TryNoteAsync(message, outcome))
            await Task.Delay(NotingPause, time, cancellationToken);
    }

    /// <summary>
    /// Records the result, even during shutdown and after a database outage, because the message would be sent again
    /// otherwise.
    /// </summary>
    private async Task<bool> TryNoteAsync(OutboxMessage message, SendOutcome outcome)
    {
        try
        {
            await NoteAsync(message, outcome);
            _noting.End();
            return true;
        }
        catch (Exception fault)
        {
            logger.Log(
                _noting.Level(LogLevel.Error),
                fault,
                "What became of outbox message {Id} cannot be noted yet",
                message.Id
            );
            return false;
        }
    }

    private async Task NoteAsync(OutboxMessage message, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        var sent = outcome.Result == SendResult.Sent;
        var gaveUp =
            outcome.Result is SendResult.Unreachable or SendResult.Impossible or SendResult.NotNeeded
            || IsLastTry(message, outcome);
        var wait =
            outcome.Result == SendResult.ChatClosed
                ? StaffChats.Pause
                : outcome.RetryAfter ?? BackOff(message.Attempts);
        var dueAt = sent || gaveUp ? message.DueAt : now + wait;
        var chatId = outcome.ChatId ?? message.ChatId;
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                if (outcome.Trouble is { } trouble)
                    await chats.NoteAsync(db, chatId, trouble, CancellationToken.None);
                else if (sent && chatId < 0)
                    await chats.NoteAsync(db, chatId, null, CancellationToken.None);
                await db
                    .Outbox.Where(m => m.Id == message.Id)
                    .ExecuteUpdateAsync(
                        m =>
                            m.SetProperty(x => x.SentAt, sent ? now : null)
                                .SetProperty(x => x.FailedAt, gaveUp ? now : null)
                                .SetProperty(x => x.LastError, sent ? null : outcome.Error ?? outcome.Result.ToString())
                                .SetProperty(x => x.DueAt, dueAt)
                                .SetProperty(x => x.MessageId, x => outcome.MessageId ?? x.MessageId)
                                .SetProperty(
                                    x => x.Attempts,
                                    x => outcome.Result == SendResult.ChatClosed ? x.Attempts - 1 : x.Attempts
                                )
                                .SetProperty(x => x.LockedUntil, (DateTimeOffset?)null),
                        CancellationToken.None
                    );
                if (message is { Kind: OutboxKind.StaffCard, BookingId: { } about } && outcome.MessageId is { } shown)
                    await NotePostedAsync(db, about, chatId, shown);
                if (outcome.Result == SendResult.Unreachable && message.ForGuest)
                    await MarkUnreachableAsync(db, message.ChatId);
                if (message.TalkId is not null && (sent || gaveUp))
                    await talk.NoteSentAsync(
                        db,
                        message,
                        !gaveUp ? null
                            : outcome.Error?.StartsWith("Forbidden", StringComparison.Ordinal) == true
                                ? TalkFailure.Blocked
                            : TalkFailure.Other
                    );
            },
            CancellationToken.None
        );
    }

    /// <summary>Releases the lease of a message that was not attempted.</summary>
    private Task GiveBackAsync(long id) =>
        store.ChangeAsync(
            Actor.System.Instance,
            db =>
                db.Outbox.Where(m => m.Id == id)
                    .ExecuteUpdateAsync(m =>
                        m.SetProperty(x => x.LockedUntil, (DateTimeOffset?)null)
                            .SetProperty(x => x.Attempts, x => x.Attempts - 1)
                    ),
            CancellationToken.None
        );

    private static async Task NotePostedAsync(VenueDb db, Guid bookingId, long chatId, int messageId)
    {
        if (
            await db
                .PostedCards.Where(c => c.BookingId == bookingId && c.ChatId == chatId)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.MessageId, messageId)) > 0
        )
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

    private static bool IsLastTry(OutboxMessage message, SendOutcome outcome) =>
        outcome.Result == SendResult.TryAgain && message.Attempts >= MostAttempts;

    private static TimeSpan BackOff(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(attempts, 12))));
}
