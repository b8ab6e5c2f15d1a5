using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>The room as every open page shows it. Immutable; pages take the latest.</summary>
/// <param name="Halls">How the halls are drawn; the same list as long as no table changed.</param>
public sealed record FloorPicture(
    FloorSnapshot Snapshot,
    IReadOnlyList<FloorDrawing> Halls,
    IReadOnlyList<RecentChange> Recent
)
{
    /// <summary>Who waits for a table, in the order they came.</summary>
    public IReadOnlyList<WaitlistRow> Waiting { get; init; } = [];

    /// <summary>Guests who wait for a day to come, in the chat.</summary>
    public IReadOnlyList<WaitlistRow> WaitingLater { get; init; } = [];

    /// <summary>Recent changes of blocks and the waitlist, latest first.</summary>
    public IReadOnlyList<RecentNote> Notes { get; init; } = [];

    private readonly Dictionary<int, FloorTable> _tables = Snapshot.Tables.ToDictionary(table => table.Table.Id);

    private bool IsAfterMidnight => Snapshot.Catalog.Clock.IsAfterMidnight(Snapshot.ServiceDay, Snapshot.At);

    private IEnumerable<(int?, bool)> MinutesOfArrivals =>
        Snapshot.Arrivals.Select(booking =>
            (ArrivalRow.MinutesSince(booking, Snapshot.At), ArrivalsPanel.IsNext(booking, Snapshot.At))
        );

    // Free ones are counted and offered, late ones and those over time warn on the tab of their hall.
    private IEnumerable<(int, TableState)> TableStates =>
        Snapshot.Tables.Select(table => (table.Table.Id, table.State));

    public static IReadOnlyList<FloorDrawing> Draw(VenueCatalog catalog) =>
        [.. catalog.Halls.Select(hall => FloorDrawing.Of(hall, catalog.Tables)).Where(hall => hall.Tables.Count > 0)];

    public FloorTable? Table(int tableId) => _tables.GetValueOrDefault(tableId);

    /// <summary>
    /// Whether everything around the tables looks the same in both: heading, summary, arrivals, bookings, recent
    /// changes.
    /// </summary>
    public bool HasSameRoom(FloorPicture other) =>
        ReferenceEquals(Snapshot.Catalog, other.Snapshot.Catalog)
        && Snapshot.ServiceDay == other.Snapshot.ServiceDay
        && IsAfterMidnight == other.IsAfterMidnight
        && Snapshot.Bookings.SequenceEqual(other.Snapshot.Bookings)
        && MinutesOfArrivals.SequenceEqual(other.MinutesOfArrivals)
        && TableStates.SequenceEqual(other.TableStates)
        && Snapshot.Questions.SequenceEqual(other.Snapshot.Questions)
        && Snapshot.NotErased == other.Snapshot.NotErased
        && Snapshot.ChatTrouble == other.Snapshot.ChatTrouble
        && Snapshot.Requests == other.Snapshot.Requests
        && Snapshot.Unread.SequenceEqual(other.Snapshot.Unread)
        && Recent.SequenceEqual(other.Recent)
        && Notes.SequenceEqual(other.Notes)
        && Waiting.SequenceEqual(other.Waiting)
        && WaitingLater.SequenceEqual(other.WaitingLater);

    /// <summary>The day's bookings that are still to come or sitting at this table, by time.</summary>
    public IEnumerable<BookingRow> OpenBookings(int tableId) =>
        Snapshot.Bookings.Where(booking => booking.IsOpen && booking.TableIds.Contains(tableId));
}
