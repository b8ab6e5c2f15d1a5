namespace TantraSmoke.Web.Features.Bookings;

/// <summary>Identifies a booking in the list; the result of the form for new ones.</summary>
public sealed record BookingRowKey(Guid Id, DateOnly Day);
