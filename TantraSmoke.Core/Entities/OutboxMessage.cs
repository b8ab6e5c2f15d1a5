using System.Globalization;
using System.Linq.Expressions;

namespace TantraSmoke.Core.Entities;

/// <summary>What a message is about; the bot composes the text when it sends it.</summary>
public enum OutboxKind
{
    BookingCreated,
    BookingCanceled,
    BookingMoved,

    /// <summary>To the guest: the cancellation was reverted.</summary>
    BookingRestored,

    /// <summary>A staff chat's card of a booking: sent once, then edited on every change.</summary>
    StaffCard,

    /// <summary>
    /// To staff, in reply to the card: the guest's change, because an edited message does not notify.
    /// </summary>
    StaffNote,

    /// <summary>To staff, in reply to the card: a request still awaits approval.</summary>
    RequestUnanswered,

    /// <summary>To the guest: the changed booking awaits approval again.</summary>
    BookingRequested,

    /// <summary>To the guest: the request was approved.</summary>
    BookingApproved,

    /// <summary>To the guest: the request was declined.</summary>
    BookingDeclined,

    /// <summary>To the guest: the request was not answered in time.</summary>
    RequestExpired,

    /// <summary>To staff chats: today's expected bookings.</summary>
    OpeningSummary,

    /// <summary>To staff chats: summary of the day.</summary>
    ClosingSummary,

    /// <summary>Reminder before the visit, with a confirmation button.</summary>
    Reminder,

    /// <summary>Request for a rating after the visit.</summary>
    VisitQuestion,

    /// <summary>To a friend who comes: reminder before the visit.</summary>
    FriendReminder,

    /// <summary>To a friend who comes: the time has changed.</summary>
    FriendMoved,

    /// <summary>To a friend who comes: the booking was cancelled.</summary>
    FriendCanceled,

    /// <summary>To the guest: more friends accepted than the party size.</summary>
    PartyOutgrown,

    /// <summary>To staff: a message from a guest.</summary>
    TalkToStaff,

    /// <summary>To the guest: a message from staff.</summary>
    TalkToGuest,

    /// <summary>To staff: their message was not delivered.</summary>
    TalkUndelivered,

    /// <summary>Edits a message in a staff chat that named a guest whose data was deleted.</summary>
    Erased,

    /// <summary>To a waiting guest: a table is offered.</summary>
    WaitlistOffer,

    /// <summary>To a waiting guest: the offer expired or was refused; do they still wait?</summary>
    WaitlistPassed,

    /// <summary>
    /// To a waiting guest: the wanted time is no longer offered because of a closed day or changed hours, tables or
    /// rules.
    /// </summary>
    WaitlistNotOffered,

    /// <summary>To a waiting guest: the wanted time is offered again; do they still wait?</summary>
    WaitlistAskedAgain,

    /// <summary>To a waiting guest: the wanted time has passed.</summary>
    WaitlistOver,
}

/// <summary>
/// An outgoing message, written in the transaction of the change that causes it and delivered at least once.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>
    /// Number of attempts (about ten minutes) for which a failing message holds back later ones of its chat; after that
    /// the chat goes on without it.
    /// </summary>
    public const int AttemptsInOrder = 8;

    private OutboxMessage() { }

    /// <param name="about">
    /// The booking the message is about; null if <see cref="WaitlistEntryId"/> or the chat alone identifies it.
    /// </param>
    public OutboxMessage(OutboxKind kind, long chatId, bool forGuest, Guid? about, DateTimeOffset now, string dedupeKey)
    {
        Kind = kind;
        ChatId = chatId;
        ForGuest = forGuest;
        BookingId = about;
        DueAt = now;
        CreatedAt = now;
        DedupeKey = dedupeKey;
    }

    public long Id { get; private set; }
    public OutboxKind Kind { get; private set; }

    /// <summary>Telegram chat id.</summary>
    public long ChatId { get; private set; }

    /// <summary>Addressed to the guest in their language; otherwise to staff.</summary>
    public bool ForGuest { get; private set; }

    public Guid? BookingId { get; private set; }

    public Guid? WaitlistEntryId { get; init; }

    /// <summary>The text to relay.</summary>
    public Guid? TalkId { get; init; }

    /// <summary>Earliest time to send (UTC); postponed by every failed attempt.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Expiry (UTC) after which the message is dropped; null for never.</summary>
    public DateTimeOffset? UselessAt { get; init; }

    /// <summary>Telegram message id once sent; set from the start for a message that edits one.</summary>
    public int? MessageId { get; private set; }

    /// <summary>Creates a message that edits one already in the chat.</summary>
    /// <param name="kind">Erased, or a summary to compose again.</param>
    /// <param name="queued">When the original message was queued (UTC).</param>
    public static OutboxMessage Edit(
        OutboxKind kind,
        long chatId,
        int messageId,
        DateTimeOffset queued,
        DateTimeOffset now
    ) =>
        new(
            kind,
            chatId,
            forGuest: false,
            null,
            queued,
            string.Create(CultureInfo.InvariantCulture, $"erased:{chatId}:{messageId}:{now.ToUnixTimeMilliseconds()}")
        )
        {
            DueAt = now,
            MessageId = messageId,
        };

    /// <summary>Unique key that prevents queuing the same message twice.</summary>
    public string DedupeKey { get; private set; } = "";

    public int Attempts { get; private set; }

    /// <summary>Lease of a dispatcher (UTC).</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Set when delivery was given up; see <see cref="LastError"/>.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public string? LastError { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Neither sent nor given up.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsWaiting { get; } =
        m => m.SentAt == null && m.FailedAt == null;

    /// <summary>Pending, due at that instant (UTC) and not leased.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsDue(DateTimeOffset now) =>
        m =>
            m.SentAt == null && m.FailedAt == null && m.DueAt <= now && (m.LockedUntil == null || m.LockedUntil <= now);
}
