using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>The room at one moment of a service day.</summary>
/// <param name="Bookings">All of the day's bookings that were not canceled, by time, plus whoever still sits from
/// before.</param>
public sealed record FloorSnapshot(
    DateOnly ServiceDay,
    DateTimeOffset At,
    VenueCatalog Catalog,
    IReadOnlyList<FloorTable> Tables,
    IReadOnlyList<BookingRow> Bookings
)
{
    /// <summary>The moment is now; otherwise it is looked back at or ahead to.</summary>
    public bool IsNow { get; init; } = true;

    /// <summary>The moment is still to come: parties expected then are taken for seated.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Holds, offers and blocks that are not over, of all tables.</summary>
    public IReadOnlyList<BusyTime> Kept { get; init; } = [];

    /// <summary>What the clock could not decide today or at the end of the day before, by time.</summary>
    public IReadOnlyList<BookingRow> Questions { get; init; } = [];

    /// <summary>How many large parties of any day wait for an answer.</summary>
    public int Requests { get; init; }

    /// <summary>Guests who have written what nobody has read yet; who waits longest first.</summary>
    public IReadOnlyList<long> Unread { get; init; } = [];

    /// <summary>
    /// Messages in the staff's chats about guests whose data was deleted in the last week, which Telegram lets nobody
    /// edit.
    /// </summary>
    public int NotErased { get; init; }

    /// <summary>What keeps the bot from writing to the staff's group; null when nothing does.</summary>
    public ChatTrouble? ChatTrouble { get; init; }

    /// <summary>Who is expected, by time: so the latest ones come first.</summary>
    public IReadOnlyList<BookingRow> Arrivals { get; } =
    [.. Bookings.Where(b => b.IsExpected).OrderBy(b => b.StartsAt)];

    /// <summary>Who sits, whose time is over first.</summary>
    public IReadOnlyList<BookingRow> Seated { get; } =
    [.. Bookings.Where(b => b.Status == BookingStatus.Seated).OrderBy(b => b.EndsAt)];

    /// <summary>Guests who sit at that moment.</summary>
    public int CoversNow =>
        Tables
            .Where(t =>
                t.State is TableState.Seated or TableState.Overrunning || (IsAhead && t.State == TableState.Booked)
            )
            .Select(t => t.Current!)
            .DistinctBy(b => b.Id)
            .Sum(b => b.PartySize);

    /// <summary>Guests of the whole service day: who was here, who is, and who is expected.</summary>
    public int CoversOfDay =>
        Bookings.Where(b => b.Status != BookingStatus.NoShow && b.ServiceDay == ServiceDay).Sum(b => b.PartySize);

    /// <summary>When tables are taken from this moment on, by whomever.</summary>
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

    /// <summary>How long these tables stay free from this moment; null when nobody comes within the day.</summary>
    public DateTimeOffset? FreeUntil(IReadOnlyList<int> tableIds) =>
        tableIds.SelectMany(id => Busy[id]).Where(b => b.EndsAt > At).Select(b => (DateTimeOffset?)b.StartsAt).Min();
}
