namespace TantraSmoke.Core.Entities;

/// <summary>Where a waiting party stands.</summary>
public enum WaitlistStatus
{
    Waiting,

    /// <summary>A table is kept for them until <see cref="WaitlistEntry.OfferedUntil"/>.</summary>
    Offered,
    Seated,

    /// <summary>They gave up, or were taken off the list.</summary>
    Left,

    /// <summary>They took what they were offered for a time to come.</summary>
    Booked,
}

/// <summary>Why the venue took a party off the list.</summary>
public enum WaitlistEnd
{
    /// <summary>
    /// What they waited for is no longer offered: the day is closed, has other hours, or no table or rule takes so
    /// many.
    /// </summary>
    NotOffered,

    /// <summary>It is offered again, and they have been asked whether they still wait.</summary>
    AskedAgain,
}

/// <summary>
/// A party that waits for a table. Changed by the use cases of the waitlist, and by what happens to its table.
/// </summary>
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

    /// <summary>Version 7, so ids sort by the order in which parties came.</summary>
    public Guid Id { get; private set; }
    public DateOnly ServiceDay { get; private set; }

    /// <summary>Null for a party that is no known guest.</summary>
    public long? GuestId { get; private set; }

    public string Name { get; private set; } = "";
    public string? Phone { get; private set; }
    public int PartySize { get; private set; }

    /// <summary>The wait they were told, in minutes.</summary>
    public int QuotedMinutes { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>
    /// Who joined in the chat waits for a time that begins from then (UTC) to <see cref="WantedUntil"/>; null: at the
    /// door, for the next table.
    /// </summary>
    public DateTimeOffset? WantedFrom { get; private set; }

    /// <summary>Inclusive, UTC.</summary>
    public DateTimeOffset? WantedUntil { get; private set; }

    public WaitlistStatus Status { get; private set; } = WaitlistStatus.Waiting;
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>The tables kept for them while an offer is out; the claims say what is taken.</summary>
    public List<int> OfferedTableIds { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>The time that is offered, where it is a time to come.</summary>
    public int? OfferedSlotId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedStartsAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedEndsAt { get; private set; }

    /// <summary>
    /// They let an offer pass or did not want it: nothing is offered by itself until they say that they wait on.
    /// </summary>
    public DateTimeOffset? PassedAt { get; private set; }

    /// <summary>What they were seated as, or what they booked.</summary>
    public Guid? BookingId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Null where they left themselves, or their time was over.</summary>
    public WaitlistEnd? EndedBecause { get; private set; }

    /// <summary>Made once per form; the same key again is the same entry.</summary>
    public Guid IdempotencyKey { get; private set; }

    /// <summary>Concurrency token, grows by one with every change.</summary>
    public int Version { get; private set; } = 1;

    public bool IsThere => Status is WaitlistStatus.Waiting or WaitlistStatus.Offered;

    /// <summary>How the claims of its offer are marked: "waitlist:…".</summary>
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

    /// <summary>The same times of day in the venue's new time zone.</summary>
    internal void FollowZone(Func<DateTimeOffset, DateTimeOffset> instant)
    {
        (WantedFrom, WantedUntil) = (Moved(WantedFrom), Moved(WantedUntil));
        (OfferedStartsAt, OfferedEndsAt) = (Moved(OfferedStartsAt), Moved(OfferedEndsAt));
        Version++;

        DateTimeOffset? Moved(DateTimeOffset? at) => at is { } known ? instant(known) : null;
    }

    /// <summary>Keeps a time to come for them.</summary>
    internal void Offer(BookingPlace place, DateTimeOffset until)
    {
        Become(WaitlistStatus.Offered, place.TableIds, until);
        (OfferedSlotId, OfferedStartsAt, OfferedEndsAt) = (place.SlotId, place.StartsAt, place.EndsAt);
    }

    /// <summary>The same offer stands for longer.</summary>
    internal void Renew(DateTimeOffset until)
    {
        OfferedUntil = until;
        Version++;
    }

    /// <summary>The time to come that is kept for them.</summary>
    internal BookingPlace? OfferedPlace =>
        OfferedStartsAt is { } from && OfferedEndsAt is { } to
            ? new BookingPlace(ServiceDay, from, to, OfferedSlotId, OfferedTableIds)
            : null;

    /// <summary>Waits, but is passed over until they say otherwise.</summary>
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

    /// <summary>Waits again: the offer ran out or was taken back, or somebody tapped the wrong name.</summary>
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

    /// <summary>What they waited for can be had again: they are asked once whether they still want it.</summary>
    internal void AskAgain()
    {
        EndedBecause = WaitlistEnd.AskedAgain;
        Version++;
    }

    /// <summary>Forgets who this was; who still waited has left.</summary>
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
