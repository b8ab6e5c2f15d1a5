using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Catalog;

/// <summary>Settings, halls, tables and slots as one immutable snapshot.</summary>
public sealed record VenueCatalog(
    VenueSettings Settings,
    VenueClock Clock,
    IReadOnlyList<Hall> Halls,
    IReadOnlyList<Table> Tables,
    IReadOnlyList<TableCombination> Combinations,
    IReadOnlyList<TimeSlot> Slots
)
{
    public IReadOnlyList<SpecialDay> SpecialDays { get; init; } = [];

    /// <summary>All options for seating a party.</summary>
    public IReadOnlyList<TableOption> Options { get; } = TableOption.All(Tables, Combinations);

    private readonly Dictionary<int, Table> _byId = Tables.ToDictionary(t => t.Id);
    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<SlotTime>> _times = new();
    private readonly ConcurrentDictionary<DateOnly, (DateTimeOffset Start, DateTimeOffset End)> _days = new();

    /// <summary>
    /// The slots of a service day, cached: time zone conversions for two weeks cost more than finding free tables.
    /// </summary>
    public IReadOnlyList<SlotTime> Times(DateOnly serviceDay) =>
        _times.GetOrAdd(serviceDay, day => SlotTime.Of(day, Clock, Slots, Special(day)));

    /// <summary>Start and end (exclusive, UTC) of a service day, cached for the same reason.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Day(DateOnly serviceDay) => _days.GetOrAdd(serviceDay, Clock.Day);

    /// <summary>
    /// The special day that changes the day's hours; null for an ordinary day, even with a private event in a hall.
    /// </summary>
    public SpecialDay? Special(DateOnly serviceDay) =>
        SpecialDays.FirstOrDefault(s => s.Day == serviceDay && s.Kind != SpecialDayKind.PrivateEvent);

    /// <summary>Reason of a block; for a private event its name in both languages.</summary>
    public LocalText? NoteOf(Guid? blockId, LocalText? note) =>
        blockId is null ? note : SpecialDays.FirstOrDefault(s => s.BlockId == blockId)?.Name ?? note;

    public Table? Table(int id) => _byId.GetValueOrDefault(id);

    /// <summary>The table or combination of exactly these tables; null if they are not joinable.</summary>
    public TableOption? Option(IReadOnlyList<int> tableIds)
    {
        var sorted = tableIds.Order().ToList();
        return Options.FirstOrDefault(o => o.TableIds.SequenceEqual(sorted));
    }

    /// <summary>
    /// The same for staff, who can join any active tables; seats are summed. Null if one is not active.
    /// </summary>
    public TableOption? Together(IReadOnlyList<int> tableIds)
    {
        if (Option(tableIds) is { } named)
            return named;
        var sorted = tableIds.Distinct().Order().ToList();
        return sorted.Count > 0 && sorted.All(id => Table(id) is { IsActive: true })
            ? new TableOption(sorted, sorted.Sum(id => Table(id)!.Seats), 1, IsOnline: false, TableNames(sorted))
            : null;
    }

    /// <summary>Total seats of these tables.</summary>
    public int Seats(IReadOnlyList<int> tableIds) =>
        Option(tableIds)?.Seats ?? tableIds.Sum(id => Table(id)?.Seats ?? 0);

    /// <summary>Table numbers, "5" or "5+6".</summary>
    public string TableNames(IEnumerable<int> tableIds) =>
        string.Join(
            '+',
            tableIds.Select(id => Table(id)?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?")
        );
}

/// <summary>Keeps the catalog in memory until the feed reports a change, on this or another replica.</summary>
public sealed class VenueCatalogCache : IDisposable
{
    private readonly VenueStore _store;
    private readonly VenueFeed _feed;
    private readonly Lock _gate = new();
    private Task<VenueCatalog>? _catalog;

    public VenueCatalogCache(VenueStore store, VenueFeed feed)
    {
        (_store, _feed) = (store, feed);
        // Invalidated before subscribers are notified, so that they read the new catalog.
        _feed.Delivering += OnChanges;
    }

    public async Task<VenueCatalog> GetAsync(CancellationToken cancellationToken = default)
    {
        Task<VenueCatalog> reading;
        lock (_gate)
        {
            if (_catalog is null or { IsFaulted: true } or { IsCanceled: true })
                _catalog = _store.ReadAsync(ReadAsync, CancellationToken.None);
            reading = _catalog;
        }

        return await reading.WaitAsync(cancellationToken);
    }

    public void Dispose() => _feed.Delivering -= OnChanges;

    private void OnChanges(IReadOnlyList<VenueChange> changes)
    {
        if (!changes.Any(c => c.Kind is ChangeKind.Catalog or ChangeKind.Reset))
            return;
        lock (_gate)
            _catalog = null;
    }

    /// <summary>Reads the catalog from the database, untracked.</summary>
    internal static async Task<VenueCatalog> ReadAsync(VenueDb db)
    {
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync() ?? new VenueSettings();
        return new VenueCatalog(
            settings,
            settings.Clock,
            await db.Halls.AsNoTracking().OrderBy(h => h.Order).ThenBy(h => h.Id).ToListAsync(),
            await db.Tables.AsNoTracking().OrderBy(t => t.Number).ToListAsync(),
            await db.Combinations.AsNoTracking().OrderBy(c => c.Seats).ToListAsync(),
            await db.TimeSlots.AsNoTracking().OrderBy(s => s.Start).ThenBy(s => s.Id).ToListAsync()
        )
        {
            SpecialDays = await db.SpecialDays.AsNoTracking().OrderBy(s => s.Day).ThenBy(s => s.StartsAt).ToListAsync(),
        };
    }
}
