using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Support;

/// <summary>An example of every reason to refuse, also of those that will be added.</summary>
public static class Refusals
{
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Those that the bot words.</summary>
    public static IEnumerable<string> InTheChat =>
        All.Where(refusal => refusal.Value.IsAssignableTo(typeof(IChatFacing))).Select(refusal => refusal.Key);

    private static readonly Dictionary<string, Type> All = typeof(Refusal)
        .Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)
        .ToDictionary(type => type.Name);

    public static Refusal Example(string name)
    {
        var type = All[name];
        var parameters = type.GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First()
            .GetParameters();
        return (Refusal)
            Activator.CreateInstance(type, [.. parameters.Select(parameter => Value(parameter.ParameterType))])!;
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
