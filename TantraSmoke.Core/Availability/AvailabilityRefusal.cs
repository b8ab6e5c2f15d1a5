namespace TantraSmoke.Core.Availability;

/// <summary>Why a time, a table or a party is not to be had.</summary>
public abstract record AvailabilityRefusal : Refusal
{
    private AvailabilityRefusal() { }

    /// <summary>Somebody has the place; what is still free that day, nearest times first.</summary>
    public sealed record TableTaken(IReadOnlyList<SlotOffer> StillFree) : AvailabilityRefusal, IChatFacing;

    /// <summary>
    /// As many parties begin then as the venue takes at once; what is still free that day, nearest times first.
    /// </summary>
    public sealed record TimeIsFull(IReadOnlyList<SlotOffer> StillFree) : AvailabilityRefusal, IChatFacing;

    /// <summary>The time is already past.</summary>
    public sealed record SlotPassed : AvailabilityRefusal, IChatFacing;

    /// <summary>The venue is closed that day, for the reason it gives.</summary>
    public sealed record DayClosed(LocalText Name) : AvailabilityRefusal, IChatFacing;

    /// <summary>Guests cannot book until that instant (UTC).</summary>
    public sealed record OnlinePaused(DateTimeOffset Until, string Phone) : AvailabilityRefusal, IChatFacing;

    /// <summary>Online booking closes this many minutes before.</summary>
    public sealed record TooLate(int LeadMinutes) : AvailabilityRefusal, IChatFacing;

    /// <summary>Online booking opens only this many days ahead.</summary>
    public sealed record TooEarly(int HorizonDays) : AvailabilityRefusal, IChatFacing;

    /// <summary>It is too close to the start for a guest to cancel without calling.</summary>
    public sealed record CancelTooLate(int Minutes, string Phone) : AvailabilityRefusal, IChatFacing;

    /// <summary>The party does not fit any table or combination (or not the chosen one).</summary>
    public sealed record PartyTooLarge(int Largest) : AvailabilityRefusal, IChatFacing;

    public sealed record PartyTooSmall(int Smallest) : AvailabilityRefusal, IChatFacing;

    /// <summary>Larger parties are taken by phone.</summary>
    public sealed record PartyTooLargeOnline(int Largest, string Phone) : AvailabilityRefusal, IChatFacing;

    /// <summary>The slot or table is gone or no longer bookable.</summary>
    public sealed record NoLongerOffered : AvailabilityRefusal, IChatFacing;
}
