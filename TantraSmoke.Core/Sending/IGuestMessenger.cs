using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Sending;

/// <summary>Result of sending a message.</summary>
public enum SendResult
{
    Sent,

    /// <summary>
    /// The guest blocked the bot, the account was deleted, or the bot was removed: stop writing to the chat.
    /// </summary>
    Unreachable,

    /// <summary>Retry later, after <see cref="SendOutcome.RetryAfter"/> if given.</summary>
    TryAgain,

    /// <summary>Outdated by a later change; dropped.</summary>
    NotNeeded,

    /// <summary>The staff group cannot be written to; messages wait until it can.</summary>
    ChatClosed,

    /// <summary>The message can never be sent; see the error.</summary>
    Impossible,
}

/// <param name="RetryAfter">Delay requested by Telegram.</param>
/// <param name="Error">For the log and the outbox row; never contains a secret.</param>
/// <param name="MessageId">Id of the sent message in its chat.</param>
public sealed record SendOutcome(
    SendResult Result,
    TimeSpan? RetryAfter = null,
    string? Error = null,
    int? MessageId = null
)
{
    /// <summary>The chat's new id, if it changed.</summary>
    public long? ChatId { get; init; }

    /// <summary>Why the chat is closed.</summary>
    public ChatTrouble? Trouble { get; init; }

    public static readonly SendOutcome Sent = new(SendResult.Sent);

    public static readonly SendOutcome NotNeeded = new(SendResult.NotNeeded, Error: "no longer needed");
}

/// <summary>Delivers outbox messages; implemented by the bot.</summary>
public interface IGuestMessenger
{
    /// <summary>Composes the message for its receiver and sends it. Does not throw on error responses.</summary>
    Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}
