using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Why a guest could not be found, changed or allowed to book.</summary>
public abstract record GuestRefusal : Refusal
{
    private GuestRefusal() { }

    /// <summary>There is no such guest any more.</summary>
    public sealed record GuestNotFound : GuestRefusal, IChatFacing;

    /// <summary>The guest may not book online and should call.</summary>
    public sealed record GuestBlocked(string Phone) : GuestRefusal, IChatFacing;

    /// <summary>Another guest has that phone number: the two may be one.</summary>
    public sealed record PhoneInUse(long GuestId, string Name) : GuestRefusal;

    /// <summary>Somebody else changed the same thing about the guest to something else.</summary>
    /// <param name="Now">What they have made of it.</param>
    public sealed record GuestChangedMeanwhile(string By, GuestFacts Now) : GuestRefusal;
}
