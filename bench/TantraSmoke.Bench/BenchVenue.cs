using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TantraSmoke.Core;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Bench;

/// <summary>A venue with many tables and the shipped slots on a fresh database, bookable for years.</summary>
internal sealed class BenchVenue : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tantrasmoke-bench-").FullName;
    private string? _database;

    public ServiceProvider Services { get; private set; } = null!;

    public InstallationSettings Installation { get; private set; } = null!;

    /// <summary>To start a process on the same database with.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; private set; } = null!;

    /// <summary>A directory that goes with the venue.</summary>
    public string Folder => _folder;

    public VenueStore Store => Services.GetRequiredService<VenueStore>();

    public static string Server =>
        Environment.GetEnvironmentVariable("TEST_PG")
        ?? throw new InvalidOperationException("TEST_PG is not set: start with bench/run.sh");

    /// <summary>Connection string of this venue's PostgreSQL database.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ConnectionString;

    public static async Task<BenchVenue> OpenAsync(
        bool postgres,
        int tables,
        Dictionary<string, string?>? more = null,
        Action<IServiceCollection, InstallationSettings>? configure = null,
        int horizonDays = 4000
    )
    {
        var venue = new BenchVenue();
        var variables = new Dictionary<string, string?>(more ?? [])
        {
            ["ADMIN_IDS_RAW"] = "42",
            ["TABLES_JSON"] = JsonSerializer.Serialize(
                Enumerable
                    .Range(1, tables)
                    .Select(n => new
                    {
                        id = n,
                        capacity = 4,
                        description = $"Table {n}",
                    })
            ),
        };
        if (postgres)
        {
            venue._database = $"bench_{Guid.NewGuid():N}";
            await OnServerAsync($"CREATE DATABASE {venue._database}");
            var server = new NpgsqlConnectionStringBuilder(Server);
            variables["DB_HOST"] = server.Host;
            variables["DB_PORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
            variables["DB_USER"] = server.Username;
            variables["DB_PASSWORD"] = server.Password;
            variables["DB_NAME"] = venue._database;
        }

        venue.Variables = variables;
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(variables);
        configuration[InstallationSettings.WorkingDirectoryKey] = venue._folder;
        venue.Installation = InstallationSettings.Load(configuration);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddCore(venue.Installation);
        configure?.Invoke(services, venue.Installation);
        venue.Services = services.BuildServiceProvider();
        await venue.Services.GetRequiredService<VenueSetup>().RunAsync(CancellationToken.None);
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var settings = await db.Settings.SingleAsync();
                settings.HorizonDays = horizonDays;
                settings.ActiveBookingsPerGuest = 1_000_000;
                await db.SaveChangesAsync();
            },
            CancellationToken.None
        );
        return venue;
    }

    public async Task<Actor.Guest> GuestAsync(int number)
    {
        var guest = await Services
            .GetRequiredService<GuestService>()
            .RegisterAsync(new TelegramPerson(number, $"Guest {number}", null, "en"), CancellationToken.None);
        return new Actor.Guest(guest.Id, guest.Name);
    }

    public Task<VenueCatalog> CatalogAsync() => Services.GetRequiredService<VenueCatalogCache>().GetAsync();

    public DateOnly Today(VenueCatalog catalog) =>
        catalog.Clock.ServiceDayOf(Services.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>Removes every booking, with all that belongs to them (PostgreSQL only).</summary>
    public Task EmptyBookAsync() =>
        Store.ReadAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                // The history refuses to lose rows.
                "BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE outbox, bookings CASCADE; COMMIT"
            )
        );

    /// <summary>
    /// Claims that begin before an earlier one on their table has ended. One sort, because here are hundreds of
    /// thousands.
    /// </summary>
    public Task<int> OverlapsAsync() =>
        Store.ReadAsync(db =>
            db.Database.SqlQueryRaw<int>(
                    """
                    SELECT CAST(count(*) AS integer) AS "Value" FROM (
                        SELECT starts_at < max(ends_at) OVER (PARTITION BY table_id ORDER BY starts_at,
                            id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS is_too_early
                        FROM table_claims) AS claims
                    WHERE is_too_early
                    """
                )
                .SingleAsync()
        );

    /// <summary>Guests in Telegram who have not booked yet; more than are made one by one.</summary>
    public Task AddGuestsAsync(int count) =>
        Store.ReadAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO users (telegram_id, name, tags, is_blocked, is_unreachable, created_at)
                SELECT 900000 + n, 'Guest ' || n, ARRAY[]::text[], false, false, now()
                    FROM generate_series(1, {count}) AS n
                """
            )
        );

#pragma warning disable EF1002 // The name comes from this program.
    public Task<int> CountAsync(string what) =>
        Store.ReadAsync(db =>
            db.Database.SqlQueryRaw<int>($"SELECT CAST(count(*) AS integer) AS \"Value\" FROM {what}").SingleAsync()
        );
#pragma warning restore EF1002

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database is not null)
            await OnServerAsync($"DROP DATABASE {_database} WITH (FORCE)");
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
