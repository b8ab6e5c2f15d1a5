using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Support;

/// <summary>An example of every reason to refuse, also of those that will be added.</summary>
public static class Refusals
{
    public static IEnumerable<string> Names => typeof(BookingError).GetNestedTypes().Select(type => type.Name);

    public static BookingError Example(string name)
    {
        var type = typeof(BookingError).GetNestedType(name)!;
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();
        return (BookingError)Activator.CreateInstance(type, [.. parameters.Select(parameter => Value(parameter.ParameterType))])!;
    }

    private static object? Value(Type type) =>
        type == typeof(string) ? "5"
        : type == typeof(LocalText) ? new LocalText("5", "5")
        : type == typeof(int) ? 5
        : type == typeof(long) ? 5L
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? TestVenue.Day
        : type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) ? TestVenue.Friday
        : type == typeof(Right) ? Right.SeatGuests
        : type == typeof(BookingStatus) ? BookingStatus.Seated
        : type == typeof(WaitlistStatus) ? WaitlistStatus.Seated
        : type == typeof(IReadOnlyList<int>) ? new[] { 5 }
        : type == typeof(GuestFacts) ? new GuestFacts("Anna", null, null, "Likes the window", [])
        : type == typeof(IReadOnlyList<DateOnly>) ? new[] { TestVenue.Day }
        : type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
        : throw new NotSupportedException($"Give an example of {type}");
}
