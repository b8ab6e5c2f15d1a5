using Microsoft.JSInterop;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Tests.Unit.Shared;

public sealed class ScriptPartsTests
{
    [Fact]
    public async Task Release_CallsTheLastFunction_AndLetsTheModuleGo()
    {
        var (part, module) = (new Part(null), new Part(null));

        await ScriptParts.ReleaseAsync("end", part, module);

        Assert.Equal(["end"], part.Calls);
        Assert.Equal((false, true), (part.IsReleased, module.IsReleased));
    }

    [Fact]
    public async Task Release_OfAPageThatIsGoneOrSilent_IsDone()
    {
        Exception[] endings =
        [
            new JSDisconnectedException("closed"),
            new TaskCanceledException("silent"),
            new ObjectDisposedException("page"),
        ];
        foreach (var ending in endings)
            await ScriptParts.ReleaseAsync("end", new Part(ending), new Part(null));
    }

    [Fact]
    public async Task Release_FaultOfTheScript_IsNotSwallowed() =>
        await Assert.ThrowsAsync<JSException>(async () =>
            await ScriptParts.ReleaseAsync("end", new Part(new JSException("a bug")), null)
        );

    private sealed class Part(Exception? fault) : IJSObjectReference
    {
        public List<string> Calls { get; } = [];
        public bool IsReleased { get; private set; }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            return fault is null ? ValueTask.FromResult<TValue>(default!) : ValueTask.FromException<TValue>(fault);
        }

        public ValueTask<TValue> InvokeAsync<TValue>(
            string identifier,
            CancellationToken cancellationToken,
            object?[]? args
        ) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            IsReleased = true;
            return ValueTask.CompletedTask;
        }
    }
}
