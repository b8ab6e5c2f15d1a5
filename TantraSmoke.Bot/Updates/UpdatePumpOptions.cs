namespace TantraSmoke.Bot.Updates;

/// <summary>How updates are fetched and handled.</summary>
public sealed record UpdatePumpOptions
{
    /// <summary>Telegram brings the updates; null: they are fetched by long polling.</summary>
    public TelegramWebhook? Webhook { get; init; }

    /// <summary>How many chats are served at once.</summary>
    public int Parallelism { get; init; } = 32;

    /// <summary>How long a stop waits for the handlers under way before it cancels them.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(15);
}
