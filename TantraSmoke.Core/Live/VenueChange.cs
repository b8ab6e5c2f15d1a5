using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Live;

/// <summary>What a change concerns.</summary>
public enum ChangeKind
{
    /// <summary>A booking was created or changed.</summary>
    Booking,

    /// <summary>A hold, offer or block was created or ended.</summary>
    Claim,

    /// <summary>Tables, halls, slots or settings changed.</summary>
    Catalog,

    /// <summary>A guest's data changed.</summary>
    Guest,

    /// <summary>A staff member changed, signed in or was signed out.</summary>
    Staff,

    /// <summary>Changes may have been missed: read everything again.</summary>
    Reset,

    /// <summary>A waitlist entry was created, changed or ended.</summary>
    Waitlist,
}

/// <summary>A notification of a committed change, without its data: receivers read again.</summary>
/// <param name="Id">Id of the booking, guest or staff member; empty if not a single one.</param>
/// <param name="ServiceDay">The affected service day; null for all.</param>
/// <param name="Version">The booking's version after the change; otherwise 0.</param>
public sealed record VenueChange(ChangeKind Kind, string Id = "", DateOnly? ServiceDay = null, int Version = 0)
{
    public static readonly VenueChange Reset = new(ChangeKind.Reset);

    /// <summary>A change of this booking on its service day.</summary>
    public static VenueChange Of(Booking booking) =>
        new(ChangeKind.Booking, booking.Id.ToString(), booking.ServiceDay, booking.Version);

    /// <summary>Whether a view of this service day has to be read again.</summary>
    public bool Concerns(DateOnly serviceDay) => ServiceDay is null || ServiceDay == serviceDay;
}
