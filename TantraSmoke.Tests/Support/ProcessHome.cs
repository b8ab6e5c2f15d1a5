using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// Where a server lives during a test: a working directory, and on PostgreSQL a database and a Redis of its own. The
/// admin is Telegram user 42.
/// </summary>
public sealed class ProcessHome : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private PostgresDatabase? _postgres;

    public string Folder => _folder.Path;

    /// <summary>The variables to start it with.</summary>
    public Dictionary<string, string?> Variables { get; } = new() { ["ADMIN_IDS_RAW"] = "42" };

    /// <param name="telegram">Null: the simulator.</param>
    public static async Task<ProcessHome> CreateAsync(TestDatabase database, FakeBotApiServer? telegram)
    {
        var home = new ProcessHome();
        if (database == TestDatabase.Postgres)
        {
            home._postgres = await MigratedDatabase.CopyAsync();
            foreach (var (name, value) in home._postgres.AsVariables().Concat(TestServers.NextRedis()))
                home.Variables[name] = value;
        }
        else
        {
            await MigratedDatabase.CopyToAsync(TestInstallation.Load(home.Variables, home.Folder).SqliteFile);
        }

        if (telegram is not null)
        {
            home.Variables["BOT_TOKEN"] = telegram.Token;
            home.Variables["TELEGRAM_API_URL"] = telegram.Url;
        }

        return home;
    }

    /// <summary>Puts a gate between the process and its PostgreSQL or Redis ("DB", "REDIS"); not open yet.</summary>
    public TcpGate GateBefore(string server)
    {
        var gate = new TcpGate(
            Variables[$"{server}_HOST"]!,
            int.Parse(Variables[$"{server}_PORT"]!, CultureInfo.InvariantCulture)
        );
        Variables[$"{server}_HOST"] = "127.0.0.1";
        Variables[$"{server}_PORT"] = $"{gate.Port}";
        return gate;
    }

    /// <summary>
    /// Moves the venue to where it is about noon now, so that "today" has bookable times whenever the test runs.
    /// </summary>
    public void MoveToNoon()
    {
        var ahead = 12 - DateTimeOffset.UtcNow.Hour;
        // POSIX counts the other way round: Etc/GMT-3 is three hours ahead of Greenwich.
        Variables["VENUE_TIMEZONE"] =
            ahead == 0
                ? "Etc/GMT"
                : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(ahead > 0 ? '-' : '+')}{Math.Abs(ahead)}");
    }

    /// <summary>A connection of the test's own to the PostgreSQL database, past any gate.</summary>
    public async Task<Npgsql.NpgsqlConnection> ConnectAsync()
    {
        var connection = new Npgsql.NpgsqlConnection(_postgres!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The core on the same database, beside the process; no timers.</summary>
    /// <param name="time">When it is for that core; null is now.</param>
    public BesideStore OpenStore(TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        if (time is not null)
            services.AddSingleton(time);
        services.AddCore(TestInstallation.Load(Variables, Folder));
        return new BesideStore(services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

/// <summary>A second pair of eyes on a process's database.</summary>
public sealed class BesideStore(ServiceProvider services) : IAsyncDisposable
{
    public IServiceProvider Services => services;

    public Task<T> ReadAsync<T>(Func<VenueDb, Task<T>> query, CancellationToken cancellationToken) =>
        services.GetRequiredService<VenueStore>().ReadAsync(query, cancellationToken);

    /// <summary>A guest, and a table for two that they could book for tomorrow.</summary>
    public async Task<(Actor.Guest Guest, BookingRequest Request)> WishAsync(
        long telegramId,
        CancellationToken cancellationToken
    )
    {
        var guest = await services
            .GetRequiredService<GuestService>()
            .RegisterAsync(new TelegramPerson(telegramId, "Ирина", null, "ru"), cancellationToken);
        var catalog = await services.GetRequiredService<VenueCatalogCache>().GetAsync(cancellationToken);
        var tomorrow = catalog.Clock.ServiceDayOf(DateTimeOffset.UtcNow).AddDays(1);
        return (
            new Actor.Guest(guest.Id, guest.Name),
            new BookingRequest(tomorrow, catalog.Slots[^1].Id, new(2), Guid.NewGuid())
        );
    }

    /// <summary>
    /// Pairs of claims on one table that overlap, found by SQL that shares nothing with the code under test.
    /// </summary>
    public static Task<int> OverlapsAsync(VenueStore store, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db =>
                db.Database.SqlQueryRaw<int>(
                        """
                        SELECT CAST(count(*) AS integer) AS "Value" FROM table_claims a JOIN table_claims b
                        ON a.table_id = b.table_id AND a.id < b.id AND a.starts_at < b.ends_at
                            AND b.starts_at < a.ends_at
                        """
                    )
                    .SingleAsync(cancellationToken),
            cancellationToken
        );

    public Task<int> OverlapsAsync(CancellationToken cancellationToken) =>
        OverlapsAsync(services.GetRequiredService<VenueStore>(), cancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
