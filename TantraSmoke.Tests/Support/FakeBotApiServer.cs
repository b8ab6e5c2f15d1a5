using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;

namespace TantraSmoke.Tests.Support;

/// <summary>What happens to a call instead of an answer.</summary>
public sealed record Fault(int Status, string Body, bool Hangs = false, bool IsCarriedOut = false)
{
    /// <summary>Does what it is asked and never says so.</summary>
    public static Fault Silence { get; } = new(0, "", Hangs: true, IsCarriedOut: true);

    /// <summary>Never answers; ends when the caller gives up or the server stops.</summary>
    public static Fault Hang { get; } = new(0, "", Hangs: true);

    public static Fault Garbage { get; } = new(200, "<html>not the Bot API</html>");

    public static Fault ServerError { get; } = Refusal(500, "Internal Server Error");

    public static Fault Unauthorized { get; } = Refusal(401, "Unauthorized");

    public static Fault Conflict { get; } =
        Refusal(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        );

    public static Fault TooManyRequests(int retryAfter) =>
        new(
            429,
            JsonSerializer.Serialize(
                new
                {
                    ok = false,
                    error_code = 429,
                    description = $"Too Many Requests: retry after {retryAfter}",
                    parameters = new { retry_after = retryAfter },
                }
            )
        );

    public static Fault Refusal(int status, string description) =>
        new(
            status,
            JsonSerializer.Serialize(
                new
                {
                    ok = false,
                    error_code = status,
                    description,
                }
            )
        );
}

/// <summary>A request that reached the server.</summary>
/// <param name="Number">0 for the first.</param>
public sealed record LoggedCall(int Number, string Token, ApiCall Call, IReadOnlyList<string> Violations);

/// <summary>
/// The simulated Telegram behind real HTTP, for tests in which a whole process or real connections matter: point
/// TELEGRAM_API_URL at <see cref="Url"/> and BOT_TOKEN at <see cref="Token"/>, and act as a person on
/// <see cref="Telegram"/>.
/// </summary>
public sealed class FakeBotApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<LoggedCall> _calls = new();
    private readonly Lock _lock = new();
    private readonly List<(string Method, Fault Fault)> _faults = [];
    private readonly CancellationTokenSource _stopping = new();

    private FakeBotApiServer(WebApplication app, TimeProvider time)
    {
        _app = app;
        Telegram = new SimulatedTelegram(time, Token);
    }

    /// <summary>The token that the server accepts.</summary>
    public string Token { get; } = "1000000001:AAF-fake-server-token-35-characters";

    /// <summary>http://127.0.0.1:port</summary>
    public string Url => _app.Urls.Single();

    public SimulatedTelegram Telegram { get; }

    /// <summary>Every request so far, in the order in which they arrived.</summary>
    public IReadOnlyList<LoggedCall> Calls => [.. _calls];

    public static async Task<FakeBotApiServer> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeBotApiServer(app, time ?? TimeProvider.System);
        app.Map("/file/{bot}/{**path}", server.DownloadAsync);
        app.Map("/{bot}/{method}", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>A client of this server; retries of "too many requests" can be switched off with 0.</summary>
    public ITelegramBotClient CreateClient(int retryThreshold = 60) =>
        new GuardedBotClient(new TelegramBotClientOptions(Token, Url) { RetryThreshold = retryThreshold });

    /// <summary>The next calls fail, of one method or ("*") of any, one after the other.</summary>
    public void FailNext(string method, params IEnumerable<Fault> faults)
    {
        lock (_lock)
            _faults.AddRange(faults.Select(fault => (method, fault)));
    }

    /// <summary>How often a method was called.</summary>
    public int Count(string method) => _calls.Count(call => call.Call.Method == method);

    /// <summary>
    /// Every request so far was one that the Bot API takes: known method and parameters, none missing, types fit.
    /// </summary>
    public void AssertAllRequestsMatchFacts()
    {
        Assert.NotEmpty(_calls);
        Assert.Empty(_calls.SelectMany(call => call.Violations).Distinct());
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext http, string bot, string method)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _stopping.Token);
        try
        {
            var call = await ApiCall.ReadAsync(
                method,
                http.Request.QueryString.Value,
                http.Request.ContentType,
                http.Request.Body,
                over.Token
            );
            var token = bot.StartsWith("bot", StringComparison.Ordinal) ? bot["bot".Length..] : "";
            var fault = Log(token, call);
            if (fault?.IsCarriedOut == true)
                await Telegram.CallAsync(token, call, over.Token);
            if (fault?.Hangs == true)
                await Task.Delay(Timeout.Infinite, over.Token);
            var reply = fault is null
                ? await Telegram.CallAsync(token, call, over.Token)
                : new ApiReply(fault.Status, fault.Body);
            http.Response.StatusCode = reply.Status;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(reply.Body, over.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private async Task DownloadAsync(HttpContext http, string bot, string path)
    {
        if (Telegram.Download(bot["bot".Length..], path) is { } file)
            await http.Response.Body.WriteAsync(file.Content, _stopping.Token);
        else
            http.Response.StatusCode = 404;
    }

    private Fault? Log(string token, ApiCall call)
    {
        lock (_lock)
        {
            _calls.Enqueue(new LoggedCall(_calls.Count, token, call, FactsCheck.Violations(call)));
            var at = _faults.FindIndex(fault => fault.Method == "*" || fault.Method == call.Method);
            if (at < 0)
                return null;
            var fault = _faults[at].Fault;
            _faults.RemoveAt(at);
            return fault;
        }
    }
}
