namespace TantraSmoke.Core.Entities;

/// <summary>Status of a waitlist entry.</summary>
public enum WaitlistStatus
{
    Waiting,

    /// <summary>A table is held for them until <see cref="WaitlistEntry.OfferedUntil"/>.</summary>
    Offered,
    Seated,

    /// <summary>They gave up waiting or were removed from the list.</summary>
    Left,

    /// <summary>They accepted an offer for a later time.</summary>
    Booked,
}

/// <summary>Why the venue removed a party from the waitlist.</summary>
public enum WaitlistEnd
{
    /// <summary>
    /// The wanted time is no longer offered: closed day, other hours, or tables or rules that no longer allow the party
    /// size.
    /// </summary>
    NotOffered,

    /// <summary>The time is offered again and the party was asked whether it still waits.</summary>
    AskedAgain,
}

/// <summary>A waitlist entry. Changed by the use cases of the waitlist and by changes of the held table.</summary>
public sealed class WaitlistEntry
{
    public const int CommentLimit = 300;

    private WaitlistEntry() { }

    internal WaitlistEntry(Guid id, DateOnly serviceDay, Guid idempotencyKey, DateTimeOffset now)
    {
        Id = id;
        ServiceDay = serviceDay;
        IdempotencyKey = idempotencyKey;
        JoinedAt = now;
        Version = 0;
    }

    /// <summary>UUID version 7: ids sort by arrival.</summary>
    public Guid Id { get; private set; }
    public DateOnly ServiceDay { get; private set; }

    /// <summary>Null for a party that is not a known guest.</summary>
    public long? GuestId { get; private set; }

    public string Name { get; private set; } = "";
    public string? Phone { get; private set; }
    public int PartySize { get; private set; }

    /// <summary>Quoted wait in minutes.</summary>
    public int QuotedMinutes { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>
    /// Start of the wanted range of start times (UTC), up to <see cref="WantedUntil"/>, for guests who joined in the
    /// chat; null for a party waiting at the door.
    /// </summary>
    public DateTimeOffset? WantedFrom { get; private set; }

    /// <summary>Inclusive, UTC.</summary>
    public DateTimeOffset? WantedUntil { get; private set; }

    public WaitlistStatus Status { get; private set; } = WaitlistStatus.Waiting;
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Tables held for the offer; what is occupied is decided by the claims.</summary>
    public List<int> OfferedTableIds { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>The slot of an offer for a later time.</summary>
    public int? OfferedSlotId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedStartsAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedEndsAt { get; private set; }

    /// <summary>
    /// When the party let an offer expire or refused it: no automatic offers until it says that it still waits.
    /// </summary>
    public DateTimeOffset? PassedAt { get; private set; }

    /// <summary>The booking made from this entry.</summary>
    public Guid? BookingId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Null if the party left by itself or its time passed.</summary>
    public WaitlistEnd? EndedBecause { get; private set; }

    /// <summary>Created once per form; a repeated key returns the same entry.</summary>
    public Guid IdempotencyKey { get; private set; }

    /// <summary>Concurrency token, incremented by every change.</summary>
    public int Version { get; private set; } = 1;

    public bool IsThere => Status is WaitlistStatus.Waiting or WaitlistStatus.Offered;

    /// <summary>Holder of the offer's claims: "waitlist:…".</summary>
    internal string Holder => $"waitlist:{Id:N}";

    internal void Describe(WaitlistParty party, long? guestId)
    {
        Name = party.Name.Trim();
        Phone = party.Phone;
        PartySize = party.PartySize;
        QuotedMinutes = party.QuotedMinutes;
        Comment = string.IsNullOrWhiteSpace(party.Comment) ? null : party.Comment.Trim();
        GuestId = guestId;
        Version++;
    }

    internal void Offer(IReadOnlyList<int> tableIds, DateTimeOffset until) =>
        Become(WaitlistStatus.Offered, tableIds, until);

    internal void Want(DateTimeOffset from, DateTimeOffset until) => (WantedFrom, WantedUntil) = (from, until);

    /// <summary>Keeps the local times of day in the venue's new time zone.</summary>
    internal void FollowZone(Func<DateTimeOffset, DateTimeOffset> instant)
    {
        (WantedFrom, WantedUntil) = (Moved(WantedFrom), Moved(WantedUntil));
        (OfferedStartsAt, OfferedEndsAt) = (Moved(OfferedStartsAt), Moved(OfferedEndsAt));
        Version++;

        DateTimeOffset? Moved(DateTimeOffset? at) => at is { } known ? instant(known) : null;
    }

    /// <summary>Offers a place at a later time.</summary>
    internal void Offer(BookingPlace place, DateTimeOffset until)
    {
        Become(WaitlistStatus.Offered, place.TableIds, until);
        (OfferedSlotId, OfferedStartsAt, OfferedEndsAt) = (place.SlotId, place.StartsAt, place.EndsAt);
    }

    /// <summary>Extends the current offer.</summary>
    internal void Renew(DateTimeOffset until)
    {
        OfferedUntil = until;
        Version++;
    }

    /// <summary>The place of an offer for a later time.</summary>
    internal BookingPlace? OfferedPlace =>
        OfferedStartsAt is { } from && OfferedEndsAt is { } to
            ? new BookingPlace(ServiceDay, from, to, OfferedSlotId, OfferedTableIds)
            : null;

    /// <summary>Keeps waiting without automatic offers.</summary>
    internal void Pass(DateTimeOffset now)
    {
        Wait();
        PassedAt = now;
    }

    internal void WaitOn()
    {
        PassedAt = null;
        Version++;
    }

    internal void Book(Guid bookingId, DateTimeOffset now)
    {
        Become(WaitlistStatus.Booked, [], null);
        (BookingId, EndedAt) = (bookingId, now);
    }

    /// <summary>Returns to waiting: the offer expired or was withdrawn, or the entry was closed by mistake.</summary>
    internal void Wait()
    {
        Become(WaitlistStatus.Waiting, [], null);
        (BookingId, EndedAt, EndedBecause) = (null, null, null);
    }

    internal void Seat(Guid bookingId, DateTimeOffset now)
    {
        Become(WaitlistStatus.Seated, [], null);
        (BookingId, EndedAt) = (bookingId, now);
    }

    internal void Leave(DateTimeOffset now, WaitlistEnd? because = null)
    {
        Become(WaitlistStatus.Left, [], null);
        (EndedAt, EndedBecause) = (now, because);
    }

    /// <summary>The wanted time is available again: the party is asked once whether it still waits.</summary>
    internal void AskAgain()
    {
        EndedBecause = WaitlistEnd.AskedAgain;
        Version++;
    }

    /// <summary>Deletes the personal data; a party that still waited counts as having left.</summary>
    internal void Forget(DateTimeOffset now)
    {
        if (IsThere)
            Leave(now);
        (Name, Phone, Comment) = ("", null, null);
        Version++;
    }

    private void Become(WaitlistStatus status, IReadOnlyList<int> tableIds, DateTimeOffset? until)
    {
        (Status, OfferedTableIds, OfferedUntil) = (status, [.. tableIds], until);
        (OfferedSlotId, OfferedStartsAt, OfferedEndsAt) = (null, null, null);
        Version++;
    }
}
