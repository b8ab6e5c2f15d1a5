using TantraSmoke.Bot.Updates;

namespace TantraSmoke.Tests.Unit.Updates;

public sealed class UpdateLedgerTests
{
    private readonly UpdateLedger _ledger = new();

    [Fact]
    public void Offset_WhileSomethingIsUnfinished_StaysThere()
    {
        Assert.Null(_ledger.Offset);
        foreach (var id in new[] { 10, 11, 12 })
            Assert.True(_ledger.TryBegin(id, 0));

        _ledger.Finish(10);
        _ledger.Finish(12);
        Assert.Equal(11, _ledger.Offset);
        Assert.False(_ledger.WhenAllFinished.IsCompleted);

        _ledger.Finish(11);
        Assert.Equal(13, _ledger.Offset);
        Assert.True(_ledger.WhenAllFinished.IsCompleted);
    }

    [Fact]
    public void Update_ThatIsKnown_DoesNotBeginAgain()
    {
        _ledger.TryBegin(10, 0);
        Assert.False(_ledger.TryBegin(10, 0));
        _ledger.Finish(10);
        Assert.False(_ledger.TryBegin(10, 0));
        Assert.Equal(11, _ledger.Offset);
    }

    [Fact]
    public void Update_AfterManyOthers_IsStillKnown()
    {
        for (var id = 1; id <= 5000; id++)
        {
            _ledger.TryBegin(id, 0);
            _ledger.Finish(id);
        }

        Assert.All(Enumerable.Range(4901, 100), id => Assert.False(_ledger.TryBegin(id, 0)));
    }

    [Fact]
    public void Numbering_ThatBeginsAnewLower_IsFollowed()
    {
        _ledger.TryBegin(1_000_000, 0);
        _ledger.Finish(1_000_000);

        _ledger.NoticeRestart(_ledger.Offset, 500);
        Assert.True(_ledger.TryBegin(500, 0));
        _ledger.Finish(500);

        Assert.Equal(501, _ledger.Offset);
    }

    [Fact]
    public void Update_DeliveredOnceMoreBelowTheOffset_IsNoNewNumbering()
    {
        _ledger.TryBegin(10, 0);
        _ledger.Finish(10);

        _ledger.NoticeRestart(_ledger.Offset, 10);

        Assert.Equal(11, _ledger.Offset);
        Assert.False(_ledger.TryBegin(10, 0));
    }
}
