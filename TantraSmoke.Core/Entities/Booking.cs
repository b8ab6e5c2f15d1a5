using System.Linq.Expressions;
using System.Security.Cryptography;

namespace TantraSmoke.Core.Entities;

/// <summary>A booking. Changed only by the use cases in <c>Bookings</c>.</summary>
public sealed class Booking
{
    public const int CommentLimit = 500;
    public const int AllergiesLimit = 300;
    public const int InternalNoteLimit = 500;
    public const int RatingCommentLimit = 500;
    public const int HighestRating = 5;
    public const int CodeLength = 6;

    /// <summary>
    /// Letters and digits only, because the token is part of a bot link; 22 characters of 62 give 131 bits.
    /// </summary>
    public const int InviteTokenLength = 22;

    /// <summary>Expected or seated, as a query expression.</summary>
    public static readonly Expression<Func<Booking, bool>> IsOpen = BookingStatuses.Are(BookingStatuses.Open);

    /// <summary>Expected, as a query expression.</summary>
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

    /// <summary>UUID version 7: ids sort by creation and are known before the insert.</summary>
    public Guid Id { get; private set; }

    /// <summary>Booking code: six letters and digits that can be read out on the phone.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null for a walk-in without a name.</summary>
    public long? GuestId { get; private set; }

    public DateOnly ServiceDay { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public int? SlotId { get; private set; }

    /// <summary>The booking's tables, kept after it ends; what is occupied is decided by the claims.</summary>
    public List<int> TableIds { get; private set; } = [];

    public int PartySize { get; private set; }
    public BookingStatus Status { get; private set; } = BookingStatus.Booked;
    public BookingSource Source { get; private set; }

    /// <summary>Token of the party's link for friends; null until the guest asks for a link.</summary>
    public string? InviteToken { get; private set; }

    /// <summary>
    /// Friends who accepted through the link, without the guest; updated without changing <see cref="Version"/>.
    /// </summary>
    public int FriendsComing { get; private set; }

    public int FriendsDeclined { get; private set; }

    /// <summary>The campaign whose link led to the booking.</summary>
    public string? Campaign { get; private set; }
    public string? Comment { get; private set; }
    public Occasion? Occasion { get; private set; }
    public string? Allergies { get; private set; }

    /// <summary>For staff only; never shown to the guest.</summary>
    public string? InternalNote { get; private set; }

    /// <summary>Guests of the party who are already here; null if not recorded.</summary>
    public int? ArrivedGuests { get; private set; }

    /// <summary>Announced delay in minutes; due time and no-show grace move by it.</summary>
    public int? LateMinutes { get; private set; }

    /// <summary>When the guest last made a request that needs approval; null if none was needed.</summary>
    public DateTimeOffset? RequestedAt { get; private set; }

    /// <summary>When the guest confirmed in reply to a reminder; null again after the time changes.</summary>
    public DateTimeOffset? GuestConfirmedAt { get; private set; }

    /// <summary>The guest's rating of the visit, 1 to 5.</summary>
    public int? Rating { get; private set; }

    public string? RatingComment { get; private set; }

    /// <summary>
    /// A question for staff that the clock could not decide; null if none. Seating, ending or moving the booking clears
    /// it.
    /// </summary>
    public StaffQuestion? Question { get; private set; }

    /// <summary>Created once per draft by the caller; a repeated key returns the same booking.</summary>
    public Guid IdempotencyKey { get; private set; }

    /// <summary>Concurrency token, incremented by every change.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? SeatedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public BookingPlace Place => new(ServiceDay, StartsAt, EndsAt, SlotId, TableIds);

    public BookingState State =>
        new(Status, SeatedAt, Place, ArrivedGuests, Details, LateMinutes, GuestConfirmedAt, Question);

    public bool IsOpenNow => Status.IsOpen();

    /// <summary>Still to come, approved or not.</summary>
    public bool IsExpected => Status.IsToCome();

    /// <summary>Still to come and not waiting for approval.</summary>
    public bool IsCertain => Status is BookingStatus.Booked or BookingStatus.Confirmed;

    /// <summary>
    /// When the party is due: at its start, or when it was booked if staff booked a running slot, plus the announced
    /// delay.
    /// </summary>
    public DateTimeOffset DueAt => (CreatedAt > StartsAt ? CreatedAt : StartsAt).AddMinutes(LateMinutes ?? 0);

    /// <summary>Start of the occupancy: the booked start, or the seating if that was earlier.</summary>
    public DateTimeOffset TakenFrom => SeatedAt < StartsAt ? SeatedAt.Value : StartsAt;

    public void ForGuest(long? guestId, string? comment)
    {
        GuestId = guestId;
        Comment = Text(comment);
    }

    public BookingDetails Details =>
        new(PartySize, GuestId)
        {
            Comment = Comment,
            Occasion = Occasion,
            Allergies = Allergies,
            InternalNote = InternalNote,
        };

    /// <summary>Sets the details of a booking that is not stored yet.</summary>
    public void Describe(BookingDetails details)
    {
        PartySize = details.PartySize;
        GuestId = details.GuestId;
        Comment = Text(details.Comment);
        Occasion = details.Occasion;
        Allergies = Text(details.Allergies);
        InternalNote = Text(details.InternalNote);
    }

    /// <summary>Sets the details and place of an existing booking.</summary>
    public void Edit(BookingDetails details, BookingPlace place)
    {
        Describe(details);
        Take(place);
        if (ArrivedGuests > PartySize)
            ArrivedGuests = PartySize;
        Version++;
    }

    /// <summary>Marks the booking as a request that awaits approval, as part of the change that requires it.</summary>
    public void Request(DateTimeOffset now) => (Status, RequestedAt) = (BookingStatus.Requested, now);

    /// <summary>Drops the need for approval: the party has become smaller.</summary>
    public void NeedsNoAnswer() => Status = BookingStatus.Booked;

    public bool Approve() => Become(BookingStatus.Confirmed, from: [BookingStatus.Requested]);

    /// <summary>Declines the request; also when it was not answered in time.</summary>
    public bool Decline(DateTimeOffset now) => End(BookingStatus.Canceled, now, from: [BookingStatus.Requested]);

    public bool Confirm() => Become(BookingStatus.Confirmed, from: [BookingStatus.Booked]);

    /// <summary>The guest confirms the visit; a booking that was only booked becomes confirmed.</summary>
    public bool ConfirmByGuest(DateTimeOffset now)
    {
        if (!IsCertain)
            return false;
        (Status, GuestConfirmedAt) = (BookingStatus.Confirmed, now);
        Version++;
        return true;
    }

    /// <summary>Records an announced delay; the end may move with it.</summary>
    public bool RunLate(int minutes, DateTimeOffset endsAt)
    {
        if (!IsCertain)
            return false;
        (LateMinutes, EndsAt) = (minutes, endsAt);
        Version++;
        return true;
    }

    /// <summary>Records the guest's rating of a finished visit.</summary>
    public bool Rate(int rating, string? comment)
    {
        if (Status != BookingStatus.Completed)
            return false;
        (Rating, RatingComment) = (rating, Text(comment));
        Version++;
        return true;
    }

    /// <summary>Seats the party; this also approves a request.</summary>
    public bool Seat(DateTimeOffset now)
    {
        if (!Become(BookingStatus.Seated, from: [.. BookingStatuses.ToCome]))
            return false;
        SeatedAt = now;
        ArrivedGuests = null;
        return true;
    }

    /// <summary>Records how many of the party are here and waiting for the rest; 0 clears it.</summary>
    public bool Arrive(int guests)
    {
        if (!IsExpected)
            return false;
        ArrivedGuests = guests == 0 ? null : guests;
        Version++;
        return true;
    }

    /// <summary>The party has left, whether or not it was recorded as seated.</summary>
    public bool Complete(DateTimeOffset now) =>
        End(
            BookingStatus.Completed,
            now,
            from: ArrivedGuests is null ? [BookingStatus.Seated] : [BookingStatus.Seated, .. BookingStatuses.ToCome]
        );

    /// <summary>
    /// Closes the booking at the end of the service day. A seated party counts as having left at its end; a party due
    /// in an outage counts as having come; an unanswered request counts as cancelled.
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

    /// <summary>Staff dismiss the question without a change.</summary>
    public bool LookAt()
    {
        if (Question is null || IsOpenNow)
            return false;
        Version++;
        return true;
    }

    /// <summary>Clears the question.</summary>
    public void Settle() => Question = null;

    public bool Cancel(DateTimeOffset now) => End(BookingStatus.Canceled, now, from: [.. BookingStatuses.ToCome]);

    /// <summary>Marks a no-show; also for a visit completed by the clock only because nobody could tell.</summary>
    public bool MarkNoShow(DateTimeOffset now) =>
        End(
            BookingStatus.NoShow,
            now,
            from: Question == StaffQuestion.Unattended
                ? [BookingStatus.Booked, BookingStatus.Confirmed, BookingStatus.Completed]
                : [BookingStatus.Booked, BookingStatus.Confirmed]
        );

    /// <summary>The party came although it was not recorded; the duration is unknown.</summary>
    public bool Visited() =>
        End(BookingStatus.Completed, EndsAt, from: [BookingStatus.NoShow, .. BookingStatuses.ToCome]);

    /// <summary>Seats a party that was marked as a no-show.</summary>
    public void SeatAfterAll(DateTimeOffset now)
    {
        Become(BookingStatus.Seated, from: [BookingStatus.NoShow]);
        (SeatedAt, EndedAt, ArrivedGuests) = (now, null, null);
    }

    /// <summary>Restores a booking that was cancelled by mistake.</summary>
    public void StandAgain(BookingStatus status)
    {
        Become(status, from: [BookingStatus.Canceled]);
        EndedAt = null;
    }

    /// <summary>Changes the tables as part of another change.</summary>
    public void SitAt(IReadOnlyList<int> tableIds) => Take(Place with { TableIds = tableIds });

    /// <summary>Cancels a walk-in seated by mistake.</summary>
    public bool Retract(DateTimeOffset now) => End(BookingStatus.Canceled, now, from: [BookingStatus.Seated]);

    public void Move(BookingPlace place)
    {
        Take(place);
        Version++;
    }

    /// <summary>
    /// Keeps the local time of day in the venue's new time zone; reminders and confirmations stay valid.
    /// </summary>
    public void FollowZone(DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        (StartsAt, EndsAt) = (startsAt, endsAt);
        Version++;
    }

    /// <summary>Restores the state before the last change.</summary>
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
        // Confirmations and reminders apply to one start time only.
        if (place.StartsAt != StartsAt)
            (LateMinutes, GuestConfirmedAt) = (null, null);
        // Arrivals recorded on the old day do not count on the new one.
        if (place.ServiceDay != ServiceDay)
            ArrivedGuests = null;
        ServiceDay = place.ServiceDay;
        StartsAt = place.StartsAt;
        EndsAt = place.EndsAt;
        SlotId = place.SlotId;
        TableIds = [.. place.TableIds.Order()];
    }
}

/// <summary>How a booking was made.</summary>
public enum BookingSource
{
    Telegram,
    Phone,
    WalkIn,
}

/// <summary>The occasion the party celebrates.</summary>
public enum Occasion
{
    Birthday,
    Anniversary,
    Date,
    Business,
    Other,
}
