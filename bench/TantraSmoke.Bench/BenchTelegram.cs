using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Simulator;

namespace TantraSmoke.Bench;

/// <summary>The simulated Telegram behind real HTTP.</summary>
internal sealed class BenchTelegram : IAsyncDisposable
{
    public const string Token = "1000000001:AAF-bench-server-token-35-character";

    private readonly ConcurrentDictionary<long, (TimeSpan Pause, Stopwatch Last)> _paced = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;

    private BenchTelegram(WebApplication app) => _app = app;

    public SimulatedTelegram Telegram { get; } = new(TimeProvider.System, Token);

    public string Url => _app.Urls.Single();

    public static async Task<BenchTelegram> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new BenchTelegram(builder.Build());
        api._app.Map("/{bot}/{method}", api.AnswerAsync);
        await api._app.StartAsync();
        return api;
    }

    /// <summary>From now on this chat takes one call in that time and refuses those between.</summary>
    public void Pace(long chat, TimeSpan pause) => _paced[chat] = (pause, new Stopwatch());

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
            var wait =
                call.Method is "sendMessage" or "deleteMessage" or "editMessageText"
                && call.Number("chat_id") is { } chat
                    ? WaitOf(chat)
                    : 0;
            var reply =
                wait > 0
                    ? new ApiReply(
                        429,
                        $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after """
                            + $$$"""{{{wait}}}","parameters":{"retry_after":{{{wait}}}}}"""
                    )
                    : await Telegram.CallAsync(bot["bot".Length..], call, over.Token);
            http.Response.StatusCode = reply.Status;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(reply.Body, over.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    /// <summary>Seconds; 0 when the call may pass.</summary>
    private int WaitOf(long chat)
    {
        if (!_paced.TryGetValue(chat, out var pace))
            return 0;
        lock (pace.Last)
        {
            if (pace.Last.IsRunning && pace.Last.Elapsed < pace.Pause)
                return (int)Math.Ceiling((pace.Pause - pace.Last.Elapsed).TotalSeconds);
            pace.Last.Restart();
            return 0;
        }
    }
}
