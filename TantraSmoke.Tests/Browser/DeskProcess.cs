using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Tests.Browser;

/// <summary>A venue at noon of its day: its database, a server on it, and the core beside that as another process has it.</summary>
public sealed class DeskProcess : IAsyncDisposable
{
    private readonly int _hour = DateTimeOffset.UtcNow.Hour;
    private DashboardServer? _server;
    private WebProcess? _process;
    private TcpGate? _door;

    private DeskProcess(ProcessHome home, BesideStore store) => (Home, Store) = (home, store);

    public ProcessHome Home { get; }
    public BesideStore Store { get; }
    public Uri Address => _server?.Address ?? new Uri($"http://127.0.0.1:{_door!.Port}");

    /// <summary>Noon lasts an hour.</summary>
    public bool IsStillNoon => DateTimeOffset.UtcNow.Hour == _hour;

    /// <param name="prepare">What the server finds otherwise than the core beside it, a gate for example.</param>
    /// <param name="canStop">Whether it is a real process, with signals and an exit code; its address outlives it.</param>
    public static async Task<DeskProcess> StartAsync(TestDatabase database, Action<ProcessHome>? prepare = null, bool canStop = false)
    {
        var home = await ProcessHome.CreateAsync(database, telegram: null);
        home.MoveToNoon();
        var store = home.OpenStore();
        await store.Services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel);
        prepare?.Invoke(home);
        var desk = new DeskProcess(home, store);
        if (canStop)
        {
            desk._process = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
            desk._door = new TcpGate("127.0.0.1", desk._process.Address.Port).Open();
        }
        else
        {
            desk._server = await DashboardServer.StartAsync(home);
        }

        return desk;
    }

    /// <summary>See <see cref="WebProcess.StopAsync"/>.</summary>
    public Task<int> StopAsync() => _process!.StopAsync();

    /// <summary>See <see cref="WebProcess.KillAsync"/>.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Starts the process again at the same address.</summary>
    public async Task StartAgainAsync()
    {
        await _process!.DisposeAsync();
        _process = WebProcess.Start(Home.Folder, Home.Variables);
        await _process.WaitForOutputAsync("Now listening");
        _door!.To = _process.Address.Port;
    }

    /// <summary>Takes away everything that happened at a venue on PostgreSQL; plan, hours, settings and staff stay. Ids are not used again.</summary>
    public async Task EmptyAsync()
    {
        await using var connection = await Home.ConnectAsync();
        await using var command = new Npgsql.NpgsqlCommand("""
            BEGIN;
            -- Audit and history refuse to lose rows.
            SET LOCAL session_replication_role = replica;
            DELETE FROM booking_history; DELETE FROM waitlist_entries; DELETE FROM table_claims; DELETE FROM bookings; DELETE FROM outbox;
            DELETE FROM audit; DELETE FROM chat_sessions; UPDATE users SET merged_into_id = NULL; DELETE FROM users;
            COMMIT;
            """, connection);
        await command.ExecuteNonQueryAsync(TestVenue.Cancel);
        await using var tell = new Npgsql.NpgsqlCommand("SELECT pg_notify('tantrasmoke', $1)", connection)
        {
            Parameters = { new() { Value = JsonSerializer.Serialize(new { From = "", Changes = new[] { VenueChange.Reset } }) } },
        };
        await tell.ExecuteNonQueryAsync(TestVenue.Cancel);
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
