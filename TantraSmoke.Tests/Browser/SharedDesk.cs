using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(TantraSmoke.Tests.Browser.IdleDesks))]

namespace TantraSmoke.Tests.Browser;

/// <summary>One server on PostgreSQL for the tests of a class, which come one after the other and each find an empty venue.</summary>
public sealed class SharedDesk(BrowserHost browser, IdleDesks idle) : IAsyncDisposable
{
    private DeskProcess? _process;

    /// <summary>The plan is changed here, so no other class gets the server afterwards.</summary>
    public bool HasItsOwnPlan { get; set; }

    public async Task<FrontDesk> OpenAsync()
    {
        if (_process is { IsStillNoon: false })
        {
            await _process.DisposeAsync();
            _process = null;
        }

        _process ??= HasItsOwnPlan ? null : await idle.TakeAsync();
        if (_process is null)
            _process = await DeskProcess.StartAsync(TestDatabase.Postgres);
        else
            await _process.EmptyAsync();
        return new FrontDesk(browser, _process, isOwn: false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (HasItsOwnPlan)
            await _process.DisposeAsync();
        else
            idle.Give(_process);
    }
}

/// <summary>Servers that a class has done with and the next one goes on with: as many as classes run at once.</summary>
public sealed class IdleDesks : IAsyncDisposable
{
    private readonly ConcurrentBag<DeskProcess> _idle = [];

    /// <summary>Null when there is none.</summary>
    public async Task<DeskProcess?> TakeAsync()
    {
        while (_idle.TryTake(out var process))
        {
            if (process.IsStillNoon)
                return process;
            await process.DisposeAsync();
        }

        return null;
    }

    public void Give(DeskProcess process) => _idle.Add(process);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _idle)
            await process.DisposeAsync();
    }
}
