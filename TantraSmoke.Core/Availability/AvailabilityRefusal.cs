namespace TantraSmoke.Core.Availability;

/// <summary>Why a time, table or party size is not available.</summary>
public abstract record AvailabilityRefusal : Refusal
{
    private AvailabilityRefusal() { }

    /// <summary>The tables are taken; with the free slots of that day, nearest first.</summary>
    public sealed record TableTaken(IReadOnlyList<SlotOffer> StillFree) : AvailabilityRefusal, IChatFacing;

    /// <summary>The pacing limit for that start is reached; with the free slots of that day, nearest first.</summary>
    public sealed record TimeIsFull(IReadOnlyList<SlotOffer> StillFree) : AvailabilityRefusal, IChatFacing;

    /// <summary>The slot is over.</summary>
    public sealed record SlotPassed : AvailabilityRefusal, IChatFacing;

    /// <summary>The venue is closed that day; the name gives the reason.</summary>
    public sealed record DayClosed(LocalText Name) : AvailabilityRefusal, IChatFacing;

    /// <summary>Online booking is paused until that instant (UTC).</summary>
    public sealed record OnlinePaused(DateTimeOffset Until, string Phone) : AvailabilityRefusal, IChatFacing;

    /// <summary>Online booking closes this many minutes before the start.</summary>
    public sealed record TooLate(int LeadMinutes) : AvailabilityRefusal, IChatFacing;

    /// <summary>The day is beyond the booking horizon.</summary>
    public sealed record TooEarly(int HorizonDays) : AvailabilityRefusal, IChatFacing;

    /// <summary>Too close to the start for a guest to cancel online.</summary>
    public sealed record CancelTooLate(int Minutes, string Phone) : AvailabilityRefusal, IChatFacing;

    /// <summary>No table or combination, or not the chosen one, seats the party.</summary>
    public sealed record PartyTooLarge(int Largest) : AvailabilityRefusal, IChatFacing;

    public sealed record PartyTooSmall(int Smallest) : AvailabilityRefusal, IChatFacing;

    /// <summary>Larger parties book by phone.</summary>
    public sealed record PartyTooLargeOnline(int Largest, string Phone) : AvailabilityRefusal, IChatFacing;

    /// <summary>The slot or table no longer exists or cannot be booked.</summary>
    public sealed record NoLongerOffered : AvailabilityRefusal, IChatFacing;
}
