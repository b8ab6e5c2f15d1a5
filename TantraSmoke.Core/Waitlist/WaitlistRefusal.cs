using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Waitlist;

/// <summary>Why somebody is not put on the waitlist, or not given a table from it.</summary>
public abstract record WaitlistRefusal : Refusal
{
    private WaitlistRefusal() { }

    /// <summary>The guest waits for a table on that day already.</summary>
    public sealed record AlreadyWaiting(DateOnly ServiceDay) : WaitlistRefusal, IChatFacing;

    /// <summary>What was offered to who waits is no longer kept for them.</summary>
    public sealed record OfferOver : WaitlistRefusal, IChatFacing;

    /// <summary>Somebody else changed this waiting party first; read the list again.</summary>
    public sealed record WaitlistChanged(string By, string Party, WaitlistStatus Status) : WaitlistRefusal, IChatFacing;
}
