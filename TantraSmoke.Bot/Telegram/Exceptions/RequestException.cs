using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>
/// The Bot API could not be asked: not reached or too late (<see cref="HttpStatusCode"/> is null), or its answer makes no sense.
/// </summary>
public class RequestException : Exception
{
    public RequestException(string message) : base(message)
    {
    }

    public RequestException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode) : base(message) => HttpStatusCode = httpStatusCode;

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>The status of the answer, when there was one.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}
