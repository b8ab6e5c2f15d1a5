using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.GuestRecords;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Tests.Support;

/// <summary>The databases every data test runs on.</summary>
public enum TestDatabase
{
    Sqlite,
    Postgres,
}

/// <summary>
/// A venue with the shipped tables and slots on a database of its own. The clock stands at 12:00 UTC (15:00 in Moscow)
/// on Friday 20 November 2026 unless told otherwise.
/// </summary>
public sealed class TestVenue : IAsyncDisposable
{
    public static readonly DateTimeOffset Friday = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2026, 11, 20);
    public static readonly VenueClock Moscow = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        new TimeOnly(6, 0)
    );
    public static readonly Actor.Staff Anna = new(1, StaffRole.Host, "Anna");
    public static readonly Actor.Staff Boris = new(2, StaffRole.Admin, "Boris");

    private readonly TempFolder _folder = new();
    private PostgresDatabase? _postgres;

    private TestVenue(TestTime time) => Time = time;

    public TestTime Time { get; }
    public InstallationSettings Installation { get; private set; } = null!;
    public ServiceProvider Services { get; private set; } = null!;
    public VenueStore Store => Services.GetRequiredService<VenueStore>();
    public BookingDesk Bookings => Services.GetRequiredService<BookingDesk>();
    public BookingQueries Queries => Services.GetRequiredService<BookingQueries>();
    public AvailabilityQueries Availability => Services.GetRequiredService<AvailabilityQueries>();
    public GuestNotes GuestNotes => Services.GetRequiredService<GuestNotes>();
    public GuestErasure Erasure => Services.GetRequiredService<GuestErasure>();
    public GuestMerging Merging => Services.GetRequiredService<GuestMerging>();

    /// <summary>What was asked of Telegram and is not what the Bot API takes.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts a venue.</summary>
    /// <param name="variables">Further settings, named as in the environment.</param>
    /// <param name="configure">Further services, for example a messenger.</param>
    public static async Task<TestVenue> OpenAsync(
        TestDatabase database,
        DateTimeOffset? now = null,
        IReadOnlyDictionary<string, string?>? variables = null,
        Action<IServiceCollection, InstallationSettings>? configure = null
    )
    {
        var venue = new TestVenue(new TestTime(now ?? Friday));
        var all = new Dictionary<string, string?>(variables ?? new Dictionary<string, string?>());
        if (database == TestDatabase.Postgres)
        {
            venue._postgres = await MigratedDatabase.CopyAsync();
            foreach (var (name, value) in venue._postgres.AsVariables())
                all[name] = value;
        }

        venue.Installation = TestInstallation.Load(all, venue._folder.Path);
        if (database == TestDatabase.Sqlite)
            await MigratedDatabase.CopyToAsync(
                venue.Installation.SqliteFile,
                isSetUp: now is null && variables is null or { Count: 0 }
            );
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(venue.Time);
        services.AddCore(venue.Installation);
        configure?.Invoke(services, venue.Installation);
        venue.Services = services.BuildServiceProvider();
        await venue.Services.GetRequiredService<VenueSetup>().RunAsync(Cancel);
        return venue;
    }

    /// <summary>
    /// Another process on the same database, with the same clock: services, caches and connections of its own. On
    /// SQLite, which has one process, the venue's own services.
    /// </summary>
    public ServiceProvider Replica()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(Time);
        services.AddCore(Installation);
        if (_postgres is null)
            services.AddSingleton(Store);
        return services.BuildServiceProvider();
    }

    /// <summary>A guest known from Telegram.</summary>
    public async Task<Actor.Guest> GuestAsync(int number = 1, string name = "Ирина")
    {
        var person = new TelegramPerson(1000 + number, $"{name} {number}", $"guest{number}", "ru");
        var guest = await Services.GetRequiredService<GuestService>().RegisterAsync(person, Cancel);
        return new Actor.Guest(guest.Id, guest.Name);
    }

    /// <summary>The service day it is.</summary>
    public DateOnly Today() => Moscow.ServiceDayOf(Time.GetUtcNow());

    /// <summary>The id of the slot that starts at this hour.</summary>
    public async Task<int> SlotAsync(int hour) =>
        (await CatalogAsync()).Slots.Single(s => s.Start == new TimeOnly(hour, 0)).Id;

    /// <summary>The id of the table with this number.</summary>
    public async Task<int> TableAsync(int number) => (await CatalogAsync()).Tables.Single(t => t.Number == number).Id;

    public Task<VenueCatalog> CatalogAsync() => Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);

    /// <summary>A request for two at that hour of the day.</summary>
    /// <param name="guest">The guest that staff book for.</param>
    public async Task<BookingRequest> RequestAsync(
        int hour,
        int? table = null,
        int party = 2,
        DateOnly? day = null,
        long? guest = null
    ) =>
        new(day ?? Day, await SlotAsync(hour), new(party, guest), Guid.NewGuid())
        {
            TableIds = table is { } number ? [await TableAsync(number)] : null,
        };

    /// <summary>Books and insists that it works.</summary>
    public async Task<Booking> BookAsync(
        Actor actor,
        int hour,
        int? table = null,
        int party = 2,
        DateOnly? day = null
    ) => await BookAsync(actor, await RequestAsync(hour, table, party, day));

    /// <summary>The same with a request of one's own.</summary>
    public async Task<Booking> BookAsync(Actor actor, BookingRequest request)
    {
        var outcome = await Bookings.Book.CreateAsync(actor, request, Cancel);
        Assert.True(outcome.Succeeded, outcome.Error?.ToString());
        return outcome.Value;
    }

    /// <summary>Changes the venue's rules.</summary>
    public Task SettingsAsync(Action<VenueSettings> change) =>
        Store.ChangeAsync(
            Boris,
            async db =>
            {
                change(db.Settings.Single());
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

    /// <summary>See <see cref="BesideStore"/>.</summary>
    public Task<int> OverlapsAsync() => BesideStore.OverlapsAsync(Store, Cancel);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        Assert.Empty(Violations.Distinct());
    }
}

/// <summary>Runs a theory once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        System.Reflection.MethodInfo testMethod,
        Xunit.Sdk.DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            .. Enum.GetValues<TestDatabase>().Select(database => new TheoryDataRow<TestDatabase>(database)),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
