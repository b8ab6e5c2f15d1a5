using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Why a guest could not be found, changed or allowed to book.</summary>
public abstract record GuestRefusal : Refusal
{
    private GuestRefusal() { }

    /// <summary>The guest no longer exists.</summary>
    public sealed record GuestNotFound : GuestRefusal, IChatFacing;

    /// <summary>The guest may not book online and should call.</summary>
    public sealed record GuestBlocked(string Phone) : GuestRefusal, IChatFacing;

    /// <summary>Another guest has that phone number; they may be duplicates.</summary>
    public sealed record PhoneInUse(long GuestId, string Name) : GuestRefusal;

    /// <summary>Somebody else changed the same fact to another value.</summary>
    /// <param name="Now">The current facts.</param>
    public sealed record GuestChangedMeanwhile(string By, GuestFacts Now) : GuestRefusal;
}
