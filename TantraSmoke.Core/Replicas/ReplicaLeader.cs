using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Replicas;

/// <summary>
/// Elects the one process that polls Telegram and runs the timers. On PostgreSQL it is the one whose session holds an
/// advisory lock; on SQLite, which has one process, it is always this one.
/// <para>
/// The server ends the session, and with it the lock, of a process that it has not heard for eight seconds; the process
/// itself steps down before, as soon as its connection breaks. Without other replicas it leads on, since nobody could
/// take over, and guests hear an apology while the database is away.
/// </para>
/// </summary>
public sealed class ReplicaLeader : BackgroundService
{
    /// <summary>Identifies these sessions in pg_stat_activity.</summary>
    public const string SessionName = "TantraSmoke leader";

    private const long AdvisoryLock = 0x4C6561646572; // "Leader"

    /// <summary>Number of replicas if this one holds the lock, else 0. The lock may be taken more than once.</summary>
    private static readonly string TakeLock = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT CASE WHEN pg_try_advisory_lock({AdvisoryLock}) THEN (
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = '{SessionName}') ELSE 0 END
        """
    );

    /// <summary>How often the lock is asked for or confirmed.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource? _source;
    private readonly TimeProvider _time;
    private readonly ILogger<ReplicaLeader> _logger;
    private readonly Outage _outage = new();
    private CancellationTokenSource? _term;
    private volatile TaskCompletionSource<CancellationToken> _nextTerm = NextTerm();
    private bool _isAlone;

    public ReplicaLeader(InstallationSettings installation, TimeProvider time, ILogger<ReplicaLeader> logger)
    {
        (_time, _logger) = (time, logger);
        if (installation.Postgres is not { } postgres)
        {
            _nextTerm.SetResult(CancellationToken.None);
            return;
        }

        // A beat that fails does so within six seconds, before the server gives the lock to another.
        _source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(postgres.ToConnectionString())
            {
                ApplicationName = SessionName,
                Pooling = false,
                Timeout = 4,
                CommandTimeout = 4,
                CancellationTimeout = -1,
            }
        );
    }

    /// <summary>Whether this process leads.</summary>
    public bool IsLeader => _nextTerm.Task.IsCompletedSuccessfully;

    /// <summary>
    /// Runs work while this process leads: cancels it when it steps down and starts it again when it is elected anew.
    /// Returns when the work does, or when stopped.
    /// </summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var term = await _nextTerm.Task.WaitAsync(stoppingToken);
                using var over = CancellationTokenSource.CreateLinkedTokenSource(term, stoppingToken);
                try
                {
                    await work(over.Token);
                    if (!term.IsCancellationRequested)
                        return;
                }
                catch (OperationCanceledException) when (term.IsCancellationRequested)
                {
                    // Stepped down.
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    public override void Dispose()
    {
        _source?.Dispose();
        _term?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_source is null)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StandAsync(_source, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                _logger.Log(
                    _outage.Level(LogLevel.Warning),
                    "The database connection for electing a leader broke and is opened again: {Reason}",
                    fault.Message
                );
                if (!_isAlone)
                    await StepDownAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), _time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await StepDownAsync();
    }

    private async Task StandAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand("SET idle_session_timeout = '8s'", connection))
            await command.ExecuteNonQueryAsync(cancellationToken);
        await using var takeLock = new NpgsqlCommand(TakeLock, connection);
        while (true)
        {
            var replicas = (long)(await takeLock.ExecuteScalarAsync(cancellationToken))!;
            _outage.End();
            _isAlone = replicas == 1;
            if (replicas == 0)
                await StepDownAsync();
            else
                Lead();
            // Notices at once when the connection breaks.
            await connection.WaitAsync(Beat, cancellationToken);
        }
    }

    private void Lead()
    {
        if (_term is not null)
            return;
        _logger.LogInformation("This process leads: it polls Telegram and runs the timers");
        _term = new CancellationTokenSource();
        _nextTerm.SetResult(_term.Token);
    }

    private async Task StepDownAsync()
    {
        if (_term is not { } term)
            return;
        _logger.LogInformation("This process leads no more");
        _nextTerm = NextTerm();
        _term = null;
        await term.CancelAsync();
        term.Dispose();
    }

    private static TaskCompletionSource<CancellationToken> NextTerm() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
