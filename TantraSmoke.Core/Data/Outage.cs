using Microsoft.Extensions.Logging;

namespace TantraSmoke.Core.Data;

/// <summary>
/// How loud to be about work that is tried again and again: an hour without database must not fill the log.
/// </summary>
public sealed class Outage
{
    private bool _isKnown;

    /// <summary>
    /// The level at which to log one more failure: <paramref name="news"/> for the first, Debug until
    /// <see cref="End"/>.
    /// </summary>
    public LogLevel Level(LogLevel news)
    {
        if (_isKnown)
            return LogLevel.Debug;
        _isKnown = true;
        return news;
    }

    /// <summary>It works again: the next failure is news.</summary>
    public void End() => _isKnown = false;
}
