using System.Net;
using System.Text;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;

namespace TantraSmoke.Tests.Bot.Telegram;

/// <summary>The other end of the wire: keeps what the client sent and answers what it is told to.</summary>
internal sealed class WireRecorder : HttpMessageHandler
{
    public const string Token = "123456:AAE-secret_part-of-the-token";

    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<ApiCall> Calls { get; } = [];
    public List<string> Bodies { get; } = [];
    public List<Uri> Urls { get; } = [];

    public TelegramBotClient Client(Action<TelegramBotClientOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = new TelegramBotClientOptions(Token, "http://127.0.0.1:8081/ignored?x=1");
        configure?.Invoke(options);
        return new TelegramBotClient(options, new HttpClient(this)) { Clock = clock ?? TimeProvider.System };
    }

    public WireRecorder Answer(string json, int status = 200)
    {
        _answers.Enqueue(_ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        }));
        return this;
    }

    public WireRecorder Fail(Func<CancellationToken, Task<HttpResponseMessage>> failure)
    {
        _answers.Enqueue(failure);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        Urls.Add(url);
        var bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Bodies.Add(Encoding.UTF8.GetString(bytes));
        Calls.Add(await ApiCall.ReadAsync(
            url.Segments[^1], url.Query, request.Content?.Headers.ContentType?.ToString(), new MemoryStream(bytes), cancellationToken));
        return await _answers.Dequeue()(cancellationToken);
    }
}
