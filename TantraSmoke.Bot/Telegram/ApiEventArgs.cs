using Telegram.Bot.Requests.Abstractions;

namespace Telegram.Bot.Args;

/// <summary>A request about to be sent.</summary>
public class ApiRequestEventArgs(IRequest request, HttpRequestMessage? httpRequestMessage = null) : EventArgs
{
    public IRequest Request { get; } = request;
    public HttpRequestMessage? HttpRequestMessage { get; } = httpRequestMessage;
}

/// <summary>A response as it came, not parsed yet.</summary>
public class ApiResponseEventArgs(HttpResponseMessage responseMessage, ApiRequestEventArgs apiRequestEventArgs)
{
    public HttpResponseMessage ResponseMessage { get; } = responseMessage;
    public ApiRequestEventArgs ApiRequestEventArgs { get; } = apiRequestEventArgs;
}
