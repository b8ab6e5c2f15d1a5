using System.Net;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace TantraSmoke.Tests.Bot.Telegram;

/// <summary>Refusals and failures become typed, and the token stays secret in all of them.</summary>
public sealed class ErrorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, TelegramFaultKind> Refusals => new()
    {
        { 400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same", TelegramFaultKind.NotModified },
        { 400, "Bad Request: message to edit not found", TelegramFaultKind.EditTargetGone },
        { 400, "Bad Request: message can't be edited", TelegramFaultKind.EditTargetGone },
        { 400, "Bad Request: there is no text in the message to edit", TelegramFaultKind.EditTargetGone },
        { 400, "Bad Request: query is too old and response timeout expired or query ID is invalid", TelegramFaultKind.QueryTooOld },
        { 400, "Bad Request: chat not found", TelegramFaultKind.Other },
        { 401, "Unauthorized", TelegramFaultKind.Unauthorized },
        { 404, "Not Found", TelegramFaultKind.Unauthorized },
        { 404, "Not Found: method not found", TelegramFaultKind.Other },
        { 403, "Forbidden: bot was blocked by the user", TelegramFaultKind.Blocked },
        { 403, "Forbidden: user is deactivated", TelegramFaultKind.Blocked },
        { 403, "Forbidden: bot was kicked from the supergroup chat", TelegramFaultKind.Blocked },
        { 403, "Forbidden: not enough rights", TelegramFaultKind.Other },
        { 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", TelegramFaultKind.Conflict },
        { 500, "Internal Server Error", TelegramFaultKind.ServerError },
        { 502, "Bad Gateway", TelegramFaultKind.ServerError },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task Refusal_OfTheApi_IsTyped(int code, string description, TelegramFaultKind kind)
    {
        var wire = new WireRecorder().Answer($$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"}""", code);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => wire.Client().SendMessage(1, "t", cancellationToken: Ct));

        Assert.Equal((code, description), (refused.ErrorCode, refused.Message));
        var fault = TelegramFault.From(refused);
        Assert.Equal((kind, (int?)code), (fault.Kind, fault.ErrorCode));
        Assert.Equal(kind == TelegramFaultKind.ServerError, fault.IsTransient);
    }

    [Fact]
    public async Task TooManyRequests_WithAShortWait_AreRepeatedByTheClient()
    {
        var clock = new ManualTime();
        var wire = new WireRecorder().Answer(Fault.TooManyRequests(3).Body, 429).Answer(Fault.TooManyRequests(2).Body, 429).Answer(User);

        var call = wire.Client(clock: clock).GetMe(Ct);
        await clock.AdvanceUntil(() => wire.Calls.Count == 2, TimeSpan.FromSeconds(1), Ct);
        Assert.Equal(TimeSpan.FromSeconds(3), clock.Elapsed);
        await clock.AdvanceUntil(() => call.IsCompleted, TimeSpan.FromSeconds(1), Ct);

        Assert.Equal(7, (await call).Id);
        Assert.Equal(TimeSpan.FromSeconds(5), clock.Elapsed);
    }

    [Theory]
    [InlineData(61, 3, 1)]
    [InlineData(0, 2, 2)]
    public async Task TooManyRequests_BeyondPatience_TellHowLongToWait(int retryAfter, int count, int calls)
    {
        var wire = new WireRecorder();
        for (var i = 0; i < 5; i++) wire.Answer(Fault.TooManyRequests(retryAfter).Body, 429);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => wire.Client(options => options.RetryCount = count).GetMe(Ct));

        Assert.Equal(retryAfter, refused.Parameters!.RetryAfter);
        Assert.Equal(calls, wire.Calls.Count);
        var fault = TelegramFault.From(refused);
        Assert.Equal((TelegramFaultKind.RateLimited, TimeSpan.FromSeconds(retryAfter)), (fault.Kind, fault.RetryAfter));
    }

    [Fact]
    public async Task TooManyRequests_WithAnUpload_SendTheBytesAgain()
    {
        var message = """{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}""";
        var wire = new WireRecorder().Answer(Fault.TooManyRequests(0).Body, 429).Answer(message);

        await wire.Client().SendPhoto(1, new MemoryStream([1, 2, 3]), cancellationToken: Ct);

        Assert.Equal([1, 2, 3], wire.Calls[1].Files.Single().Value.Content);
    }

    [Fact]
    public async Task MovedChat_IsTold()
    {
        var wire = new WireRecorder().Answer(
            """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}""", 400);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => wire.Client().SendMessage(-5, "t", cancellationToken: Ct));

        Assert.Equal((TelegramFaultKind.ChatMigrated, -1001234567890), (TelegramFault.From(refused).Kind, TelegramFault.From(refused).NewChatId));
    }

    [Theory]
    [InlineData("{\"ok\":true,\"result\":{\"id\":", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("<html>hello</html>", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("null", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("{\"ok\":true}", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("{\"ok\":true,\"result\":[1]}", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("{}", 400, TelegramFaultKind.BrokenReply)]
    [InlineData("<html>502 Bad Gateway</html>", 502, TelegramFaultKind.ServerError)]
    [InlineData("slow down", 429, TelegramFaultKind.RateLimited)]
    public async Task Answer_ThatIsBroken_IsTyped(string body, int status, TelegramFaultKind kind)
    {
        var wire = new WireRecorder().Answer(body, status);

        var failed = await Assert.ThrowsAsync<RequestException>(() => wire.Client().GetMe(Ct));

        Assert.Equal((HttpStatusCode)status, failed.HttpStatusCode);
        Assert.Equal((kind, true), (TelegramFault.From(failed).Kind, TelegramFault.From(failed).IsTransient));
    }

    [Fact]
    public async Task Answer_ThatDoesNotCome_IsATimeout()
    {
        var wire = new WireRecorder().Fail(async ct =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException();
        });
        var client = wire.Client();
        client.Timeout = TimeSpan.FromMilliseconds(50);

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.GetMe(Ct));

        Assert.Null(failed.HttpStatusCode);
        Assert.Equal(TelegramFaultKind.Timeout, TelegramFault.From(failed).Kind);
    }

    [Fact]
    public async Task Cancellation_ByTheCaller_IsNoFault()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var wire = new WireRecorder().Fail(async ct =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The client did not pass the token on");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.Client().GetMe(stop.Token));
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnreachable()
    {
        var client = new TelegramBotClient(new TelegramBotClientOptions(WireRecorder.Token, $"http://127.0.0.1:{FreePort.Next()}"));

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.GetMe(Ct));

        Assert.Equal(TelegramFaultKind.Unreachable, TelegramFault.From(failed).Kind);
        AssertSecret(failed);
    }

    public static TheoryData<string, TelegramFaultKind> Leaks => new()
    {
        { "http", TelegramFaultKind.Unreachable },
        { "timeout", TelegramFaultKind.Timeout },
        { "io", TelegramFaultKind.Unreachable },
        { "other", TelegramFaultKind.Unreachable },
        { "description", TelegramFaultKind.Other },
        { "body", TelegramFaultKind.BrokenReply },
        { "download", TelegramFaultKind.Unreachable },
    };

    [Theory, MemberData(nameof(Leaks))]
    public async Task Token_InWhateverFails_StaysSecret(string how, TelegramFaultKind kind)
    {
        var url = $"http://127.0.0.1:8081/bot{WireRecorder.Token}/getMe";
        Task<HttpResponseMessage> Throw(Exception exception) => Task.FromException<HttpResponseMessage>(exception);
        var wire = how switch
        {
            "http" => new WireRecorder().Fail(_ => Throw(new HttpRequestException($"GET {url}", new IOException(url)))),
            "timeout" => new WireRecorder().Fail(_ => Throw(new TaskCanceledException($"GET {url}", new TimeoutException(url)))),
            "io" => new WireRecorder().Fail(_ => Throw(new IOException(url))),
            "other" => new WireRecorder().Fail(_ => Throw(new InvalidOperationException(Uri.EscapeDataString(url)))),
            "description" => new WireRecorder().Answer($$"""{"ok":false,"error_code":404,"description":"Not Found: {{url}}"}""", 404),
            "body" => new WireRecorder().Answer($"<html>{url}</html>"),
            _ => new WireRecorder().Fail(_ => Throw(new HttpRequestException(url))),
        };

        var failed = await Assert.ThrowsAnyAsync<RequestException>(() =>
            how == "download" ? wire.Client().DownloadFile("a/b", Stream.Null, Ct) : wire.Client().GetMe(Ct));

        AssertSecret(failed);
        Assert.Equal(kind, TelegramFault.From(failed).Kind);
    }

    [Theory]
    [InlineData("nonsense-secret")]
    [InlineData(":nonsense-secret")]
    [InlineData("12a:nonsense-secret")]
    public void Token_ThatIsNone_IsRefusedWithoutRepeatingIt(string token)
    {
        var refused = Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions(token));

        Assert.DoesNotContain("nonsense-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, "https://api.telegram.org/bot1:a", "https://api.telegram.org/file/bot1:a")]
    [InlineData("http://localhost:8081/x?y", true, "http://localhost:8081/bot1:a/test", "http://localhost:8081/file/bot1:a/test")]
    public void Options_WithABaseUrl_LeadThere(string? baseUrl, bool test, string requests, string files)
    {
        var options = new TelegramBotClientOptions("1:a", baseUrl, test);

        Assert.Equal((requests, files, 1L, baseUrl is not null), (options.BaseRequestUrl, options.BaseFileUrl, options.BotId, options.LocalBotServer));
        Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions("1:a", "ftp://x"));
    }

    private const string User = """{"ok":true,"result":{"id":7,"is_bot":true,"first_name":"Bot"}}""";

    private static void AssertSecret(Exception exception)
    {
        Assert.DoesNotContain(WireRecorder.Token.Split(':')[1], exception.ToString(), StringComparison.Ordinal);
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            Assert.DoesNotContain(WireRecorder.Token.Split(':')[1], cause.Message, StringComparison.Ordinal);
    }
}
