namespace TantraSmoke.Web.Features.Alerts;

/// <summary>
/// Reads news out to those who hear the page: at most one sentence every few seconds, several changes as one sentence.
/// Called from the page's own thread only, the timer's calls included.
/// </summary>
/// <param name="say">Shows a sentence to screen readers; empty when it has been there long enough.</param>
/// <param name="sum">One sentence for several: how many, and at which tables.</param>
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
