using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(TantraSmoke.Tests.Browser.IdleDesks))]

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// One server on PostgreSQL for the tests of a class, which come one after the other and each find an empty venue.
/// </summary>
public sealed class SharedDesk(BrowserHost browser, IdleDesks idle) : IDisposable
{
    private DeskProcess? _process;

    public async Task<FrontDesk> OpenAsync()
    {
        if (_process is { IsStillNoon: false })
        {
            await _process.DisposeAsync();
            _process = null;
        }

        _process ??= await idle.TakeAsync();
        if (_process is null)
            _process = await DeskProcess.StartAsync(TestDatabase.Postgres);
        else
            await _process.EmptyAsync();
        return new FrontDesk(browser, _process, isOwn: false);
    }

    public void Dispose()
    {
        if (_process is not null)
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
