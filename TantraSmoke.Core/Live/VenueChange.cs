using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Live;

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    /// <summary>A booking was made or changed.</summary>
    Booking,

    /// <summary>A hold, an offer or a block came or went.</summary>
    Claim,

    /// <summary>Tables, halls, slots or settings changed.</summary>
    Catalog,

    /// <summary>A guest's data changed.</summary>
    Guest,

    /// <summary>Somebody on the staff changed, signed in or was signed out.</summary>
    Staff,

    /// <summary>Something may have been missed: read everything again.</summary>
    Reset,

    /// <summary>A waiting party came, changed or went.</summary>
    Waitlist,
}

/// <summary>A hint that something was committed, never state: whoever cares reads again.</summary>
/// <param name="Id">Of the booking, guest or staff member; empty where there is no single one.</param>
/// <param name="ServiceDay">The service day it touches; null touches all.</param>
/// <param name="Version">Of the booking after the change; 0 where there is none.</param>
public sealed record VenueChange(ChangeKind Kind, string Id = "", DateOnly? ServiceDay = null, int Version = 0)
{
    public static readonly VenueChange Reset = new(ChangeKind.Reset);

    /// <summary>This booking was made or changed, on its service day only.</summary>
    public static VenueChange Of(Booking booking) =>
        new(ChangeKind.Booking, booking.Id.ToString(), booking.ServiceDay, booking.Version);

    /// <summary>Whether somebody who shows this service day has to read again.</summary>
    public bool Concerns(DateOnly serviceDay) => ServiceDay is null || ServiceDay == serviceDay;
}
