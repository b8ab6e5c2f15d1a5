using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>The floor at one moment of a service day.</summary>
/// <param name="Bookings">
/// The day's bookings that were not cancelled, by time, plus parties still seated from before.
/// </param>
public sealed record FloorSnapshot(
    DateOnly ServiceDay,
    DateTimeOffset At,
    VenueCatalog Catalog,
    IReadOnlyList<FloorTable> Tables,
    IReadOnlyList<BookingRow> Bookings
)
{
    /// <summary>False for a moment in the past or future.</summary>
    public bool IsNow { get; init; } = true;

    /// <summary>The moment is in the future: parties expected then count as seated.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Current holds, offers and blocks of all tables.</summary>
    public IReadOnlyList<BusyTime> Kept { get; init; } = [];

    /// <summary>
    /// Questions that the clock could not decide, of today and of the end of the previous day, by time.
    /// </summary>
    public IReadOnlyList<BookingRow> Questions { get; init; } = [];

    /// <summary>Number of requests that await approval, on any day.</summary>
    public int Requests { get; init; }

    /// <summary>Guests with unread messages, longest waiting first.</summary>
    public IReadOnlyList<long> Unread { get; init; } = [];

    /// <summary>
    /// Messages about guests whose data was deleted in the last week that Telegram does not let the bot edit.
    /// </summary>
    public int NotErased { get; init; }

    /// <summary>Why the bot cannot write to the staff group; null if it can.</summary>
    public ChatTrouble? ChatTrouble { get; init; }

    /// <summary>Expected parties by time, so the latest ones come first.</summary>
    public IReadOnlyList<BookingRow> Arrivals { get; } =
    [.. Bookings.Where(b => b.IsExpected).OrderBy(b => b.StartsAt)];

    /// <summary>Seated parties by end.</summary>
    public IReadOnlyList<BookingRow> Seated { get; } =
    [.. Bookings.Where(b => b.Status == BookingStatus.Seated).OrderBy(b => b.EndsAt)];

    /// <summary>Guests seated at that moment.</summary>
    public int CoversNow =>
        Tables
            .Where(t =>
                t.State is TableState.Seated or TableState.Overrunning || (IsAhead && t.State == TableState.Booked)
            )
            .Select(t => t.Current!)
            .DistinctBy(b => b.Id)
            .Sum(b => b.PartySize);

    /// <summary>Guests of the whole service day: left, seated and expected.</summary>
    public int CoversOfDay =>
        Bookings.Where(b => b.Status != BookingStatus.NoShow && b.ServiceDay == ServiceDay).Sum(b => b.PartySize);

    /// <summary>Occupied times from this moment on, by table.</summary>
    public ILookup<int, BusyTime> Busy =>
        field ??= Bookings
            .Where(b => b.IsOpen)
            .SelectMany(b =>
                b.TableIds.Select(id => new BusyTime(
                    id,
                    b.Status == BookingStatus.Seated ? At : b.StartsAt,
                    b.Status == BookingStatus.Seated ? BookingRules.StaysUntil(b.EndsAt, At) : b.EndsAt
                ))
            )
            .Concat(Kept)
            .ToLookup(b => b.TableId);

    /// <summary>Until when the tables stay free from this moment; null if for the rest of the day.</summary>
    public DateTimeOffset? FreeUntil(IReadOnlyList<int> tableIds) =>
        tableIds.SelectMany(id => Busy[id]).Where(b => b.EndsAt > At).Select(b => (DateTimeOffset?)b.StartsAt).Min();
}
