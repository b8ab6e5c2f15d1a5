using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// Pictures sent as one album arrive as a message each; what has no caption of its own is answered with the first.
/// </summary>
internal sealed class Albums
{
    private const int Most = 256;
    private readonly Lock _lock = new();
    private readonly Queue<(long Chat, string Album)> _seen = new();

    /// <summary>Another picture of an album that has been answered, without a caption.</summary>
    public bool IsMore(Message message)
    {
        if (message is not { Chat: { } chat, MediaGroupId: { } id })
            return false;
        var album = (chat.Id, id);
        lock (_lock)
        {
            if (_seen.Contains(album))
                return string.IsNullOrEmpty(message.Caption);
            _seen.Enqueue(album);
            if (_seen.Count > Most)
                _seen.Dequeue();
            return false;
        }
    }
}
