using FsCheck;
using FsCheck.Fluent;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Unit.Rooms;

public sealed class DraftHistoryTests
{
    [Fact]
    public void UndoAndRedo_StepThroughWhatWasDone_AndANewStepForgetsTheUndone()
    {
        var history = new DraftHistory(HallDraft.New("a"));
        Assert.False(history.IsChanged || history.CanUndo || history.CanRedo);
        Name(history, "b");
        Name(history, "c");
        Assert.True(history.Undo());
        Assert.Equal("b", history.Now.Name);
        Assert.True(history.CanRedo && history.IsChanged);

        Name(history, "d");

        Assert.False(history.Redo());
        Assert.True(history.Undo() && history.Undo());
        Assert.False(history.Undo() || history.IsChanged);
    }

    [Fact]
    public void Do_StepsOfOneRun_AreTakenBackTogether()
    {
        var history = new DraftHistory(HallDraft.New("a"));
        foreach (var typed in new[] { "ab", "abc", "abcd" })
            Name(history, typed, "name");
        Name(history, "x", "other");
        Assert.False(history.Do(history.Now, "other"));

        history.Undo();
        Assert.Equal("abcd", history.Now.Name);
        history.Undo();
        Assert.Equal("a", history.Now.Name);
        history.Redo();
        // A step back ends the run.
        Name(history, "abcde", "name");
        history.Undo();
        Assert.Equal("abcd", history.Now.Name);
    }

    [Fact]
    public void Save_IsANewBeginning()
    {
        var history = new DraftHistory(HallDraft.New("a"));
        Name(history, "b");
        history.Save(history.Now with { HallId = 3, Version = 1 });

        Assert.False(history.IsChanged || history.CanUndo);
        Assert.Equal(3, history.Saved.HallId);
    }

    [Fact]
    public void AnySteps_UndoneAll_LeadBackAndRedoneAllForward() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string[]>(),
                names =>
                {
                    var history = new DraftHistory(HallDraft.New("begin"));
                    foreach (var name in names)
                        Name(history, name ?? "");
                    var (end, back) = (history.Now, 0);
                    while (history.Undo())
                        back++;
                    var isBegin = history.Now.Name == "begin";
                    for (; back > 0; back--)
                        history.Redo();
                    return isBegin && history.Now.Equals(end) && !history.CanRedo;
                }
            )
            .QuickCheckThrowOnFailure();

    private static void Name(DraftHistory history, string name, string? run = null) =>
        history.Do(history.Now with { Name = name }, run);
}
