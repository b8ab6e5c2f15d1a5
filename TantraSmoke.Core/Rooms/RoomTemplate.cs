using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Templates for a new room.</summary>
public enum RoomTemplate
{
    /// <summary>A counter and a few tables.</summary>
    Bar,

    /// <summary>Sofas, a few tables, a VIP room.</summary>
    Lounge,

    /// <summary>A dining room and a terrace.</summary>
    Restaurant,
}

/// <summary>Names in a template; guests see them too.</summary>
public sealed record TemplateWords(
    LocalText Hall,
    LocalText Terrace,
    LocalText Counter,
    LocalText Entrance,
    LocalText Kitchen,
    LocalText Vip,
    LocalText AtCounter,
    LocalText AtWindow,
    LocalText InTheMiddle,
    LocalText Sofa,
    LocalText LargeTable,
    LocalText OnTerrace
);

/// <summary>Draws a template. Pure.</summary>
public static class RoomTemplates
{
    public static IReadOnlyList<HallDraft> Draw(RoomTemplate template, TemplateWords words) =>
        template switch
        {
            RoomTemplate.Bar => [Bar(words)],
            RoomTemplate.Lounge => [Lounge(words)],
            RoomTemplate.Restaurant => [Dining(words), Terrace(words)],
        };

    private static HallDraft Bar(TemplateWords words) =>
        Hall(
            words.Hall,
            1000,
            660,
            [
                Table(1, TableShape.Round, 1, 200, 190, words.AtCounter),
                Table(2, TableShape.Round, 1, 360, 190, words.AtCounter),
                Table(3, TableShape.Round, 2, 560, 190, words.AtWindow),
                Table(4, TableShape.Round, 2, 780, 190, words.AtWindow),
                Table(5, TableShape.Square, 4, 240, 470, words.InTheMiddle),
                Table(6, TableShape.Square, 4, 470, 470, words.InTheMiddle),
                Table(7, TableShape.Sofa, 5, 770, 480, words.Sofa, minParty: 2),
            ],
            [Wall(280, 70, 400, 60, words.Counter), Label(900, 630, words.Entrance)],
            (5, 6)
        );

    private static HallDraft Lounge(TemplateWords words) =>
        Hall(
            words.Hall,
            1300,
            820,
            [
                Table(1, TableShape.Sofa, 4, 180, 160, words.Sofa),
                Table(2, TableShape.Sofa, 4, 470, 160, words.Sofa),
                Table(3, TableShape.Sofa, 4, 760, 160, words.Sofa),
                Table(4, TableShape.Round, 2, 160, 410, words.AtWindow),
                Table(5, TableShape.Round, 2, 330, 410, words.AtWindow),
                Table(6, TableShape.Square, 4, 530, 410, words.InTheMiddle),
                Table(7, TableShape.Square, 4, 740, 410, words.InTheMiddle),
                Table(8, TableShape.Rectangle, 8, 320, 650, words.LargeTable, minParty: 4),
                Table(9, TableShape.Sofa, 4, 1100, 220, words.Sofa, words.Vip, 2),
                Table(10, TableShape.Rectangle, 6, 1100, 500, words.LargeTable, words.Vip, 3),
            ],
            [Wall(700, 700, 240, 60, words.Counter), Label(1150, 780, words.Entrance)],
            (6, 7),
            (4, 5)
        );

    private static HallDraft Dining(TemplateWords words) =>
        Hall(
            words.Hall,
            1300,
            860,
            [
                Table(1, TableShape.Round, 2, 140, 150, words.AtWindow),
                Table(2, TableShape.Round, 2, 330, 150, words.AtWindow),
                Table(3, TableShape.Round, 2, 520, 150, words.AtWindow),
                Table(4, TableShape.Square, 4, 740, 160, words.InTheMiddle),
                Table(5, TableShape.Square, 4, 950, 160, words.InTheMiddle),
                Table(6, TableShape.Square, 4, 1160, 160, words.InTheMiddle),
                Table(7, TableShape.Square, 4, 160, 420, words.InTheMiddle),
                Table(8, TableShape.Square, 4, 370, 420, words.InTheMiddle),
                Table(9, TableShape.Rectangle, 6, 660, 420, words.LargeTable, minParty: 3),
                Table(10, TableShape.Rectangle, 6, 1010, 420, words.LargeTable, minParty: 3),
                Table(11, TableShape.Sofa, 4, 210, 690, words.Sofa),
                Table(12, TableShape.Sofa, 4, 500, 690, words.Sofa),
            ],
            [Wall(960, 690, 420, 80, words.Kitchen), Label(640, 830, words.Entrance)],
            (4, 5),
            (7, 8)
        );

    private static HallDraft Terrace(TemplateWords words) =>
        Hall(
            words.Terrace,
            1000,
            560,
            [
                Table(21, TableShape.Round, 2, 150, 150, words.OnTerrace),
                Table(22, TableShape.Round, 2, 350, 150, words.OnTerrace),
                Table(23, TableShape.Square, 4, 580, 160, words.OnTerrace),
                Table(24, TableShape.Square, 4, 800, 160, words.OnTerrace),
                Table(25, TableShape.Sofa, 4, 220, 410, words.OnTerrace),
                Table(26, TableShape.Rectangle, 6, 650, 410, words.OnTerrace, minParty: 3),
            ],
            [],
            (23, 24)
        );

    private static HallDraft Hall(
        LocalText name,
        int width,
        int height,
        TableDraft[] tables,
        HallMark[] marks,
        params (int, int)[] together
    ) =>
        HallDraft.New(name) with
        {
            Width = width,
            Height = height,
            Tables = tables,
            Marks = marks,
            Combinations =
            [
                .. together
                    .Select(pair =>
                        (
                            One: tables.Single(t => t.Number == pair.Item1),
                            Other: tables.Single(t => t.Number == pair.Item2)
                        )
                    )
                    .Select(pair => new CombinationDraft(
                        0,
                        FormattableString.Invariant($"{pair.One.Number}+{pair.Other.Number}"),
                        [pair.One.Key, pair.Other.Key],
                        Math.Max(pair.One.Seats, pair.Other.Seats) + 1,
                        pair.One.Seats + pair.Other.Seats
                    )),
            ],
        };

    private static TableDraft Table(
        int number,
        TableShape shape,
        int seats,
        int x,
        int y,
        LocalText description,
        LocalText? zone = null,
        int minParty = 1
    )
    {
        var (width, height) = (shape, seats) switch
        {
            (TableShape.Round, _) => (90, 90),
            (TableShape.Square, _) => (120, 120),
            (TableShape.Rectangle, > 6) => (300, 120),
            (TableShape.Rectangle, _) => (220, 120),
            (TableShape.Sofa, > 4) => (240, 110),
            (TableShape.Sofa, _) => (200, 110),
        };
        return new TableDraft(
            -number,
            number,
            seats,
            minParty,
            description,
            new TablePlace(x, y, width, height, 0, shape),
            zone,
            IsOnline: true,
            IsActive: true
        );
    }

    private static HallMark Wall(int x, int y, int width, int height, LocalText text) =>
        new(MarkKind.Wall, x, y, width, height, 0) { Words = text };

    private static HallMark Label(int x, int y, LocalText text) =>
        new(MarkKind.Label, x, y, 160, 36, 0) { Words = text };
}
