using System.Linq.Expressions;
using System.Security.Cryptography;

namespace TantraSmoke.Core.Entities;

/// <summary>A party's promise of a table. Changed only by the use cases in <c>Bookings</c>.</summary>
public sealed class Booking
{
    public const int CommentLimit = 500;
    public const int AllergiesLimit = 300;
    public const int InternalNoteLimit = 500;
    public const int RatingCommentLimit = 500;
    public const int HighestRating = 5;
    public const int CodeLength = 6;

    /// <summary>Letters and digits only: the token travels in a link to the bot. 22 of 62 are 131 bits.</summary>
    public const int InviteTokenLength = 22;

    /// <summary>Still to come, or sitting; for queries.</summary>
    public static readonly Expression<Func<Booking, bool>> IsOpen = BookingStatuses.Are(BookingStatuses.Open);

    /// <summary>Still to come; for queries.</summary>
    public static readonly Expression<Func<Booking, bool>> IsToCome = BookingStatuses.Are(BookingStatuses.ToCome);

    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Booking() { }

    public Booking(
        Guid id,
        BookingPlace place,
        int partySize,
        BookingSource source,
        Guid idempotencyKey,
        DateTimeOffset now
    )
    {
        Id = id;
        Code = RandomNumberGenerator.GetString(CodeLetters, CodeLength);
        PartySize = partySize;
        Source = source;
        IdempotencyKey = idempotencyKey;
        CreatedAt = now;
        Take(place);
    }

    /// <summary>Version 7, so ids sort by creation; known before the row is written.</summary>
    public Guid Id { get; private set; }

    /// <summary>Six letters and digits people can read out on the phone.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null for a walk-in who left no name.</summary>
    public long? GuestId { get; private set; }

    public DateOnly ServiceDay { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public int? SlotId { get; private set; }

    /// <summary>The tables it has, or had when it ended; the claims say what is taken.</summary>
    public List<int> TableIds { get; private set; } = [];

    public int PartySize { get; private set; }
    public BookingStatus Status { get; private set; } = BookingStatus.Booked;
    public BookingSource Source { get; private set; }

    /// <summary>What the link carries that the guest hands on to friends; null until they want one.</summary>
    public string? InviteToken { get; private set; }

    /// <summary>
    /// Friends who said by that link that they come, without the guest; changed beside <see cref="Version"/>.
    /// </summary>
    public int FriendsComing { get; private set; }

    public int FriendsDeclined { get; private set; }

    /// <summary>The campaign whose link led to it.</summary>
    public string? Campaign { get; private set; }
    public string? Comment { get; private set; }
    public Occasion? Occasion { get; private set; }
    public string? Allergies { get; private set; }

    /// <summary>For staff only; never shown to the guest.</summary>
    public string? InternalNote { get; private set; }

    /// <summary>How many of the party are here already; null while nobody has said.</summary>
    public int? ArrivedGuests { get; private set; }

    /// <summary>
    /// How many minutes later than booked the party said it would come; its time and its grace last that much longer.
    /// </summary>
    public int? LateMinutes { get; private set; }

    /// <summary>When the guest last asked for what the venue has to approve; null for who never had to ask.</summary>
    public DateTimeOffset? RequestedAt { get; private set; }

    /// <summary>When the guest answered a reminder with "I'll be there"; null after the time has changed.</summary>
    public DateTimeOffset? GuestConfirmedAt { get; private set; }

    /// <summary>What the guest thought of the visit, 1 to 5.</summary>
    public int? Rating { get; private set; }

    public string? RatingComment { get; private set; }

    /// <summary>
    /// What the clock could not decide and staff have to look at; null when there is nothing. Seating, ending or moving
    /// the booking answers it.
    /// </summary>
    public StaffQuestion? Question { get; private set; }

    /// <summary>Made once per draft by whoever asks; the same key again is the same booking.</summary>
    public Guid IdempotencyKey { get; private set; }

    /// <summary>Concurrency token, grows by one with every change.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? SeatedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public BookingPlace Place => new(ServiceDay, StartsAt, EndsAt, SlotId, TableIds);

    public BookingState State =>
        new(Status, SeatedAt, Place, ArrivedGuests, Details, LateMinutes, GuestConfirmedAt, Question);

    public bool IsOpenNow => Status.IsOpen();

    /// <summary>Still to come, whether the venue has said yes or not.</summary>
    public bool IsExpected => Status.IsToCome();

    /// <summary>Still to come, and nobody has to be asked any more.</summary>
    public bool IsCertain => Status is BookingStatus.Booked or BookingStatus.Confirmed;

    /// <summary>
    /// When the party should be here: at its time, or at once when staff booked a time that was running; later if they
    /// said so.
    /// </summary>
    public DateTimeOffset DueAt => (CreatedAt > StartsAt ? CreatedAt : StartsAt).AddMinutes(LateMinutes ?? 0);

    /// <summary>Since when its tables are taken: from its time on, or from when the party sat down early.</summary>
    public DateTimeOffset TakenFrom => SeatedAt < StartsAt ? SeatedAt.Value : StartsAt;

    public void ForGuest(long? guestId, string? comment)
    {
        GuestId = guestId;
        Comment = Text(comment);
    }

    public BookingDetails Details => new(PartySize, Comment, Occasion, Allergies, InternalNote, GuestId);

    /// <summary>Takes what was said about the party, before it is written for the first time.</summary>
    public void Describe(BookingDetails details)
    {
        PartySize = details.PartySize;
        GuestId = details.GuestId;
        Comment = Text(details.Comment);
        Occasion = details.Occasion;
        Allergies = Text(details.Allergies);
        InternalNote = Text(details.InternalNote);
    }

    /// <summary>The same for a booking that stands, perhaps at other tables.</summary>
    public void Edit(BookingDetails details, BookingPlace place)
    {
        Describe(details);
        Take(place);
        if (ArrivedGuests > PartySize)
            ArrivedGuests = PartySize;
        Version++;
    }

    /// <summary>The guest asks and the venue has yet to say yes; part of the change that makes it necessary.</summary>
    public void Request(DateTimeOffset now) => (Status, RequestedAt) = (BookingStatus.Requested, now);

    /// <summary>Nobody has to be asked any more: the party has become smaller.</summary>
    public void NeedsNoAnswer() => Status = BookingStatus.Booked;

    public bool Approve() => Become(BookingStatus.Confirmed, from: [BookingStatus.Requested]);

    /// <summary>The venue says no, or nobody said anything in time.</summary>
    public bool Decline(DateTimeOffset now) => End(BookingStatus.Canceled, now, from: [BookingStatus.Requested]);

    public bool Confirm() => Become(BookingStatus.Confirmed, from: [BookingStatus.Booked]);

    /// <summary>The guest says that they will come; whoever was only booked is confirmed by it.</summary>
    public bool ConfirmByGuest(DateTimeOffset now)
    {
        if (!IsCertain)
            return false;
        (Status, GuestConfirmedAt) = (BookingStatus.Confirmed, now);
        Version++;
        return true;
    }

    /// <summary>The party comes later than it booked; its end may move with it.</summary>
    public bool RunLate(int minutes, DateTimeOffset endsAt)
    {
        if (!IsCertain)
            return false;
        (LateMinutes, EndsAt) = (minutes, endsAt);
        Version++;
        return true;
    }

    /// <summary>What the guest says about a visit that is over.</summary>
    public bool Rate(int rating, string? comment)
    {
        if (Status != BookingStatus.Completed)
            return false;
        (Rating, RatingComment) = (rating, Text(comment));
        Version++;
        return true;
    }

    /// <summary>The party sits down; whoever seats them says yes to them, too.</summary>
    public bool Seat(DateTimeOffset now)
    {
        if (!Become(BookingStatus.Seated, from: [.. BookingStatuses.ToCome]))
            return false;
        SeatedAt = now;
        ArrivedGuests = null;
        return true;
    }

    /// <summary>So many of the party are here and wait for the rest; 0 takes that back.</summary>
    public bool Arrive(int guests)
    {
        if (!IsExpected)
            return false;
        ArrivedGuests = guests == 0 ? null : guests;
        Version++;
        return true;
    }

    /// <summary>The party was here, seated or not, and has left.</summary>
    public bool Complete(DateTimeOffset now) =>
        End(
            BookingStatus.Completed,
            now,
            from: ArrivedGuests is null ? [BookingStatus.Seated] : [BookingStatus.Seated, .. BookingStatuses.ToCome]
        );

    /// <summary>
    /// The service day is over, and nobody has said that they left. When they did is not known: it counts as the end of
    /// their time. Who was expected in an outage is given the benefit of the doubt; what nobody had said yes to was
    /// none.
    /// </summary>
    public bool EndDay()
    {
        var question = Question ?? StaffQuestion.StillSeated;
        var isOver =
            question == StaffQuestion.StillSeated ? Complete(EndsAt)
            : Status == BookingStatus.Requested ? Decline(EndsAt)
            : End(BookingStatus.Completed, EndsAt, from: [.. BookingStatuses.ToCome]);
        if (isOver)
            Question = question;
        return isOver;
    }

    public void Ask(StaffQuestion question) => Question = question;

    /// <summary>Staff have seen the question and change nothing.</summary>
    public bool LookAt()
    {
        if (Question is null || IsOpenNow)
            return false;
        Version++;
        return true;
    }

    /// <summary>Nothing is asked of staff any more.</summary>
    public void Settle() => Question = null;

    public bool Cancel(DateTimeOffset now) => End(BookingStatus.Canceled, now, from: [.. BookingStatuses.ToCome]);

    /// <summary>Also of a visit that only counts as one because nobody could say.</summary>
    public bool MarkNoShow(DateTimeOffset now) =>
        End(
            BookingStatus.NoShow,
            now,
            from: Question == StaffQuestion.Unattended
                ? [BookingStatus.Booked, BookingStatus.Confirmed, BookingStatus.Completed]
                : [BookingStatus.Booked, BookingStatus.Confirmed]
        );

    /// <summary>They were here although nobody noted it; for how long is not known.</summary>
    public bool Visited() =>
        End(BookingStatus.Completed, EndsAt, from: [BookingStatus.NoShow, .. BookingStatuses.ToCome]);

    /// <summary>A no-show who has come.</summary>
    public void SeatAfterAll(DateTimeOffset now)
    {
        Become(BookingStatus.Seated, from: [BookingStatus.NoShow]);
        (SeatedAt, EndedAt, ArrivedGuests) = (now, null, null);
    }

    /// <summary>The cancellation was a mistake.</summary>
    public void StandAgain(BookingStatus status)
    {
        Become(status, from: [BookingStatus.Canceled]);
        EndedAt = null;
    }

    /// <summary>Where it is to be from now on, as part of another change.</summary>
    public void SitAt(IReadOnlyList<int> tableIds) => Take(Place with { TableIds = tableIds });

    /// <summary>A walk-in seated by mistake never was.</summary>
    public bool Retract(DateTimeOffset now) => End(BookingStatus.Canceled, now, from: [BookingStatus.Seated]);

    public void Move(BookingPlace place)
    {
        Take(place);
        Version++;
    }

    /// <summary>The same time of day in the venue's new time zone: what was said of it is still true.</summary>
    public void FollowZone(DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        (StartsAt, EndsAt) = (startsAt, endsAt);
        Version++;
    }

    /// <summary>Takes the state back that the last change left behind.</summary>
    public void Restore(BookingState state, DateTimeOffset now)
    {
        Take(state.Place);
        Status = state.Status;
        SeatedAt = state.SeatedAt;
        ArrivedGuests = state.ArrivedGuests;
        (LateMinutes, GuestConfirmedAt) = (state.LateMinutes, state.GuestConfirmedAt);
        Question = state.Question;
        EndedAt = IsOpenNow ? null : now;
        if (state.Details is { } details)
            Describe(details);
        Version++;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private bool End(BookingStatus status, DateTimeOffset now, BookingStatus[] from)
    {
        if (!Become(status, from))
            return false;
        (EndedAt, Question) = (now, null);
        return true;
    }

    private bool Become(BookingStatus status, BookingStatus[] from)
    {
        if (!from.Contains(Status))
            return false;
        Status = status;
        Version++;
        return true;
    }

    private void Take(BookingPlace place)
    {
        // What was promised or announced of one time says nothing of another.
        if (place.StartsAt != StartsAt)
            (LateMinutes, GuestConfirmedAt) = (null, null);
        // Who waited at the door that day has yet to come on another.
        if (place.ServiceDay != ServiceDay)
            ArrivedGuests = null;
        ServiceDay = place.ServiceDay;
        StartsAt = place.StartsAt;
        EndsAt = place.EndsAt;
        SlotId = place.SlotId;
        TableIds = [.. place.TableIds.Order()];
    }
}

/// <summary>How a booking reached us.</summary>
public enum BookingSource
{
    Telegram,
    Phone,
    WalkIn,
}

/// <summary>What the party celebrates.</summary>
public enum Occasion
{
    Birthday,
    Anniversary,
    Date,
    Business,
    Other,
}
