using System.Xml.Linq;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Rooms;

public sealed class FloorDrawingTests
{
    public static TheoryData<TableShape, int> Shapes =>
        [.. Enum.GetValues<TableShape>().SelectMany(shape => Enumerable.Range(1, 12).Select(seats => (shape, seats)))];

    [Theory, MemberData(nameof(Shapes))]
    public void Around_AnyShapeAndSize_DrawsEverySeatOffTheTable(TableShape shape, int seats)
    {
        var place = new TablePlace(300, 300, 220, shape is TableShape.Round or TableShape.Square ? 220 : 120, 0, shape);

        var chairs = ChairDrawing.Around(place, seats);

        Assert.Equal(seats, chairs.Count);
        Assert.Equal(seats, chairs.Select(chair => (chair.X, chair.Y)).Distinct().Count());
        Assert.All(
            chairs,
            chair =>
                Assert.True(
                    shape == TableShape.Round
                        ? Math.Sqrt((chair.X * chair.X) + (chair.Y * chair.Y)) > place.Width / 2
                        : Math.Abs(chair.X) > place.Width / 2 || Math.Abs(chair.Y) > place.Height / 2,
                    $"{chair} is on the table"
                )
        );
    }

    [Fact]
    public void Around_LongTable_UsesBothLongSidesBeforeTheEnds()
    {
        var four = ChairDrawing.Around(new TablePlace(0, 0, 260, 100, 0, TableShape.Rectangle), 4);

        Assert.Equal(2, four.Count(chair => chair.Y < 0));
        Assert.Equal(2, four.Count(chair => chair.Y > 0));
    }

    [Fact]
    public async Task Of_ShippedHall_DrawsEveryTableAndTheVipRoomAroundItsOwn()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();

        var drawing = FloorDrawing.Of(catalog.Halls[0], catalog.Tables);

        Assert.Equal(catalog.Tables.Select(t => t.Number), drawing.Tables.Select(t => t.Number));
        var room = Assert.Single(drawing.Zones);
        var inside = drawing.Tables.Where(t =>
            t.X > room.X && t.X < room.X + room.Width && t.Y > room.Y && t.Y < room.Y + room.Height
        );
        Assert.Equal(catalog.Tables.Where(t => t.Zone == room.Name).Select(t => t.Id), inside.Select(t => t.TableId));
        Assert.All(
            drawing.Tables,
            t =>
                Assert.True(
                    t.X + (t.Width / 2) <= drawing.Width && t.Y + (t.Height / 2) <= drawing.Height,
                    $"table {t.Number} is outside"
                )
        );
    }

    [Fact]
    public async Task Draw_AllStates_IsWellFormedAndNamesEveryTable()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var drawing = FloorDrawing.Of(catalog.Halls[0], catalog.Tables);
        var states = Enum.GetValues<TableState>();
        var faces = drawing.Tables.ToDictionary(
            t => t.TableId,
            t => new TableFace(states[t.Number % states.Length], $"<{t.Number} & 21:00>")
        );

        var svg = XDocument.Parse(FloorPlanSvg.Draw(drawing, faces, "ru"));

        var texts = svg.Descendants(XName.Get("text", "http://www.w3.org/2000/svg")).Select(t => t.Value).ToList();
        Assert.All(
            drawing.Tables,
            t => Assert.Contains(t.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), texts)
        );
        Assert.Contains("<5 & 21:00>", texts);
        Assert.Contains("VIP", texts);
    }

    [Fact]
    public async Task Draw_HeldAndBlocked_DifferFromFreeByMoreThanColour()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var drawing = FloorDrawing.Of(catalog.Halls[0], catalog.Tables);

        Assert.Contains("stroke-dasharray", Draw(TableState.Held), StringComparison.Ordinal);
        Assert.Contains("url(#hatch)", Draw(TableState.Blocked), StringComparison.Ordinal);
        Assert.DoesNotContain("stroke-dasharray", Draw(TableState.Free), StringComparison.Ordinal);
        Assert.DoesNotContain("url(#hatch)", Draw(TableState.Free), StringComparison.Ordinal);

        string Draw(TableState state) =>
            FloorPlanSvg.Draw(
                drawing,
                new Dictionary<int, TableFace> { [drawing.Tables[0].TableId] = new(state) },
                "ru"
            );
    }

    [Theory]
    [InlineData("ru", "Вход", "Бар", "ВИП")]
    [InlineData("en", "Entrance", "Бар", "VIP room")]
    public void Draw_WordsInALanguage_FallBackToTheOther(string language, string label, string wall, string zone)
    {
        var draft = HallDraft.New("Зал") with
        {
            Marks =
            [
                new HallMark(MarkKind.Label, 100, 500, 160, 40, 0) { Words = new("Вход", "Entrance") },
                new HallMark(MarkKind.Wall, 400, 20, 300, 30, 0) { Words = "Бар" },
            ],
        };
        // One table of the zone is translated, its neighbour is not yet.
        (draft, _) = draft.Add(TableShape.Round, 1);
        (draft, _) = draft.Add(TableShape.Round, 2);
        draft = draft.With(draft.Tables[0] with { Zone = "ВИП" });
        draft = draft.With(draft.Tables[1] with { Zone = new("ВИП", "VIP room") });
        var drawing = FloorDrawing.Of(draft);

        var svg = XDocument.Parse(FloorPlanSvg.Draw(drawing, new Dictionary<int, TableFace>(), language));

        Assert.Single(drawing.Zones);
        var words = svg.Descendants(XName.Get("text", "http://www.w3.org/2000/svg"))
            .Where(t => t.Attribute("class")?.Value == "word");
        Assert.Equal([zone, label, wall], words.Select(t => t.Value));
    }

    [Fact]
    public void Draw_WallsAndWords_AreUnderTheTablesAndTheWordsAreSafe()
    {
        var hall = new Hall("Hall", 800, 600, 0);
        hall.Draw(
            "Hall",
            800,
            600,
            [
                new HallMark(MarkKind.Wall, 400, 20, 300, 30, 90, "Bar"),
                new HallMark(MarkKind.Label, 100, 500, 160, 40, 0, "<Exit & co>"),
            ]
        );
        var drawing = FloorDrawing.Of(
            hall,
            [new Table(1, hall.Id, 2, 1, "", new TablePlace(300, 300, 90, 90, 0, TableShape.Round), null)]
        );

        var svg = XDocument.Parse(FloorPlanSvg.Draw(drawing, new Dictionary<int, TableFace>(), "ru"));

        var groups = svg.Root!.Elements(XName.Get("g", "http://www.w3.org/2000/svg")).ToList();
        Assert.Equal(
            ["translate(400 20) rotate(90)", "translate(100 500) rotate(0)", "translate(300 300)"],
            groups.Select(g => g.Attribute("transform")!.Value)
        );
        var wall = Assert.Single(groups[0].Elements(XName.Get("rect", "http://www.w3.org/2000/svg")));
        Assert.Equal(
            ("-150", "300", FloorPalette.Wall),
            (wall.Attribute("x")!.Value, wall.Attribute("width")!.Value, wall.Attribute("fill")!.Value)
        );
        Assert.Equal(["Bar", "<Exit & co>"], groups.Take(2).Select(g => g.Value));
        Assert.Equal(drawing.Marks, FloorDrawing.Of(HallDraft.Of(hall, [], [])).Marks);
    }
}
