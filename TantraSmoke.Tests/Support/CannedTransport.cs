using System.Net;
using System.Text;
using TantraSmoke.Bot.BotApi;
using Telegram.Bot;

namespace TantraSmoke.Tests.Support;

/// <summary>The network below the bot's client: answers, or fails, as the test says.</summary>
internal sealed class CannedTransport(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Secret = "AAE-secret_part-of-the-token";

    public static ITelegramBotClient Answering(string body, int status = 200) =>
        With(_ => Task.FromResult(Answer(body, status)));

    public static ITelegramBotClient With(Func<CancellationToken, Task<HttpResponseMessage>> answer) =>
        new GuardedBotClient(
            new TelegramBotClientOptions($"123456:{Secret}", "http://127.0.0.1:8081") { RetryThreshold = 0 },
            new HttpClient(new CannedTransport(answer))
        );

    public static HttpResponseMessage Answer(string body, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => answer(cancellationToken);
}
