using System.Security.Authentication;
using TantraSmoke.Bot.BotApi;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace TantraSmoke.Tests.Unit.Updates;

/// <summary>The token stays secret in whatever fails, and callers still see what kind of failure it was.</summary>
public sealed class GuardedBotClientTests
{
    private const string Url = $"http://127.0.0.1:8081/bot123456:{CannedTransport.Secret}/getMe";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, TelegramFaultKind> Failures =>
        new()
        {
            { "http", TelegramFaultKind.Unreachable },
            { "tls", TelegramFaultKind.Unreachable },
            { "io", TelegramFaultKind.Unreachable },
            { "other", TelegramFaultKind.Unreachable },
            { "timeout", TelegramFaultKind.Timeout },
            { "refusal", TelegramFaultKind.Other },
            { "429", TelegramFaultKind.RateLimited },
            { "body", TelegramFaultKind.BrokenReply },
            { "charset", TelegramFaultKind.ServerError },
        };

    [Theory, MemberData(nameof(Failures))]
    public async Task SendRequest_FailureThatMentionsTheToken_IsThrownWithoutIt(string how, TelegramFaultKind kind)
    {
        static Task<HttpResponseMessage> Throw(Exception exception) =>
            Task.FromException<HttpResponseMessage>(exception);
        var answer = how switch
        {
            "http" => Throw(new HttpRequestException($"GET {Url}", new IOException(Url))),
            "tls" => Throw(new HttpRequestException("No TLS", new AuthenticationException(Url))),
            "io" => Throw(new IOException(Url)),
            "other" => Throw(new InvalidOperationException(Uri.EscapeDataString(Url))),
            "timeout" => Throw(new TaskCanceledException($"GET {Url}", new TimeoutException(Url))),
            "refusal" => Task.FromResult(CannedTransport.Answer(Fault.Refusal(404, $"Not Found: {Url}").Body, 404)),
            "429" => Task.FromResult(
                CannedTransport.Answer(
                    $$$"""{"ok":false,"error_code":429,"description":"{{{Url}}}","parameters":{"retry_after":7}}""",
                    429
                )
            ),
            // The reader says at which property the answer breaks off.
            "body" => Task.FromResult(CannedTransport.Answer($$$"""{"ok":true,"result":{"{{{Url}}}":[}}""")),
            _ => Task.FromResult(CannedTransport.Answer("{}", 502)),
        };
        if (how == "charset")
            (await answer).Content.Headers.ContentType!.CharSet = $"\"{CannedTransport.Secret}\"";

        var failed = await Assert.ThrowsAnyAsync<RequestException>(() => CannedTransport.With(_ => answer).GetMe(Ct));

        for (Exception? cause = failed; cause is not null; cause = cause.InnerException)
            Assert.DoesNotContain(CannedTransport.Secret, cause.Message + cause, StringComparison.Ordinal);
        var fault = TelegramFault.From(failed);
        Assert.Equal((kind, how == "429" ? TimeSpan.FromSeconds(7) : null), (fault.Kind, fault.RetryAfter));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendRequest_CanceledByTheCaller_IsNoFault(bool isAnswered)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var bot = CannedTransport.With(async ct =>
        {
            await stop.CancelAsync();
            if (!isAnswered)
                ct.ThrowIfCancellationRequested();
            return CannedTransport.Answer("""{"ok":true,"result":{"id":7,"is_bot":true,"first_name":"Bot"}}""");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.GetMe(stop.Token));
    }
}
