using TantraSmoke.Core.Rooms;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Unit.Rooms;

public sealed class RoomTemplateTests
{
    // Chairs reach that far beyond a table.
    private const int Chairs = 32;
    private static readonly RoomsAround Nothing = new(
        new Dictionary<int, LocalText>(),
        new HashSet<string>(),
        new HashSet<string>()
    );

    public static TheoryData<RoomTemplate> All => new(Enum.GetValues<RoomTemplate>());

    [Theory, MemberData(nameof(All))]
    public void Draw_KeepsTheRulesLeavesRoomForChairs_AndIsWrittenInBothLanguages(RoomTemplate template)
    {
        var halls = RoomTemplates.Draw(template, DashboardTexts.TemplateWords);

        Assert.All(halls, hall => Assert.Empty(RoomRules.Check(hall, Nothing)));
        var tables = halls.SelectMany(hall => hall.Tables).ToList();
        Assert.Equal(tables.Count, tables.Select(t => t.Number).Distinct().Count());
        Assert.All(tables, table => Assert.Equal(2, table.Description.Written.Count()));
        foreach (var hall in halls)
        {
            var boxes = hall.Items.ToList();
            for (var i = 0; i < boxes.Count; i++)
            {
                for (var j = i + 1; j < boxes.Count; j++)
                    Assert.False(Overlap(boxes[i], boxes[j]), $"{hall.Name}: {boxes[i].Item} and {boxes[j].Item}");
            }
        }
    }

    private static bool Overlap(ItemPlace a, ItemPlace b) =>
        Math.Abs(a.X - b.X) < ((a.Width + b.Width) / 2) + Room(a, b)
        && Math.Abs(a.Y - b.Y) < ((a.Height + b.Height) / 2) + Room(a, b);

    private static int Room(ItemPlace a, ItemPlace b) => (a.Item.IsTable ? Chairs : 0) + (b.Item.IsTable ? Chairs : 0);
}
