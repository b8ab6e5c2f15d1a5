using System.Collections.Concurrent;
using TantraSmoke.Bot.Updates;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Support;

/// <summary>A handler that does what the test says and remembers in which order.</summary>
public sealed class RecordingHandler : IUpdateHandler
{
    private int _current;

    /// <summary>What to do with an update; nothing by default.</summary>
    public Func<Update, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;

    public Func<Update, Task> Apologize { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<string> Begun { get; } = new();
    public ConcurrentQueue<string> Done { get; } = new();
    public ConcurrentQueue<string> Apologies { get; } = new();
    public ConcurrentQueue<string> AskedForPatience { get; } = new();
    public int Most { get; private set; }

    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        lock (Begun)
            Most = Math.Max(Most, ++_current);
        Begun.Enqueue(NameOf(update));
        try
        {
            await Act(update, cancellationToken);
            Done.Enqueue(NameOf(update));
        }
        finally
        {
            lock (Begun)
                _current--;
        }
    }

    public Task ApologizeAsync(Update update, CancellationToken cancellationToken)
    {
        Apologies.Enqueue(NameOf(update));
        return Apologize(update);
    }

    public Task AskForPatienceAsync(Update update, CancellationToken cancellationToken)
    {
        AskedForPatience.Enqueue(NameOf(update));
        return Task.CompletedTask;
    }

    private static string NameOf(Update update) =>
        update.Message?.Text ?? update.CallbackQuery?.Data ?? update.Type.ToString();
}
