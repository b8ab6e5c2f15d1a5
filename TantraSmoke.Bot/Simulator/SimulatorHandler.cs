using System.Net;
using System.Text;
using System.Text.Json;

namespace TantraSmoke.Bot.Simulator;

/// <summary>Stands in for the network between the bot's client and Telegram.</summary>
internal sealed class SimulatorHandler(SimulatedTelegram telegram) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["file", ['b', 'o', 't', .. var fileToken], .. var rest])
        {
            return telegram.Download(fileToken, string.Join('/', rest)) is { } file
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(file.Content) }
                : Reply(new ApiReply(404, """{"ok":false,"error_code":404,"description":"Not Found"}"""));
        }

        if (path is not [['b', 'o', 't', .. var token], var method])
            return Reply(new ApiReply(404, """{"ok":false,"error_code":404,"description":"Not Found"}"""));
        try
        {
            var body = request.Content is null
                ? Stream.Null
                : await request.Content.ReadAsStreamAsync(cancellationToken);
            var contentType = request.Content?.Headers.ContentType?.ToString();
            var call = await ApiCall.ReadAsync(method, request.RequestUri.Query, contentType, body, cancellationToken);
            return Reply(await telegram.CallAsync(token, call, cancellationToken));
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            return Reply(
                new ApiReply(
                    400,
                    """{"ok":false,"error_code":400,"description":"Bad Request: can't parse the request"}"""
                )
            );
        }
    }

    private static HttpResponseMessage Reply(ApiReply reply) =>
        new((HttpStatusCode)reply.Status)
        {
            Content = new StringContent(reply.Body, Encoding.UTF8, "application/json"),
        };
}
