namespace TantraSmoke.Bot.Cards;

/// <summary>What was drawn on cards in the last seconds, so that repeated taps cause one edit.</summary>
internal sealed class RecentCards(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan Lives = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<(long Chat, int Message), (string Face, DateTimeOffset At)> _drawn = [];

    /// <summary>Notes the view; false when the message already shows it.</summary>
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

    /// <summary>Forgets a view that could not be drawn.</summary>
    public void Forget(long chatId, int messageId)
    {
        lock (_lock)
            _drawn.Remove((chatId, messageId));
    }
}
