using TantraSmoke.Bot.Dialogs;

namespace TantraSmoke.Tests.Unit.Screens;

public sealed class ChatTurnsTests
{
    private readonly ChatTurns _turns = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_WhileAnotherHasTheChat_Waits_AndNoOtherChatDoes()
    {
        var first = await _turns.TakeAsync(7, Ct);
        var second = _turns.TakeAsync(7, Ct);

        // Every chat has a turn of its own, whatever its number.
        foreach (var other in Enumerable.Range(8, 5000))
            (await _turns.TakeAsync(other, Ct).WaitAsync(TimeSpan.FromSeconds(5), Ct)).Dispose();
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second.WaitAsync(TimeSpan.FromSeconds(5), Ct)).Dispose();
    }

    [Fact]
    public async Task Take_GivenUp_LeavesTheTurnToOthers()
    {
        using var impatient = new CancellationTokenSource();
        var first = await _turns.TakeAsync(7, Ct);
        var second = _turns.TakeAsync(7, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();
        (await _turns.TakeAsync(7, Ct).WaitAsync(TimeSpan.FromSeconds(5), Ct)).Dispose();
    }
}
