namespace TantraSmoke.Bot.Cards;

/// <summary>What taps have drawn on cards a moment ago: many taps on one button are one edit.</summary>
internal sealed class RecentCards(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan Lives = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<(long Chat, int Message), (string Face, DateTimeOffset At)> _drawn = [];

    /// <summary>false when the message shows exactly this; otherwise it is noted.</summary>
    public bool IsNew(long chatId, int messageId, CardView view)
    {
        var now = time.GetUtcNow();
        var rows = view
            .Rows.SelectMany(row => row)
            .Select(b => new CardTap(view.Kind, b.Action, view.Id, view.Stamp).ToData());
        var face = string.Join('\n', rows.Prepend(view.Html));
        lock (_lock)
        {
            if (_drawn.TryGetValue((chatId, messageId), out var last) && last.Face == face && now - last.At < Lives)
                return false;
            if (_drawn.Count >= Most)
                _drawn.Clear();
            _drawn[(chatId, messageId)] = (face, now);
            return true;
        }
    }

    /// <summary>It could not be drawn.</summary>
    public void Forget(long chatId, int messageId)
    {
        lock (_lock)
            _drawn.Remove((chatId, messageId));
    }
}
