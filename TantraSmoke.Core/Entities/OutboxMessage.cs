using System.Globalization;
using System.Linq.Expressions;

namespace TantraSmoke.Core.Entities;

/// <summary>What a message is about; the bot words it when it is sent.</summary>
public enum OutboxKind
{
    BookingCreated,
    BookingCanceled,
    BookingMoved,

    /// <summary>To the guest: the cancellation was taken back.</summary>
    BookingRestored,

    /// <summary>
    /// A staff chat's one message about a booking: sent once, then edited whenever the booking changes.
    /// </summary>
    StaffCard,

    /// <summary>
    /// To the staff, under the card: what a guest has just done, since a card that is edited makes no sound.
    /// </summary>
    StaffNote,

    /// <summary>To the staff, under the card: a large party still waits for an answer.</summary>
    RequestUnanswered,

    /// <summary>To the guest: what they asked for waits for the venue's answer again.</summary>
    BookingRequested,

    /// <summary>To the guest: the venue says yes.</summary>
    BookingApproved,

    /// <summary>To the guest: the venue says no.</summary>
    BookingDeclined,

    /// <summary>To the guest: nobody has answered in time.</summary>
    RequestExpired,

    /// <summary>To the staff's chats: who is expected today.</summary>
    OpeningSummary,

    /// <summary>To the staff's chats: how the day went.</summary>
    ClosingSummary,

    /// <summary>The time comes nearer: will they be there?</summary>
    Reminder,

    /// <summary>How was it?</summary>
    VisitQuestion,

    /// <summary>To a friend who comes: the time comes nearer.</summary>
    FriendReminder,

    /// <summary>To a friend who comes: it is at another time now.</summary>
    FriendMoved,

    /// <summary>To a friend who comes: nothing comes of it.</summary>
    FriendCanceled,

    /// <summary>To the guest: more friends come than the booking is for.</summary>
    PartyOutgrown,

    /// <summary>To the staff: what a guest has written.</summary>
    TalkToStaff,

    /// <summary>To the guest: what staff have written.</summary>
    TalkToGuest,

    /// <summary>To the staff: their answer did not come through.</summary>
    TalkUndelivered,

    /// <summary>
    /// A message in a staff chat that spoke of a guest whose data was deleted: it is edited to say no more than that.
    /// </summary>
    Erased,

    /// <summary>A table has come free for who waits for one.</summary>
    WaitlistOffer,

    /// <summary>The offer has run out, or was not wanted: do they wait on?</summary>
    WaitlistPassed,

    /// <summary>
    /// What they waited for is no longer offered: the day is closed, or hours, tables or rules have changed.
    /// </summary>
    WaitlistNotOffered,

    /// <summary>It is offered again: do they still wait?</summary>
    WaitlistAskedAgain,

    /// <summary>The time they waited for is over.</summary>
    WaitlistOver,
}

/// <summary>
/// Something to be said to somebody: written with the change that causes it, sent at least once by the dispatcher.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>
    /// A message that had to be tried again holds up the later ones of its chat for so many attempts, some ten minutes;
    /// one that fails for ever must not silence a chat.
    /// </summary>
    public const int AttemptsInOrder = 8;

    private OutboxMessage() { }

    /// <param name="about">The booking it is about; null where <see cref="WaitlistEntryId"/> or nothing but the chat
    /// says it.</param>
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

    /// <summary>Worded for the guest themselves, in their language; otherwise for staff.</summary>
    public bool ForGuest { get; private set; }

    public Guid? BookingId { get; private set; }

    public Guid? WaitlistEntryId { get; init; }

    /// <summary>What is passed on.</summary>
    public Guid? TalkId { get; init; }

    /// <summary>Not before then (UTC); moved on by every failed try.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>From then on (UTC) nobody needs to hear it any more; null: always.</summary>
    public DateTimeOffset? UselessAt { get; init; }

    /// <summary>The message in the chat, once it is there; from the beginning where that one is to be edited.</summary>
    public int? MessageId { get; private set; }

    /// <summary>Edits a message that stands in the chat.</summary>
    /// <param name="kind">Erased, or a summary, which is worded anew.</param>
    /// <param name="queued">When the message was queued first (UTC).</param>
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

    /// <summary>Neither sent nor given up.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsWaiting { get; } =
        m => m.SentAt == null && m.FailedAt == null;

    /// <summary>What waits, may go at that instant (UTC), and no dispatcher has.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsDue(DateTimeOffset now) =>
        m =>
            m.SentAt == null && m.FailedAt == null && m.DueAt <= now && (m.LockedUntil == null || m.LockedUntil <= now);
}
