using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>The floor as shown by every open page. Immutable; pages take the latest.</summary>
/// <param name="Halls">The halls' drawings; the same list while no table changes.</param>
public sealed record FloorPicture(
    FloorSnapshot Snapshot,
    IReadOnlyList<FloorDrawing> Halls,
    IReadOnlyList<RecentChange> Recent
)
{
    /// <summary>Parties waiting for a table, in order of arrival.</summary>
    public IReadOnlyList<WaitlistRow> Waiting { get; init; } = [];

    /// <summary>Guests waiting for a later day.</summary>
    public IReadOnlyList<WaitlistRow> WaitingLater { get; init; } = [];

    /// <summary>Recent changes of blocks and the waitlist, newest first.</summary>
    public IReadOnlyList<RecentNote> Notes { get; init; } = [];

    private readonly Dictionary<int, FloorTable> _tables = Snapshot.Tables.ToDictionary(table => table.Table.Id);

    private bool IsAfterMidnight => Snapshot.Catalog.Clock.IsAfterMidnight(Snapshot.ServiceDay, Snapshot.At);

    private IEnumerable<(int?, bool)> MinutesOfArrivals =>
        Snapshot.Arrivals.Select(booking =>
            (ArrivalRow.MinutesSince(booking, Snapshot.At), ArrivalsPanel.IsNext(booking, Snapshot.At))
        );

    // Free tables are counted and offered; late and overrunning ones mark their hall's tab.
    private IEnumerable<(int, TableState)> TableStates =>
        Snapshot.Tables.Select(table => (table.Table.Id, table.State));

    public static IReadOnlyList<FloorDrawing> Draw(VenueCatalog catalog) =>
        [.. catalog.Halls.Select(hall => FloorDrawing.Of(hall, catalog.Tables)).Where(hall => hall.Tables.Count > 0)];

    public FloorTable? Table(int tableId) => _tables.GetValueOrDefault(tableId);

    /// <summary>
    /// Whether everything around the tables looks the same: heading, summary, arrivals, bookings and recent changes.
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

    /// <summary>The day's open bookings at this table, by time.</summary>
    public IEnumerable<BookingRow> OpenBookings(int tableId) =>
        Snapshot.Bookings.Where(booking => booking.IsOpen && booking.TableIds.Contains(tableId));
}
