namespace Telegram.Bot;

/// <summary>Keeps the token out of messages and exceptions, whoever put it there.</summary>
internal sealed class SecretGuard(string token)
{
    private readonly string _secret = token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public string Clean(string text) =>
        _secret.Length == 0 ? text : text
            .Replace(token, "<token>", StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(token), "<token>", StringComparison.OrdinalIgnoreCase)
            .Replace(_secret, "<token>", StringComparison.Ordinal);

    /// <summary>The exception itself, or, when it mentions the token anywhere, one of the same kind that does not.</summary>
    public Exception Clean(Exception exception)
    {
        var text = exception.ToString();
        if (Clean(text) == text) return exception;
        var message = Clean(exception.Message);
        return exception switch
        {
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, null, http.StatusCode),
            OperationCanceledException => new TaskCanceledException(message, new TimeoutException()),
            TimeoutException => new TimeoutException(message),
            IOException => new IOException(message),
            _ => new HttpRequestException(message),
        };
    }
}
