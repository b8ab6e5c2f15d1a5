using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Tests.Data.Replicas;

/// <summary>Which of the processes on one PostgreSQL database polls and runs the timers.</summary>
public sealed class ReplicaLeaderTests : IAsyncLifetime
{
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(15);

    private TestVenue _venue = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public async ValueTask InitializeAsync() => _venue = await TestVenue.OpenAsync(TestDatabase.Postgres);

    public ValueTask DisposeAsync() => _venue.DisposeAsync();

    [Fact]
    public async Task Stopped_AnotherLeads_AndNeverBoth()
    {
        await using var first = await Candidate.StartAsync(_venue.Installation);
        await LeadsAsync(first);
        await using var second = await Candidate.StartAsync(_venue.Installation);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancel);
        Assert.False(second.Leader.IsLeader);
        Assert.False(second.IsWorking);

        await first.DisposeAsync();

        await LeadsAsync(second);
        Assert.False(first.IsWorking);
    }

    [Fact]
    public async Task SessionEndedByTheServer_LeavesOneLeader()
    {
        await using var first = await Candidate.StartAsync(_venue.Installation);
        await LeadsAsync(first);
        await using var second = await Candidate.StartAsync(_venue.Installation);
        await KnowEachOtherAsync();

        Assert.Equal(1, await EndLeadersSessionAsync());

        await Eventually.Holds(() => first.Terms == 2 || second.Terms == 1, "one leads again", TakeOver, Cancel);
        // Long enough for both to have asked again.
        await Task.Delay(TimeSpan.FromSeconds(3), Cancel);
        Assert.Single(new[] { first, second }, candidate => candidate.IsWorking);
    }

    [Fact]
    public async Task ConnectionGoneSilent_StepsDownBeforeTheOtherLeads()
    {
        await using var gate = Gate(out var installation).Open();
        await using var first = await Candidate.StartAsync(installation);
        await LeadsAsync(first);
        await using var second = await Candidate.StartAsync(_venue.Installation);
        await KnowEachOtherAsync();
        var overlapped = false;
        second.Began += () => overlapped = first.IsWorking;

        // Not refused, not closed: as if a cable was pulled. New connections of the first fail.
        gate.Forget();
        gate.To = 1;

        await LeadsAsync(second);
        Assert.False(first.IsWorking);
        Assert.False(overlapped);
    }

    [Fact]
    public async Task DatabaseAway_TheOnlyOneLeadsOn_UntilAnotherHasTakenOver()
    {
        await using var gate = Gate(out var installation).Open();
        await using var only = await Candidate.StartAsync(installation);
        await LeadsAsync(only);

        gate.Shut();
        await Task.Delay(TimeSpan.FromSeconds(3), Cancel);
        Assert.True(only.IsWorking);
        Assert.Single(only.Log.Of(LogLevel.Warning));
        await using var other = await Candidate.StartAsync(_venue.Installation);
        await LeadsAsync(other);
        gate.Open();

        await Eventually.Holds(() => !only.IsWorking, "the first steps down", TakeOver, Cancel);
        Assert.True(other.IsWorking);
        Assert.Equal(1, only.Terms);
    }

    [Fact]
    public async Task Timers_RunOnTheLeaderOnly()
    {
        await using var services = _venue.Replica();
        var timers = Timers(services);
        var hold = await _venue.Bookings.Book.HoldAsync(
            await _venue.GuestAsync(),
            await _venue.RequestAsync(20, table: 5),
            Cancel
        );
        Assert.True(hold.Succeeded, hold.Error?.ToString());
        _venue.Time.Set(TestVenue.Friday.AddMinutes(10));
        foreach (var timer in timers)
            await timer.StartAsync(Cancel);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        Assert.True(await IsHeldAsync());

        var leader = services.GetRequiredService<ReplicaLeader>();
        await leader.StartAsync(Cancel);

        await Eventually.Holds(async () => !await IsHeldAsync(), "the hold is over", TakeOver, Cancel);
        foreach (var timer in timers.Append(leader))
            await timer.StopAsync(Cancel);

        Task<bool> IsHeldAsync() =>
            _venue.Store.ReadAsync(db => db.Claims.AnyAsync(c => c.BookingId == null, Cancel), Cancel);
    }

    private static List<IHostedService> Timers(ServiceProvider services) =>
        [ActivatorUtilities.CreateInstance<TantraSmoke.Core.Bookings.BookingTimer>(services)];

    private static Task LeadsAsync(Candidate candidate) =>
        Eventually.Holds(() => candidate.IsWorking, "it leads", TakeOver, Cancel);

    /// <summary>Until the leader has seen that it is not the only one.</summary>
    private static Task KnowEachOtherAsync() => Task.Delay(TimeSpan.FromSeconds(3), Cancel);

    private Task<int> EndLeadersSessionAsync() =>
        _venue.Store.ReadAsync(
            db =>
                db.Database.SqlQueryRaw<int>(
                        $"""
                        SELECT CAST(count(pg_terminate_backend(a.pid)) AS integer) AS "Value"
                        FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory'
                        WHERE a.datname = current_database() AND a.application_name = '{ReplicaLeader.SessionName}'
                        """
                    )
                    .SingleAsync(Cancel),
            Cancel
        );

    private TcpGate Gate(out Core.Installation.InstallationSettings installation)
    {
        var postgres = _venue.Installation.Postgres!;
        var gate = new TcpGate(postgres.Host, postgres.Port);
        installation = _venue.Installation with { Postgres = postgres with { Host = "127.0.0.1", Port = gate.Port } };
        return gate;
    }

    /// <summary>A process that works while it leads.</summary>
    private sealed class Candidate : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private Task _working = Task.CompletedTask;
        private volatile bool _isWorking;

        private Candidate(Core.Installation.InstallationSettings installation) =>
            Leader = new ReplicaLeader(installation, TimeProvider.System, Log);

        public event Action? Began;

        public RecordedLog<ReplicaLeader> Log { get; } = new();
        public ReplicaLeader Leader { get; }
        public bool IsWorking => _isWorking;
        public int Terms { get; private set; }

        public static async Task<Candidate> StartAsync(Core.Installation.InstallationSettings installation)
        {
            var candidate = new Candidate(installation);
            await candidate.Leader.StartAsync(Cancel);
            candidate._working = candidate.Leader.RunAsync(candidate.WorkAsync, candidate._stop.Token);
            return candidate;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _working;
            await Leader.StopAsync(CancellationToken.None);
            Leader.Dispose();
        }

        private async Task WorkAsync(CancellationToken cancellationToken)
        {
            Terms++;
            Began?.Invoke();
            _isWorking = true;
            await Task.Delay(Timeout.Infinite, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _isWorking = false;
        }
    }
}
