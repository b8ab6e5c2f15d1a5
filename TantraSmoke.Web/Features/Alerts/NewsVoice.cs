namespace TantraSmoke.Web.Features.Alerts;

/// <summary>
/// Announces changes to screen readers: at most one sentence every few seconds, with several changes summed up. Must be
/// called on the renderer's dispatcher, including the timer's calls.
/// </summary>
/// <param name="say">Shows a sentence to screen readers; called with an empty text to clear it.</param>
/// <param name="sum">A sentence that sums up several changes: count and tables.</param>
public sealed class NewsVoice(
    TimeProvider time,
    Func<Action, Task> onPage,
    Action<string> say,
    Func<int, IReadOnlyList<int>, string> sum
) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly List<(string Sentence, IReadOnlyList<int> TableIds)> _waiting = [];
    private ITimer? _timer;

    public void Tell(IReadOnlyCollection<(string Sentence, IReadOnlyList<int> TableIds)> news)
    {
        _waiting.AddRange(news);
        if (_timer is null)
            Next();
    }

    public void Dispose() => _timer?.Dispose();

    private void Next()
    {
        _timer?.Dispose();
        _timer = null;
        say(
            _waiting switch
            {
                [] => "",
                [var only] => only.Sentence,
                _ => sum(_waiting.Count, [.. _waiting.SelectMany(one => one.TableIds).Distinct()]),
            }
        );
        if (_waiting.Count == 0)
            return;
        _waiting.Clear();
        _timer = time.CreateTimer(_ => _ = onPage(Next), null, Pause, Timeout.InfiniteTimeSpan);
    }
}
