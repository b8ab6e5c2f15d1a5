namespace TantraSmoke.Web.Features.Bookings;

/// <summary>Where to find a booking in the list: what the form for a new one answers.</summary>
public sealed record BookingRowKey(Guid Id, DateOnly Day);
