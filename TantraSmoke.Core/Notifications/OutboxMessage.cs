namespace TantraSmoke.Core.Notifications;

/// <summary>What a message is about; the bot words it when it is sent.</summary>
public enum OutboxKind
{
    BookingCreated,
    BookingCanceled,
    BookingMoved,
}

/// <summary>Something to be said to somebody: written with the change that causes it, sent at least once by the dispatcher.</summary>
public sealed class OutboxMessage
{
    /// <summary>
    /// A message that had to be tried again holds up the later ones of its chat for so many attempts, some ten minutes; one that
    /// fails for ever must not silence a chat.
    /// </summary>
    public const int AttemptsInOrder = 8;

    private OutboxMessage()
    {
    }

    public OutboxMessage(OutboxKind kind, long chatId, bool forGuest, Guid bookingId, DateTimeOffset dueAt, string dedupeKey)
    {
        Kind = kind;
        ChatId = chatId;
        ForGuest = forGuest;
        BookingId = bookingId;
        DueAt = dueAt;
        CreatedAt = dueAt;
        DedupeKey = dedupeKey;
    }

    public long Id { get; private set; }
    public OutboxKind Kind { get; private set; }

    /// <summary>Telegram chat id.</summary>
    public long ChatId { get; private set; }

    /// <summary>Worded for the guest themselves, in their language; otherwise for staff.</summary>
    public bool ForGuest { get; private set; }

    public Guid? BookingId { get; private set; }

    /// <summary>Not before then (UTC); moved on by every failed try.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Unique: the same thing is never queued twice.</summary>
    public string DedupeKey { get; private set; } = "";

    public int Attempts { get; private set; }

    /// <summary>A dispatcher has it until then (UTC).</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Given up; <see cref="LastError"/> says why.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public string? LastError { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
}
