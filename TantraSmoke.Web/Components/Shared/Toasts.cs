namespace TantraSmoke.Web.Components.Shared;

/// <summary>Short messages at the edge of one open page; some carry an "undo".</summary>
public sealed class Toasts
{
    private const int MostAtOnce = 3;
    private readonly List<Toast> _shown = [];
    private long _lastId;

    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => _shown;

    public void Say(string text, ToastAction? action = null) => Add(new Toast(++_lastId, text, IsRefusal: false, action));

    /// <summary>Says why something did not happen; shown as long as a message with a button.</summary>
    public void Refuse(string text) => Add(new Toast(++_lastId, text, IsRefusal: true, null));

    public void Close(long id)
    {
        if (_shown.RemoveAll(toast => toast.Id == id) > 0)
            Changed?.Invoke();
    }

    private void Add(Toast toast)
    {
        // News of others do not push aside the way back from what was done here.
        if (_shown.Count == MostAtOnce)
            _shown.RemoveAt(Math.Max(0, _shown.FindIndex(shown => shown.Action is null)));
        _shown.Add(toast);
        Changed?.Invoke();
    }
}

public sealed record Toast(long Id, string Text, bool IsRefusal, ToastAction? Action);

/// <summary>What a toast's button says and does.</summary>
public sealed record ToastAction(string Label, Func<Task> Run);
