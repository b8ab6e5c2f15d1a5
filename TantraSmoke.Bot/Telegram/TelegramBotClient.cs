using System.Net;
using System.Text.Json;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>
/// The Bot API over HTTP. The token is part of every URL, so whatever leaves this class as an exception goes through
/// <see cref="SecretGuard"/>.
/// </summary>
public class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _http;
    private readonly SecretGuard _guard;

    public TelegramBotClient(
        TelegramBotClientOptions options, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _guard = new SecretGuard(options.Token);
        // Connections are renewed now and then, otherwise a moved server is never noticed.
        _http = httpClient ?? new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        GlobalCancelToken = cancellationToken;
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public string Token => _options.Token;
    public long BotId => _options.BotId;
    public bool LocalBotServer => _options.LocalBotServer;
    public CancellationToken GlobalCancelToken { get; }
    public IExceptionParser ExceptionsParser { get; set; } = new DefaultExceptionParser();

    public TimeSpan Timeout
    {
        get => _http.Timeout;
        set => _http.Timeout = value;
    }

    /// <summary>The clock for the waits between retries.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    public event AsyncEventHandler<ApiRequestEventArgs>? OnMakingApiRequest;
    public event AsyncEventHandler<ApiResponseEventArgs>? OnApiResponseReceived;

    public virtual async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, GlobalCancelToken);
        using var content = request.ToHttpContent();
        // Buffered: a stream could not be sent a second time, and the length is known to the server.
        if (content is not null) await content.LoadIntoBufferAsync(linked.Token);

        for (var attempt = 1; ; attempt++)
        {
            using var response = await SendOnce(request, content, linked.Token);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var answer = await Read<ApiResponse<TResponse>>(response, linked.Token);
                return answer is { Ok: true, Result: { } result }
                    ? result
                    : throw new RequestException("The Bot API's answer has no result", response.StatusCode);
            }

            var refusal = await ReadRefusal(response, linked.Token);
            if (refusal.ErrorCode != 429 || attempt >= _options.RetryCount
                || refusal.Parameters?.RetryAfter is not { } seconds || seconds > _options.RetryThreshold)
                throw ExceptionsParser.Parse(refusal);
            await Task.Delay(TimeSpan.FromSeconds(seconds), Clock, linked.Token);
        }
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken);
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == 401)
        {
            return false;
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath!, destination, cancellationToken);
    }

    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filePath);
        ArgumentNullException.ThrowIfNull(destination);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, GlobalCancelToken);
        using var response = await Guarded(
            () => _http.GetAsync($"{_options.BaseFileUrl}/{filePath}", HttpCompletionOption.ResponseHeadersRead, linked.Token),
            linked.Token);
        if (!response.IsSuccessStatusCode)
            throw ExceptionsParser.Parse(await ReadRefusal(response, linked.Token));
        await Guarded(
            async () =>
            {
                await response.Content.CopyToAsync(destination, linked.Token);
                return true;
            },
            linked.Token);
    }

    private async Task<HttpResponseMessage> SendOnce(IRequest request, HttpContent? content, CancellationToken ct)
    {
        // Not disposed: that would dispose the content, which the next attempt needs.
        var message = new HttpRequestMessage(request.HttpMethod, $"{_options.BaseRequestUrl}/{request.MethodName}")
        {
            Content = content,
        };
        var args = new ApiRequestEventArgs(request, message);
        if (OnMakingApiRequest is { } making) await making(this, args, ct);
        var response = await Guarded(() => _http.SendAsync(message, ct), ct);
        if (OnApiResponseReceived is { } received) await received(this, new ApiResponseEventArgs(response, args), ct);
        return response;
    }

    private async Task<T> Guarded<T>(Func<Task<T>> send, CancellationToken ct)
    {
        try
        {
            return await send();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException late)
        {
            throw new RequestException("The Bot API did not answer in time", _guard.Clean(late));
        }
        catch (Exception failure)
        {
            throw new RequestException($"The Bot API cannot be reached: {_guard.Clean(failure.Message)}", _guard.Clean(failure));
        }
    }

    private async Task<T> Read<T>(HttpResponseMessage response, CancellationToken ct) where T : ApiResponse
    {
        var bytes = await Guarded(() => response.Content.ReadAsByteArrayAsync(ct), ct);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, JsonBotAPI.Options) ?? throw new JsonException("The answer is null");
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new RequestException("The Bot API's answer is not understood", response.StatusCode, _guard.Clean(broken));
        }
    }

    private async Task<ApiResponse> ReadRefusal(HttpResponseMessage response, CancellationToken ct)
    {
        var refusal = await Read<ApiResponse>(response, ct);
        if (refusal.ErrorCode == 0 || refusal.Description is null)
            throw new RequestException("The Bot API's refusal has no reason", response.StatusCode);
        return new ApiResponse
        {
            ErrorCode = refusal.ErrorCode,
            Description = _guard.Clean(refusal.Description),
            Parameters = refusal.Parameters,
        };
    }
}
