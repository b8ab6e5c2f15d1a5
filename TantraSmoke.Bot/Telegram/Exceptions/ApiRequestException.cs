using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>The Bot API refused; the message is its own description.</summary>
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message) : base(message)
    {
    }

    public ApiRequestException(string message, int errorCode) : base(message) => ErrorCode = errorCode;

    public ApiRequestException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public ApiRequestException(string message, int errorCode, Exception innerException)
        : base(message, innerException) => ErrorCode = errorCode;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters) : this(message, errorCode) =>
        Parameters = parameters;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters, Exception innerException)
        : this(message, errorCode, innerException) => Parameters = parameters;

    /// <summary>The API's code, which follows HTTP: 400, 401, 403, 404, 409, 429, 5xx.</summary>
    public virtual int ErrorCode { get; }

    /// <summary>How long to wait, or where the chat has moved to.</summary>
    public ResponseParameters? Parameters { get; }
}
