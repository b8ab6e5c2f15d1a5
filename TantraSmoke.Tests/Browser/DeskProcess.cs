using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// A venue at noon of its day: its database, a server on it, and the core beside that as another process has it.
/// </summary>
public sealed class DeskProcess : IAsyncDisposable
{
    private static readonly string[] Plan =
    [
        "halls",
        "tables",
        "table_photos",
        "table_combinations",
        "time_slots",
        "special_days",
        "settings",
    ];

    private readonly int _hour = DateTimeOffset.UtcNow.Hour;
    private DashboardServer? _server;
    private WebProcess? _process;
    private TcpGate? _door;

    private DeskProcess(ProcessHome home, BesideStore store) => (Home, Store) = (home, store);

    public ProcessHome Home { get; }
    public BesideStore Store { get; }
    public Uri Address => new($"http://127.0.0.1:{_door?.Port ?? Port}");

    /// <summary>Noon lasts an hour.</summary>
    public bool IsStillNoon => DateTimeOffset.UtcNow.Hour == _hour;

    /// <param name="prepare">What the server finds otherwise than the core beside it, a gate for example.</param>
    /// <param name="canStop">Whether its address outlives it, so that it can be stopped and started again.</param>
    /// <param name="isProcess">Whether it is a real process besides, with signals and an exit code.</param>
    public static async Task<DeskProcess> StartAsync(
        TestDatabase database,
        Action<ProcessHome>? prepare = null,
        bool canStop = false,
        bool isProcess = false
    )
    {
        var home = await ProcessHome.CreateAsync(database, telegram: null);
        home.MoveToNoon();
        var store = home.OpenStore();
        await store.Services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel);
        if (database == TestDatabase.Postgres)
            await KeepPlanAsync(home);
        prepare?.Invoke(home);
        var desk = new DeskProcess(home, store);
        if (isProcess)
            desk._process = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        else
            desk._server = await DashboardServer.StartAsync(home);
        if (canStop || isProcess)
            desk._door = new TcpGate("127.0.0.1", desk.Port).Open();
        return desk;
    }

    private int Port => _process?.Address.Port ?? _server!.Address.Port;

    /// <summary>Stops it as an update does; the exit code of a real process.</summary>
    public async Task<int> StopAsync()
    {
        if (_process is not null)
            return await _process.StopAsync();
        await _server!.DisposeAsync();
        return 0;
    }

    /// <summary>See <see cref="WebProcess.KillAsync"/>.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Starts it again at the same address, in this process.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
        _server = await DashboardServer.StartAsync(Home);
        _door!.To = Port;
    }

    /// <summary>
    /// Takes away everything that happened at a venue on PostgreSQL, and puts plan, hours and settings back; staff
    /// stay. Ids are not used again.
    /// </summary>
    public async Task EmptyAsync()
    {
        await using var connection = await Home.ConnectAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            $"""
            BEGIN;
            -- Audit and history refuse to lose rows.
            SET LOCAL session_replication_role = replica;
            DELETE FROM booking_history; DELETE FROM waitlist_entries; DELETE FROM table_claims; DELETE FROM bookings;
            DELETE FROM outbox; DELETE FROM audit; DELETE FROM chat_sessions;
            UPDATE users SET merged_into_id = NULL; DELETE FROM users;
            DELETE FROM talk_messages; DELETE FROM friend_answers; DELETE FROM posted_cards;
            {string.Concat(
                Plan.Select(table => $"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept.{table}; ")
            )}
            COMMIT;
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(TestVenue.Cancel);
        foreach (var services in (IServiceProvider[])[Store.Services, _server!.Services])
            services.GetRequiredService<VenueFeed>().Deliver([VenueChange.Reset]);
    }

    private static async Task KeepPlanAsync(ProcessHome home)
    {
        await using var connection = await home.ConnectAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            "CREATE SCHEMA kept; "
                + string.Concat(Plan.Select(table => $"CREATE TABLE kept.{table} AS TABLE {table}; ")),
            connection
        );
        await command.ExecuteNonQueryAsync(TestVenue.Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_process is not null)
            await _process.DisposeAsync();
        if (_door is not null)
            await _door.DisposeAsync();
        await Store.DisposeAsync();
        await Home.DisposeAsync();
    }
}
