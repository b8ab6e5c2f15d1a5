using Telegram.Bot.Types;

namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of the Bot API.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    /// <summary>As in the URL: <c>sendMessage</c>.</summary>
    string MethodName { get; }

    /// <summary>The request is the body of an answer to a webhook.</summary>
    bool IsWebhookResponse { get; set; }

    HttpContent? ToHttpContent();
}

/// <summary>A call of the Bot API that answers with a <typeparamref name="TResponse"/>.</summary>
public interface IRequest<TResponse> : IRequest;

/// <summary>A call that is about one chat.</summary>
public interface IChatTargetable
{
    ChatId ChatId { get; }
}
