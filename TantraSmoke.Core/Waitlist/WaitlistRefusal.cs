using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Waitlist;

/// <summary>Why a party cannot join the waitlist or get a table from it.</summary>
public abstract record WaitlistRefusal : Refusal
{
    private WaitlistRefusal() { }

    /// <summary>The guest is already on that day's waitlist.</summary>
    public sealed record AlreadyWaiting(DateOnly ServiceDay) : WaitlistRefusal, IChatFacing;

    /// <summary>The offer has ended.</summary>
    public sealed record OfferOver : WaitlistRefusal, IChatFacing;

    /// <summary>Somebody else changed the entry first; read the list again.</summary>
    public sealed record WaitlistChanged(string By, string Party, WaitlistStatus Status) : WaitlistRefusal, IChatFacing;
}
