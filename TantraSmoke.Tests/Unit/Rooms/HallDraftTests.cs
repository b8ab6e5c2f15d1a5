using FsCheck;
using FsCheck.Fluent;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Unit.Rooms;

public sealed class HallDraftTests
{
    private static readonly RoomsAround Alone = new(
        new Dictionary<int, LocalText>(),
        new HashSet<string>(),
        new HashSet<string>()
    );

    [Fact]
    public void Onto_OneTranslatesWhatTheOtherCorrects_KeepsBoth()
    {
        var begun = TwoTables() with { Name = "Зал" };
        var mine = begun with { Name = new("Зал", "Hall") };
        var theirs = begun with { Name = "Большой зал" };
        mine = mine.With(mine.Tables[0] with { Description = new("", "By the window"), Zone = new("ВИП", "VIP") });
        theirs = theirs.With(theirs.Tables[0] with { Description = "У окна" });

        var merged = mine.Onto(theirs, begun);

        Assert.Equal(
            (
                new LocalText("Большой зал", "Hall"),
                new LocalText("У окна", "By the window"),
                new LocalText("ВИП", "VIP")
            ),
            (merged.Name, merged.Tables[0].Description, merged.Tables[0].Zone)
        );
    }

    [Fact]
    public void Onto_KeepsOnlyWhatOneChangedOneself()
    {
        var begun = TwoTables();
        var (first, second) = (begun.Tables[0], begun.Tables[1]);
        var mine = begun.With(first with { Seats = 8 }) with { Name = "Mine" };
        var theirs = begun
            .With(first with { Description = "By the window" })
            .With(second with { Number = 90, IsActive = false }) with
        {
            Version = begun.Version + 1,
            Width = begun.Width + 100,
            Marks = [],
        };
        theirs = theirs with { Tables = [.. theirs.Tables, second with { Key = 900, Number = 91 }] };

        var merged = mine.Onto(theirs, begun);

        Assert.Equal((theirs.Version, "Mine", theirs.Width), (merged.Version, merged.Name, merged.Width));
        Assert.Equal(first with { Seats = 8, Description = "By the window" }, merged.Table(first.Key));
        Assert.Equal(theirs.Table(second.Key), merged.Table(second.Key));
        Assert.Equal(theirs.Table(900), merged.Table(900));
        Assert.Empty(merged.Marks);
    }

    [Fact]
    public void Onto_WhereBothChangedTheSame_OnesOwnStays_AndNewAndRemovedThingsToo()
    {
        var begun = TwoTables();
        var (first, second) = (begun.Tables[0], begun.Tables[1]);
        var label = begun.Marks[0];
        var mine = (begun.With(first with { Seats = 8 }) with { Marks = [] })
            .Remove([DraftItem.OfTable(second.Key)])
            .Add(TableShape.Round, 70)
            .Draft;
        var theirs = begun.With(first with { Seats = 6 }) with
        {
            Version = begun.Version + 1,
            Marks = [label, label with { X = label.X + 20 }],
        };

        var merged = mine.Onto(theirs, begun);

        Assert.Equal(8, merged.Table(first.Key)!.Seats);
        Assert.False(merged.Table(second.Key)!.IsActive);
        Assert.Contains(merged.Tables, table => table.Number == 70);
        Assert.Empty(merged.Combinations);
        Assert.Equal([label with { X = label.X + 20 }], merged.Marks);
    }

    private static HallDraft TwoTables()
    {
        var draft = HallDraft
            .New("Hall")
            .Add(TableShape.Round, 1)
            .Draft.Add(TableShape.Square, 2)
            .Draft.Add(MarkKind.Label, "Bar")
            .Draft;
        draft = draft with
        {
            HallId = 5,
            Version = 3,
            Tables = [.. draft.Tables.Select((table, i) => table with { Key = 101 + i })],
        };
        draft = draft.Combine(draft.Tables.Select(table => table.Key));
        return draft with { Combinations = [.. draft.Combinations.Select(c => c with { Id = 7 })] };
    }

    [Fact]
    public void Add_OneAfterTheOther_FindsRoomForEachAndBreaksNoRule()
    {
        var draft = HallDraft.New("Hall");
        for (var i = 0; i < 12; i++)
            draft = draft.Add((TableShape)(i % 4), Alone.FreeNumber(draft)).Draft;

        Assert.Equal(Enumerable.Range(1, 12), draft.Tables.Select(t => t.Number));
        Assert.Equal(12, draft.Tables.Select(t => t.Key).Distinct().Count());
        Assert.Empty(RoomRules.Check(draft, Alone));
        Assert.All(
            draft.Tables,
            t =>
                Assert.DoesNotContain(
                    draft.Tables,
                    o =>
                        o != t
                        && Math.Abs(o.Place.X - t.Place.X) < (o.Place.Width + t.Place.Width) / 2
                        && Math.Abs(o.Place.Y - t.Place.Y) < (o.Place.Height + t.Place.Height) / 2
                )
        );
    }

    [Fact]
    public void Add_MoreThanThereIsRoomFor_NeverLandsOnAnotherTable()
    {
        var draft = HallDraft.New("Hall");
        for (var i = 0; i < 60; i++)
            draft = draft.Add((TableShape)(i % 4), Alone.FreeNumber(draft)).Draft;

        AssertNothingOverlaps(draft);
        Assert.Empty(RoomRules.Check(draft, Alone));
    }

    [Fact]
    public void Duplicate_OneOrSeveral_LandBesideWhatIsThere()
    {
        var (draft, items) = Three();

        AssertNothingOverlaps(draft.Duplicate([items[0]], Alone.FreeNumber).Draft);
        AssertNothingOverlaps(draft.Duplicate(items, Alone.FreeNumber).Draft);
    }

    [Fact]
    public void Put_BeyondTheWall_StopsThere()
    {
        var (draft, table) = HallDraft.New("Hall").Add(TableShape.Rectangle, 1);

        var put = draft.Put([new ItemPlace(table, 5000, -300, 220, 120, 450)]).Tables[0].Place;

        Assert.Equal((1200 - 60, 110, 90), (put.X, put.Y, put.Rotation));
    }

    [Fact]
    public void Put_AnythingAnywhere_LeavesItInsideTheHall() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(int X, int Y, int Width, int Height, int Rotation)>(),
                place =>
                {
                    var (draft, table) = HallDraft.New("Hall").Add(TableShape.Sofa, 1);
                    var size = (Math.Abs(place.Width % 400), Math.Abs(place.Height % 400));
                    var put = draft.Put([
                        new ItemPlace(table, place.X, place.Y, size.Item1, size.Item2, place.Rotation % 720),
                    ]);
                    return RoomRules.Check(put, Alone).Count == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Align_AndDistribute_UseTheOuterEdges()
    {
        var (draft, items) = Three();

        Assert.All(draft.Align(items, Alignment.Left).Tables, t => Assert.Equal(100, t.Place.X - (t.Place.Width / 2)));
        Assert.All(
            draft.Align(items, Alignment.Bottom).Tables,
            t => Assert.Equal(700, t.Place.Y + (t.Place.Height / 2))
        );
        Assert.Single(draft.Align(items, Alignment.Middle).Tables.Select(t => t.Place.Y).Distinct());

        var spread = draft
            .Distribute(items, sideways: true)
            .Tables.Select(t => (Left: t.Place.X - (t.Place.Width / 2), Right: t.Place.X + (t.Place.Width / 2)))
            .ToList();
        Assert.Equal((100, 1100), (spread[0].Left, spread[2].Right));
        Assert.Equal(spread[1].Left - spread[0].Right, spread[2].Left - spread[1].Right);
    }

    [Fact]
    public void Remove_NewTablesGo_KnownOnesRetire_AndTheirCombinationsWithThem()
    {
        var (draft, items) = Three();
        var known = draft with { Tables = [draft.Tables[0] with { Key = 7 }, .. draft.Tables.Skip(1)] };
        known = known.Combine([7, draft.Tables[1].Key]).Combine([draft.Tables[1].Key, draft.Tables[2].Key]);

        var left = known.Remove([DraftItem.OfTable(7), items[2]]);

        Assert.Equal([(7, false), (draft.Tables[1].Key, true)], left.Tables.Select(t => (t.Key, t.IsActive)));
        Assert.Empty(left.Combinations);
        Assert.True(left.Revive(7).Table(7)!.IsActive);
    }

    [Fact]
    public void Duplicate_TablesAndWalls_HaveNumbersAndKeysOfTheirOwn()
    {
        var (draft, items) = Three();
        (draft, var wall) = draft.Add(MarkKind.Wall, "");

        var (doubled, added) = draft.Duplicate([.. items, wall], Alone.FreeNumber);

        Assert.Equal([1, 2, 3, 4, 5, 6], doubled.Tables.Select(t => t.Number));
        Assert.Equal(["t-4", "t-5", "t-6", "m1"], added.Select(a => a.ToString()));
        Assert.Empty(RoomRules.Check(doubled, Alone));
    }

    [Fact]
    public void Items_Named_AreReadBack()
    {
        Assert.All(
            (DraftItem[])[DraftItem.OfTable(5), DraftItem.OfTable(-12), DraftItem.OfMark(0)],
            item => Assert.Equal(item, DraftItem.Parse(item.ToString()))
        );
        Assert.Null(DraftItem.Parse("x5"));
        Assert.Null(DraftItem.Parse(""));
    }

    private static void AssertNothingOverlaps(HallDraft draft) =>
        Assert.All(
            draft.Tables,
            t =>
                Assert.DoesNotContain(
                    draft.Tables,
                    o =>
                        o != t
                        && Math.Abs(o.Place.X - t.Place.X) < (o.Place.Width + t.Place.Width) / 2
                        && Math.Abs(o.Place.Y - t.Place.Y) < (o.Place.Height + t.Place.Height) / 2
                )
        );

    public static TheoryData<RoomFault, Func<HallDraft, HallDraft>> Faults =>
        new()
        {
            { RoomFault.HallNameMissing, d => d with { Name = " " } },
            { RoomFault.HallNameTooLong, d => d with { Name = new string('x', 41) } },
            { RoomFault.HallSize, d => d with { Width = 12_000 } },
            { RoomFault.Number, d => d.With(d.Tables[0] with { Number = 0 }) },
            { RoomFault.NumberTwice, d => d.With(d.Tables[0] with { Number = 2 }) },
            { RoomFault.Seats, d => d.With(d.Tables[0] with { Seats = 51 }) },
            { RoomFault.MinParty, d => d.With(d.Tables[0] with { MinParty = 3 }) },
            { RoomFault.TableSize, d => d.With(d.Tables[0] with { Place = d.Tables[0].Place with { Width = 5 } }) },
            { RoomFault.TableOutside, d => d.With(d.Tables[0] with { Place = d.Tables[0].Place with { X = 10 } }) },
            { RoomFault.DescriptionTooLong, d => d.With(d.Tables[0] with { Description = new string('x', 501) }) },
            { RoomFault.ZoneTooLong, d => d.With(d.Tables[0] with { Zone = new string('x', 41) }) },
            {
                RoomFault.CombinationTables,
                d => d.WithCombination(0, d.Combinations[0] with { Tables = [d.Tables[0].Key] })
            },
            { RoomFault.CombinationSeats, d => d.WithCombination(0, d.Combinations[0] with { Seats = 7 }) },
            { RoomFault.CombinationMinParty, d => d.WithCombination(0, d.Combinations[0] with { MinParty = 0 }) },
            { RoomFault.CombinationName, d => d.WithCombination(0, d.Combinations[0] with { Name = "" }) },
            {
                RoomFault.CombinationTwice,
                d => d with { Combinations = [.. d.Combinations, d.Combinations[0] with { Name = "again" }] }
            },
            { RoomFault.MarkSize, d => d with { Marks = [new HallMark(MarkKind.Wall, 100, 100, 1, 1, 0)] } },
            { RoomFault.MarkOutside, d => d with { Marks = [new HallMark(MarkKind.Wall, 2100, 100, 100, 20, 0)] } },
            { RoomFault.LabelEmpty, d => d with { Marks = [new HallMark(MarkKind.Label, 100, 100, 100, 20, 0)] } },
            {
                RoomFault.MarkTextTooLong,
                d => d with { Marks = [new HallMark(MarkKind.Label, 100, 100, 100, 20, 0, new string('x', 41))] }
            },
        };

    [Theory, MemberData(nameof(Faults))]
    public void Check_OneRuleBroken_IsNamedAlone(RoomFault fault, Func<HallDraft, HallDraft> spoil)
    {
        var (draft, _) = Three();
        draft = draft.Combine([draft.Tables[0].Key, draft.Tables[1].Key]);
        Assert.Empty(RoomRules.Check(draft, Alone));

        Assert.Equal([fault], RoomRules.Check(spoil(draft), Alone).Select(p => p.Fault).Distinct());
    }

    /// <summary>
    /// A round one for two at the upper left, a square for four, a long one for six at the lower right.
    /// </summary>
    private static (HallDraft Draft, IReadOnlyList<DraftItem> Items) Three()
    {
        var draft = HallDraft.New("Hall");
        var items = new List<DraftItem>();
        foreach (
            var (shape, x, y) in new[]
            {
                (TableShape.Round, 145, 145),
                (TableShape.Square, 400, 400),
                (TableShape.Rectangle, 990, 640),
            }
        )
        {
            (draft, var item) = draft.Add(shape, items.Count + 1);
            draft = draft.With(
                draft.Table(item.Key)! with
                {
                    Place = draft.Table(item.Key)!.Place with { X = x, Y = y },
                }
            );
            items.Add(item);
        }

        return (draft, items);
    }
}
