using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// The pictures of an album arrive as separate messages; only the first and those with a caption are answered.
/// </summary>
internal sealed class Albums
{
    private const int Most = 256;
    private readonly Lock _lock = new();
    private readonly Queue<(long Chat, string Album)> _seen = new();

    /// <summary>Whether the message is another picture of an album without a caption.</summary>
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
