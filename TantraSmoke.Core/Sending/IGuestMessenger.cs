using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Sending;

/// <summary>How sending went.</summary>
public enum SendResult
{
    Sent,

    /// <summary>
    /// The person blocked the bot, the account is gone, the bot was removed from the chat: stop writing there.
    /// </summary>
    Unreachable,

    /// <summary>Try again later, after <see cref="SendOutcome.RetryAfter"/> if given.</summary>
    TryAgain,

    /// <summary>What it was about has changed since: nobody needs to hear it any more.</summary>
    NotNeeded,

    /// <summary>The staff's group cannot be written to for now: what is for it waits until it can.</summary>
    ChatClosed,

    /// <summary>It can never be sent as it is; the error says why.</summary>
    Impossible,
}

/// <param name="RetryAfter">What the other side asked us to wait.</param>
/// <param name="Error">For the log and the outbox row; never holds a secret.</param>
/// <param name="MessageId">What was sent, in its chat.</param>
public sealed record SendOutcome(
    SendResult Result,
    TimeSpan? RetryAfter = null,
    string? Error = null,
    int? MessageId = null
)
{
    /// <summary>Where it was sent, when the chat has another id now.</summary>
    public long? ChatId { get; init; }

    /// <summary>Why the chat is closed.</summary>
    public ChatTrouble? Trouble { get; init; }

    public static readonly SendOutcome Sent = new(SendResult.Sent);

    public static readonly SendOutcome NotNeeded = new(SendResult.NotNeeded, Error: "no longer needed");
}

/// <summary>Delivers outbox messages to people; the bot implements it.</summary>
public interface IGuestMessenger
{
    /// <summary>
    /// Words the message for its receiver and sends it. Does not throw for what the other side answers.
    /// </summary>
    Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}
