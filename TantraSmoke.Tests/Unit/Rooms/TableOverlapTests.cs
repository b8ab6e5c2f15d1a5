using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Unit.Rooms;

public sealed class TableOverlapTests
{
    [Theory]
    [InlineData(TableShape.Square, 100, 0, 0, true)]
    [InlineData(TableShape.Square, 120, 0, 0, false)]
    [InlineData(TableShape.Square, 119, 0, 0, false)]
    [InlineData(TableShape.Square, 130, 0, 45, true)]
    [InlineData(TableShape.Square, 150, 0, 45, false)]
    [InlineData(TableShape.Square, 100, 100, 0, true)]
    [InlineData(TableShape.Round, 100, 100, 0, false)]
    public void Of_TwoTables_LooksAtTheirShapesAsTheyStand(
        TableShape shape,
        int right,
        int down,
        int turned,
        bool expected
    )
    {
        var draft = HallDraft.New("Hall").Add(shape, 1).Draft.Add(shape, 2).Draft;
        draft = draft.With(draft.Tables[0] with { Place = new TablePlace(300, 300, 120, 120, 0, shape) });
        draft = draft.With(
            draft.Tables[1] with
            {
                Place = new TablePlace(300 + right, 300 + down, 120, 120, turned, shape),
            }
        );

        Assert.Equal(expected ? [(1, 2)] : [], TableOverlap.Of(draft).Select(o => (o.One.Number, o.Other.Number)));
    }
}
