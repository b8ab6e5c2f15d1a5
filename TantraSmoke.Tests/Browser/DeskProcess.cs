using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Tests.Browser;

/// <summary>A venue at noon of its day: its database, a real process on it, and the core beside the process.</summary>
public sealed class DeskProcess : IAsyncDisposable
{
    private readonly int _hour;

    private DeskProcess(ProcessHome home, BesideStore store, WebProcess web, int hour) => (Home, Store, Web, _hour) = (home, store, web, hour);

    public ProcessHome Home { get; }
    public BesideStore Store { get; }
    public WebProcess Web { get; private set; }

    /// <summary>Noon lasts an hour.</summary>
    public bool IsStillNoon => DateTimeOffset.UtcNow.Hour == _hour;

    /// <param name="prepare">What the process finds otherwise than the core beside it, a gate for example.</param>
    public static async Task<DeskProcess> StartAsync(TestDatabase database, Action<ProcessHome>? prepare = null)
    {
        var hour = DateTimeOffset.UtcNow.Hour;
        var home = await ProcessHome.CreateAsync(database, telegram: null);
        home.MoveToNoon();
        var store = home.OpenStore();
        await store.Services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel);
        prepare?.Invoke(home);
        return new DeskProcess(home, store, await WebProcess.StartLiveAsync(home.Folder, home.Variables), hour);
    }

    /// <summary>Starts the process again at the same address.</summary>
    public async Task StartAgainAsync()
    {
        Home.Variables["ASPNETCORE_URLS"] = Web.Address.AbsoluteUri.TrimEnd('/');
        await Web.DisposeAsync();
        Web = WebProcess.Start(Home.Folder, Home.Variables);
        await Web.WaitForOutputAsync("Now listening");
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
        await Web.DisposeAsync();
        await Store.DisposeAsync();
        await Home.DisposeAsync();
    }
}
