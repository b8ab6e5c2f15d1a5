namespace TantraSmoke.Bot.Dialogs;

/// <summary>A lock per chat: timers and other people must not interrupt a step of its guest.</summary>
internal sealed class ChatTurns
{
    private readonly Dictionary<long, Turn> _turns = [];

    /// <summary>Waits for the lock of a chat; disposing the result releases it.</summary>
    public async Task<IDisposable> TakeAsync(long chatId, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (_turns)
        {
            if (!_turns.TryGetValue(chatId, out turn!))
                _turns[chatId] = turn = new Turn(this, chatId);
            turn.Users++;
        }

        try
        {
            await turn.Place.WaitAsync(cancellationToken);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Users == 0)
                _turns.Remove(turn.ChatId);
        }
    }

    private sealed class Turn(ChatTurns all, long chatId) : IDisposable
    {
        public long ChatId => chatId;
        public SemaphoreSlim Place { get; } = new(1, 1);
        public int Users { get; set; }

        public void Dispose()
        {
            Place.Release();
            all.Leave(this);
        }
    }
}
