using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Replicas;

/// <summary>
/// Relays changes between replicas on PostgreSQL: local commits are sent as batched NOTIFY on a connection of its own
/// (inside the booking's transaction it would halve the commit rate), and one LISTEN connection receives the others'. A
/// poll every two seconds finds commits whose notification was lost in a crash.
/// </summary>
public sealed class ChangeRelay : BackgroundService
{
    private const string ChannelName = "tantrasmoke";

    /// <summary>NOTIFY carries at most 8,000 bytes.</summary>
    private const int MostPerNotice = 60;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);
    private readonly string _self = Guid.NewGuid().ToString("N")[..12];
    private readonly Channel<VenueChange> _outgoing = Channel.CreateBounded<VenueChange>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );
    private readonly NpgsqlDataSource _source;
    private readonly VenueFeed _feed;
    private readonly ChangePoller _missed;
    private readonly TimeProvider _time;
    private readonly ILogger<ChangeRelay> _logger;

    public ChangeRelay(
        InstallationSettings installation,
        VenueFeed feed,
        VenueStore store,
        TimeProvider time,
        ILogger<ChangeRelay> logger
    )
    {
        var connection = new NpgsqlConnectionStringBuilder(installation.Postgres!.ToConnectionString())
        {
            Pooling = false,
            KeepAlive = 10,
        };
        _source = NpgsqlDataSource.Create(connection);
        (_feed, _time, _logger) = (feed, time, logger);
        _missed = new ChangePoller(store, feed);
        _feed.CommittedHere += Enqueue;
    }

    public override void Dispose()
    {
        _feed.CommittedHere -= Enqueue;
        _missed.Dispose();
        _source.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            KeepAsync("announcing changes", AnnounceAsync, stoppingToken),
            KeepAsync("listening for changes", ListenAsync, stoppingToken),
            KeepAsync("looking for missed changes", _missed.PollAsync, stoppingToken)
        );

    private void Enqueue(IReadOnlyList<VenueChange> changes)
    {
        foreach (var change in changes)
            _outgoing.Writer.TryWrite(change);
    }

    private async Task KeepAsync(string what, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        var outage = new Outage();
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = _time.GetTimestamp();
            try
            {
                await work(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                if (_time.GetElapsedTime(began) > Settled)
                    outage.End();
                _logger.Log(
                    outage.Level(LogLevel.Warning),
                    "The database connection for {What} broke and is opened again: {Reason}",
                    what,
                    fault.Message
                );
                await Task.Delay(TimeSpan.FromSeconds(1), _time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection)
        {
            Parameters =
            {
                new() { Value = ChannelName },
                new(),
            },
        };
        while (await _outgoing.Reader.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<VenueChange>();
            while (batch.Count < MostPerNotice && _outgoing.Reader.TryRead(out var change))
                batch.Add(change);
            command.Parameters[1].Value = JsonSerializer.Serialize(new Notice(_self, [.. batch.Distinct()]));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, notification) =>
        {
            var notice = JsonSerializer.Deserialize<Notice>(notification.Payload);
            if (notice is not null && notice.From != _self)
                _feed.Deliver(notice.Changes);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        // Only after LISTEN: earlier commits were not received, later ones will be.
        _feed.Deliver([VenueChange.Reset]);
        while (true)
        {
            if (await connection.WaitAsync(Heartbeat, cancellationToken))
                continue;
            await using var beat = new NpgsqlCommand("SELECT 1", connection);
            await beat.ExecuteScalarAsync(cancellationToken);
        }
    }

    private sealed record Notice(string From, VenueChange[] Changes);
}
