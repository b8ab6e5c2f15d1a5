using Microsoft.Extensions.Logging;

namespace TantraSmoke.Core.Data;

/// <summary>Reduces the log level of repeated failures, so that a long database outage does not fill the log.</summary>
public sealed class Outage
{
    private bool _isKnown;

    /// <summary>Log level of a failure: <paramref name="news"/> for the first, Debug until <see cref="End"/>.</summary>
    public LogLevel Level(LogLevel news)
    {
        if (_isKnown)
            return LogLevel.Debug;
        _isKnown = true;
        return news;
    }

    /// <summary>Marks the work as succeeding again.</summary>
    public void End() => _isKnown = false;
}
