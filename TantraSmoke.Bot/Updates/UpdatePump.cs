using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Fetches updates by long polling and hands them to the handler.
/// <para>
/// Nothing is confirmed before it is handled: the offset stays at the lowest unfinished update (<see cref="UpdateLedger"/>).
/// While one is unfinished, a poll answers at once with what is known already. So that a slow chat neither holds up the
/// others nor makes the pump spin, it polls again when everything is finished or after a short pause, which doubles from
/// 50 to 400 ms as long as nothing new comes. Only when 100 updates wait behind an unfinished one does nothing new get
/// through, at most until the handler's time is over.
/// </para>
/// </summary>
public sealed class UpdatePump(
    ITelegramBotClient bot, IUpdateHandler handler, TimeProvider time, ILogger<UpdatePump> log, UpdatePumpOptions? options = null)
    : BackgroundService
{
    private static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>How long Telegram holds a poll open; it allows 50 s at most.</summary>
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(50);

    /// <summary>After this a handler is cancelled and its guest gets an apology, so that the others' updates go on coming.</summary>
    private static readonly TimeSpan HandlerTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait between two attempts to reach Telegram.</summary>
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(60);

    private readonly UpdatePumpOptions _options = options ?? new();
    private readonly UpdateLedger _ledger = new();
    private readonly ChatLanes _lanes = new((options ?? new()).Parallelism);
    private readonly CancellationTokenSource _abort = new();
    private int _failures;

    /// <summary>What keeps updates from coming; null when all is well.</summary>
    public TelegramFault? Trouble { get; private set; }

    public override void Dispose()
    {
        _abort.Dispose();
        _lanes.Dispose();
        base.Dispose();
    }

    /// <summary>An update that came by webhook; returns when it is handled, false when it has to come again (the process stops).</summary>
    public async Task<bool> ReceiveAsync(Update update)
    {
        if (!_ledger.TryBegin(update.Id)) return !_ledger.IsUnfinished(update.Id);
        var handled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stopping = _abort.Token.Register(() => handled.TrySetResult(false));
        _lanes.Add(ChatOf(update), async () =>
        {
            await HandleAsync(update);
            handled.TrySetResult(!_abort.IsCancellationRequested);
        });
        return await handled.Task;
    }

    /// <summary>Null, and a line in the log, for what this version of the package cannot read.</summary>
    internal Update? Read(JsonElement raw)
    {
        try
        {
            return raw.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (Exception unreadable)
        {
            log.LogError(unreadable, "An update of Telegram cannot be read and is left out");
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (_options.Webhook is { } webhook)
            {
                await TryAsync(() => bot.SetWebhook(webhook.Url.ToString(), allowedUpdates: Wanted, secretToken: webhook.Secret, cancellationToken: stoppingToken), stoppingToken);
                await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
            }

            // Polling is refused while a webhook is set, perhaps by an earlier installation.
            if (await TryAsync(() => bot.DeleteWebhook(dropPendingUpdates: false, stoppingToken), stoppingToken))
                await PollAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }

        await FinishAsync();
    }

    private async Task PollAsync(CancellationToken ct)
    {
        var pause = ShortestPause;
        while (true)
        {
            var offset = _ledger.Offset;
            (int Id, JsonElement Raw)[] updates = [];
            var polled = await TryAsync(async () => updates = await FetchAsync(offset, 100, PollTimeout, ct), ct);
            if (!polled) return;

            if (updates.Length > 0) _ledger.NoticeRestart(offset, updates.Min(update => update.Id));
            var isNews = false;
            foreach (var (id, raw) in updates.Where(update => _ledger.TryBegin(update.Id)))
            {
                isNews = true;
                if (Read(raw) is { } update) _lanes.Add(ChatOf(update), () => HandleAsync(update));
                else _ledger.Finish(id);
            }

            if (!_ledger.HasUnfinished) continue;
            pause = isNews ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            await Task.WhenAny(_ledger.WhenAllFinished, Task.Delay(pause, time, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    private async Task<(int Id, JsonElement Raw)[]> FetchAsync(
        int? offset, int limit, TimeSpan timeout, CancellationToken ct)
    {
        var request = new RawUpdatesRequest
        {
            Offset = offset,
            Limit = limit,
            Timeout = (int)timeout.TotalSeconds,
            AllowedUpdates = Wanted,
        };
        return [.. (await bot.SendRequest(request, ct)).Select(raw => (raw.GetProperty("update_id").GetInt32(), raw))];
    }

    private async Task HandleAsync(Update update)
    {
        using var late = new CancellationTokenSource(HandlerTimeout, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _abort.Token);
        try
        {
            // Given a little longer than its token, in case it does not listen to it.
            await handler.HandleAsync(update, over.Token).WaitAsync(HandlerTimeout + LastWords, time, _abort.Token);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            // Unfinished: Telegram delivers it again after the restart.
            return;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Update {UpdateId} of chat {ChatId} ({Kind}) failed", update.Id, ChatOf(update), update.Type);
            await ApologizeAsync(update);
        }

        _ledger.Finish(update.Id);
    }

    private async Task ApologizeAsync(Update update)
    {
        using var late = new CancellationTokenSource(LastWords, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _abort.Token);
        try
        {
            await handler.ApologizeAsync(update, over.Token).WaitAsync(LastWords, time, over.Token);
        }
        catch (Exception failure)
        {
            log.LogWarning("Chat {ChatId} could not even get an apology: {Reason}", ChatOf(update), failure.Message);
        }
    }

    /// <summary>Waits for the handlers under way, and tells Telegram what they have finished.</summary>
    private async Task FinishAsync()
    {
        var underWay = _lanes.CloseAsync();
        if (await Task.WhenAny(underWay, Task.Delay(_options.StopGrace, time)) != underWay)
            log.LogWarning("Some chats' updates are not finished after {Grace}; they will be handled after the restart", _options.StopGrace);

        // In both cases: a webhook's request whose update will not begin any more waits for this.
        await _abort.CancelAsync();
        await underWay;

        if (Trouble is not null || _options.Webhook is not null || _ledger.Offset is not { } offset) return;
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

    /// <summary>Repeats the call until it succeeds; false when that is hopeless.</summary>
    private async Task<bool> TryAsync(Func<Task> call, CancellationToken ct)
    {
        var attempt = call;
        while (true)
        {
            try
            {
                await attempt();
                if (Trouble is not null) log.LogInformation("Telegram answers again");
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
                if (fault.Kind == TelegramFaultKind.Unauthorized) return false;
                await Task.Delay(delay, time, ct);
                var isWebhook = fault.Kind == TelegramFaultKind.Conflict && fault.Message.Contains("webhook is active", StringComparison.Ordinal);
                attempt = isWebhook ? WithoutWebhook : call;
            }
        }

        async Task WithoutWebhook()
        {
            await bot.DeleteWebhook(dropPendingUpdates: false, ct);
            await call();
        }
    }

    /// <summary>Doubles from a second on; random within its upper half, so that several bots do not come back at once.</summary>
    private TimeSpan BackOff(TelegramFault fault)
    {
        var longest = Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, Math.Min(_failures++, 16)));
        if (fault is { Kind: TelegramFaultKind.RateLimited, RetryAfter: { } asked }) return asked;
        return TimeSpan.FromSeconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    /// <summary>One line when trouble begins or changes its kind; its repetitions are for debugging only.</summary>
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
                log.LogCritical("Telegram does not accept BOT_TOKEN, so the bot is off until the next start with the token from "
                    + "@BotFather; everything else goes on ({Reason})", fault.Message);
                break;
            case TelegramFaultKind.Conflict:
                log.LogError("Somebody else fetches this bot's updates: stop the other process that runs with the same BOT_TOKEN, or "
                    + "remove its webhook; trying again in {Seconds} s ({Reason})", seconds, fault.Message);
                break;
            default:
                log.LogWarning("No updates from Telegram ({Kind}: {Reason}); trying again in {Seconds} s", fault.Kind, fault.Message, seconds);
                break;
        }
    }

    /// <summary>Asks even for what is always there: a broken update must not stop the pump.</summary>
    private static long ChatOf(Update update) =>
        update.Message?.Chat?.Id
        ?? update.CallbackQuery?.Message?.Chat?.Id
        ?? update.CallbackQuery?.From?.Id
        ?? update.MyChatMember?.Chat?.Id
        ?? 0;
}
