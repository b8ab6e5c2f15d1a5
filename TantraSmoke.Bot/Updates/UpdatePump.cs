using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Replicas;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Fetches updates by long polling, or takes them from the webhook, and hands them to the handler.
/// <para>
/// Nothing is confirmed before it is safe: the offset stays at the lowest update that is not finished
/// (<see cref="UpdateLedger"/>), and one that takes longer than a second goes to the database
/// (<see cref="PendingUpdates"/>), so that it holds nobody up. Where updates are not kept there, the offset waits for
/// the handler: a poll then answers at once with what is known already, so the pump polls again when everything is
/// finished or after a short pause, which doubles from 50 to 400 ms as long as nothing new comes.
/// </para>
/// </summary>
/// <param name="pending">Null where a restart forgets the chats as well, as the simulator does.</param>
/// <param name="leader">Null where no other process could poll as the same bot.</param>
public sealed class UpdatePump(
    ITelegramBotClient bot,
    IUpdateHandler handler,
    TimeProvider time,
    ILogger<UpdatePump> log,
    PendingUpdates? pending = null,
    UpdatePumpOptions? options = null,
    ReplicaLeader? leader = null
) : BackgroundService
{
    private static readonly UpdateType[] Wanted =
    [
        UpdateType.Message,
        UpdateType.CallbackQuery,
        UpdateType.MyChatMember,
    ];
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>How long Telegram holds a poll open; it allows 50 s at most.</summary>
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(50);

    /// <summary>The limit of Telegram.</summary>
    private const int MostUpdates = 100;

    /// <summary>Then the handler is canceled and the guest gets an apology.</summary>
    private static readonly TimeSpan HandlerTimeout = TimeSpan.FromSeconds(60);

    /// <summary>An update that takes longer goes to the database.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts to reach Telegram.</summary>
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(60);

    private readonly UpdatePumpOptions _options = options ?? new();
    private readonly UpdateLedger _ledger = new();
    private readonly ChatLanes _lanes = new((options ?? new()).Parallelism, time);
    private readonly ConcurrentDictionary<int, JsonElement> _underWay = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly Outage _outage = new();
    private int _failures;

    /// <summary>Whether updates come to this process, as to every process with a webhook.</summary>
    private bool IsServing => _options.Webhook is not null || leader is null or { IsLeader: true };

    /// <summary>The current fault; null when all is well.</summary>
    public TelegramFault? Trouble { get; private set; }

    public override void Dispose()
    {
        _abort.Dispose();
        _lanes.Dispose();
        base.Dispose();
    }

    /// <summary>
    /// Receives an update by webhook. Returns when it is handled or stored; false when it must be delivered again.
    /// </summary>
    internal async Task<bool> ReceiveAsync(JsonElement raw)
    {
        if (Read(raw) is not { } update)
            return true;
        if (!_ledger.TryBegin(update.Id, time.GetTimestamp()))
            return !_ledger.IsUnfinished(update.Id);
        var handled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stopping = _abort.Token.Register(() => handled.TrySetResult(false));
        Begin(update, raw, whenHandled: () => handled.TrySetResult(!_abort.IsCancellationRequested));
        try
        {
            return await handled.Task.WaitAsync(Held, time);
        }
        catch (TimeoutException)
        {
            await KeepAsync([update.Id]);
            return !_ledger.IsUnfinished(update.Id) || await handled.Task;
        }
    }

    /// <summary>Null, logged, for an update the package cannot read.</summary>
    private Update? Read(JsonElement raw)
    {
        try
        {
            return raw.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (Exception unreadable)
        {
            var id =
                raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty("update_id", out var number)
                    ? number.ToString()
                    : "without a number";
            log.LogError(
                "Update {UpdateId} of Telegram cannot be read and is left out: {Reason}",
                id,
                unreadable.Message
            );
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tending = pending is null ? Task.CompletedTask : TendAsync(pending, stoppingToken);
        try
        {
            if (_options.Webhook is { } webhook)
            {
                await TryAsync(
                    () =>
                        bot.SetWebhook(
                            webhook.Url.ToString(),
                            allowedUpdates: Wanted,
                            secretToken: webhook.Secret,
                            cancellationToken: stoppingToken
                        ),
                    stoppingToken
                );
                await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
            }

            await (leader?.RunAsync(PollAsync, stoppingToken) ?? PollAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }

        await FinishAsync();
        await tending;
    }

    private async Task PollAsync(CancellationToken ct)
    {
        // Polling is refused while a webhook is set, perhaps by an earlier installation.
        if (!await TryAsync(() => bot.DeleteWebhook(dropPendingUpdates: false, ct), ct))
            return;
        var pause = ShortestPause;
        while (true)
        {
            var offset = _ledger.Offset;
            (int Id, JsonElement Raw)[] updates = [];
            var polled = await TryAsync(
                async () => updates = await FetchAsync(offset, MostUpdates, PollTimeout, ct),
                ct
            );
            if (!polled)
                return;

            if (updates.Length > 0)
                _ledger.NoticeRestart(offset, updates.Min(update => update.Id));
            var isNews = false;
            foreach (var (id, raw) in updates.Where(update => _ledger.TryBegin(update.Id, time.GetTimestamp())))
            {
                isNews = true;
                if (Read(raw) is { } update)
                    Begin(update, raw);
                else
                    _ledger.Finish(id);
            }

            if (!_ledger.IsHeld)
                continue;
            pause = isNews ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            await Task.WhenAny(_ledger.WhenAllFinished, Task.Delay(pause, time, ct));
            ct.ThrowIfCancellationRequested();
            // A full page hides later updates.
            var patience = updates.Length < MostUpdates ? Held : TimeSpan.Zero;
            await KeepAsync(
                _ledger.HeldSince(time.GetTimestamp() - (long)(patience.TotalSeconds * time.TimestampFrequency))
            );
        }
    }

    /// <summary>Queues the update in its chat. A flooding chat is told once, then ignored for a while.</summary>
    private void Begin(Update update, JsonElement raw, bool isKnown = false, Action? whenHandled = null)
    {
        _underWay[update.Id] = raw;
        var admission = _lanes.Add(ChatOf(update), HandleThenTellAsync, isKnown);
        if (admission == Admission.Queued)
            return;
        _underWay.TryRemove(update.Id, out _);
        _ledger.Finish(update.Id);
        whenHandled?.Invoke();
        if (admission == Admission.Ignored)
            return;
        log.LogWarning(
            "Chat {ChatId} sends faster than it can be answered and is ignored for {Silence}",
            ChatOf(update),
            ChatLanes.Silence
        );
        _ = SayAsync(update, handler.AskForPatienceAsync);

        async Task HandleThenTellAsync()
        {
            await HandleAsync(update);
            whenHandled?.Invoke();
        }
    }

    /// <summary>Stores updates, so that Telegram may forget them. If that fails, they hold the offset.</summary>
    private async Task KeepAsync(IReadOnlyList<int> ids)
    {
        List<(int Id, string Json)> slow = [];
        foreach (var id in ids)
        {
            if (_underWay.TryGetValue(id, out var raw))
                slow.Add((id, raw.GetRawText()));
        }

        if (pending is null || slow.Count == 0)
            return;
        await TendingAsync(async ct =>
        {
            await pending.KeepAsync(slow, ct);
            await pending.ForgetAsync([.. slow.Select(update => update.Id).Where(id => !_ledger.Keep(id))], ct);
        });
    }

    /// <summary>Renews the lease on stored updates and takes over those of a dead process.</summary>
    private async Task TendAsync(PendingUpdates pending, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await TendingAsync(async abort =>
            {
                await pending.RenewAsync(_ledger.Kept, abort);
                foreach (var (id, json) in IsServing ? await pending.TakeOverAsync(abort) : [])
                {
                    var raw = JsonElement.Parse(json);
                    var isNew = _ledger.TryBeginKept(id);
                    if (isNew && Read(raw) is { } update)
                    {
                        Begin(update, raw, isKnown: true);
                        continue;
                    }

                    // Unreadable, or handled without being recorded. Running ones stay.
                    if (isNew ? _ledger.Finish(id) : !_ledger.Kept.Contains(id))
                        await pending.ForgetAsync([id], abort);
                }
            });
            await Task.Delay(PendingUpdates.Renewal, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Database work that is retried later.</summary>
    private async Task TendingAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_abort.Token);
            _outage.End();
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !_abort.IsCancellationRequested)
        {
            log.Log(_outage.Level(LogLevel.Warning), fault, "Slow updates cannot be kept in the database");
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private async Task<(int Id, JsonElement Raw)[]> FetchAsync(
        int? offset,
        int limit,
        TimeSpan timeout,
        CancellationToken ct
    )
    {
        var request = new RawUpdatesRequest
        {
            Offset = offset,
            Limit = limit,
            Timeout = (int)timeout.TotalSeconds,
            AllowedUpdates = Wanted,
        };
        var isBroken = false;
        List<(int, JsonElement)> updates = [];
        foreach (var raw in await bot.SendRequest(request, ct))
        {
            if (
                raw.ValueKind == JsonValueKind.Object
                && raw.TryGetProperty("update_id", out var id)
                && id.ValueKind == JsonValueKind.Number
                && id.TryGetInt32(out var number)
            )
                updates.Add((number, raw));
            else
                isBroken = true;
        }

        // Those that have a number take the others along when they are confirmed.
        return isBroken && updates.Count == 0
            ? throw new InvalidDataException("the updates have no numbers")
            : [.. updates];
    }

    private async Task HandleAsync(Update update)
    {
        using var late = new CancellationTokenSource(HandlerTimeout, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _abort.Token);
        try
        {
            // A little longer than its token, in case it ignores it.
            await handler.HandleAsync(update, over.Token).WaitAsync(HandlerTimeout + LastWords, time, _abort.Token);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            // Unfinished: delivered again after the restart.
            return;
        }
        catch (Exception failure)
        {
            log.LogError(
                failure,
                "Update {UpdateId} of chat {ChatId} ({Kind}) failed",
                update.Id,
                ChatOf(update),
                update.Type
            );
            await SayAsync(update, handler.ApologizeAsync);
        }

        _underWay.TryRemove(update.Id, out _);
        if (_ledger.Finish(update.Id) && pending is not null)
            await TendingAsync(abort => pending.ForgetAsync([update.Id], abort));
    }

    /// <summary>Best effort: a failed message must not stop the pump.</summary>
    private async Task SayAsync(Update update, Func<Update, CancellationToken, Task> say)
    {
        using var late = new CancellationTokenSource(LastWords, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _abort.Token);
        try
        {
            await say(update, over.Token).WaitAsync(LastWords, time, over.Token);
        }
        catch (Exception failure)
        {
            log.LogWarning(
                "Chat {ChatId} could not be told what went wrong: {Reason}",
                ChatOf(update),
                failure.Message
            );
        }
    }

    /// <summary>Waits for the handlers under way, and tells Telegram what they have finished.</summary>
    private async Task FinishAsync()
    {
        var underWay = _lanes.CloseAsync();
        if (await Task.WhenAny(underWay, Task.Delay(_options.StopGrace, time)) != underWay)
            log.LogWarning(
                "Some chats' updates are not finished after {Grace}; they will be handled after the restart",
                _options.StopGrace
            );

        // In both cases: a webhook's request whose update will not begin any more waits for this.
        await _abort.CancelAsync();
        await underWay;
        if (pending is not null && _ledger.Kept is { Count: > 0 } left)
            await TendingAsync(_ => pending.ReleaseAsync(left, CancellationToken.None));

        if (Trouble is not null || _options.Webhook is not null || !IsServing || _ledger.Offset is not { } offset)
            return;
        try
        {
            using var late = new CancellationTokenSource(LastWords, time);
            await FetchAsync(offset, 1, TimeSpan.Zero, late.Token);
        }
        catch (Exception failure)
        {
            log.LogDebug("The last updates were not confirmed and will come again: {Reason}", failure.Message);
        }
    }

    /// <summary>Repeats the call until it succeeds; false when it never can.</summary>
    private async Task<bool> TryAsync(Func<Task> call, CancellationToken ct)
    {
        var attempt = call;
        while (true)
        {
            try
            {
                await attempt();
                if (Trouble is not null)
                    log.LogInformation("Telegram answers again");
                (Trouble, _failures) = (null, 0);
                return true;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception failure)
            {
                var fault = TelegramFault.From(failure);
                var delay = BackOff(fault);
                Explain(fault, delay);
                Trouble = fault;
                if (fault.Kind == TelegramFaultKind.Unauthorized)
                    return false;
                await Task.Delay(delay, time, ct);
                var isWebhook =
                    fault.Kind == TelegramFaultKind.Conflict
                    && fault.Message.Contains("webhook is active", StringComparison.Ordinal);
                attempt = isWebhook ? WithoutWebhook : call;
            }
        }

        async Task WithoutWebhook()
        {
            await bot.DeleteWebhook(dropPendingUpdates: false, ct);
            await call();
        }
    }

    /// <summary>
    /// Doubles from a second on; random within its upper half, so that several bots do not come back at once.
    /// </summary>
    private TimeSpan BackOff(TelegramFault fault)
    {
        var longest = Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, Math.Min(_failures++, 16)));
        if (fault is { Kind: TelegramFaultKind.RateLimited, RetryAfter: { } asked })
            return asked;
        return TimeSpan.FromSeconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    /// <summary>Logs when trouble begins or changes its kind; repetitions at debug level only.</summary>
    private void Explain(TelegramFault fault, TimeSpan delay)
    {
        var seconds = delay.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        if (Trouble?.Kind == fault.Kind)
        {
            log.LogDebug("Still no updates: {Reason}; next attempt in {Seconds} s", fault.Message, seconds);
            return;
        }

        switch (fault.Kind)
        {
            case TelegramFaultKind.Unauthorized:
                log.LogCritical(
                    "Telegram does not accept BOT_TOKEN, so the bot is off until the next start with the token from "
                        + "@BotFather; everything else goes on ({Reason})",
                    fault.Message
                );
                break;
            case TelegramFaultKind.Conflict:
                log.LogError(
                    "Somebody else fetches this bot's updates: stop the other process that runs with the same "
                        + "BOT_TOKEN, or remove its webhook; trying again in {Seconds} s ({Reason})",
                    seconds,
                    fault.Message
                );
                break;
            default:
                log.LogWarning(
                    "No updates from Telegram ({Kind}: {Reason}); trying again in {Seconds} s",
                    fault.Kind,
                    fault.Message,
                    seconds
                );
                break;
        }
    }

    /// <summary>Null-safe throughout: a broken update must not stop the pump.</summary>
    private static long ChatOf(Update update) =>
        update.Message?.Chat?.Id
        ?? update.CallbackQuery?.Message?.Chat?.Id
        ?? update.CallbackQuery?.From?.Id
        ?? update.MyChatMember?.Chat?.Id
        ?? 0;
}
