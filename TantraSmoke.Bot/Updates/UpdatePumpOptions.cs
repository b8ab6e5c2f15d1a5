namespace TantraSmoke.Bot.Updates;

/// <summary>How updates are fetched and handled.</summary>
public sealed record UpdatePumpOptions
{
    /// <summary>Telegram brings the updates; null: they are fetched by long polling.</summary>
    public TelegramWebhook? Webhook { get; init; }

    /// <summary>How many chats are served at once.</summary>
    public int Parallelism { get; init; } = 32;

    /// <summary>How long Telegram holds a poll open; it allows 50 s at most.</summary>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>After this a handler is cancelled and its guest gets an apology, so that the others' updates go on coming.</summary>
    public TimeSpan HandlerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stop waits for the handlers under way before it cancels them.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait between two attempts to reach Telegram.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(60);
}
