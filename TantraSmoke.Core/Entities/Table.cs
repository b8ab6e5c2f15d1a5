namespace TantraSmoke.Core.Entities;

/// <summary>Shape of a table in the drawing.</summary>
public enum TableShape
{
    Round,
    Square,
    Rectangle,
    Sofa,
}

/// <summary>A hall with its own drawing. Lengths are in centimetres, origin top left.</summary>
public sealed class Hall
{
    private Hall() { }

    public Hall(LocalText name, int width, int height, int order)
    {
        (NameRu, NameEn) = (name.Ru, name.En);
        Width = width;
        Height = height;
        Order = order;
    }

    public int Id { get; private set; }
    public string NameRu { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public int Order { get; private set; }

    public LocalText Name => new(NameRu, NameEn);

    /// <summary>Walls and labels in drawing order.</summary>
    public IReadOnlyList<HallMark> Marks { get; private set; } = [];

    /// <summary>Incremented by every change of the hall, its tables or their combinations.</summary>
    public int Version { get; private set; }

    public void Draw(LocalText name, int width, int height, IReadOnlyList<HallMark> marks)
    {
        (NameRu, NameEn, Width, Height) = (name.Ru, name.En, width, height);
        if (!Marks.SequenceEqual(marks))
            Marks = marks;
    }

    public void PutAt(int order) => Order = order;

    /// <summary>Increments the version, so that concurrent edits of an earlier state are refused.</summary>
    public void Touch() => Version++;

    /// <summary>Grows the drawing to include that corner.</summary>
    public void Enclose(int right, int bottom)
    {
        Width = Math.Max(Width, right);
        Height = Math.Max(Height, bottom);
    }
}

/// <summary>Position of a table in its hall: centre and size in centimetres, rotation in degrees clockwise.</summary>
public sealed record TablePlace(int X, int Y, int Width, int Height, int Rotation, TableShape Shape)
{
    public const int Smallest = 20;
    public const int Largest = 2000;

    /// <summary>Half the extent of the rotated bounding box, from the centre.</summary>
    public (int X, int Y) Reach => ReachOf(Width, Height, Rotation);

    internal static (int X, int Y) ReachOf(int width, int height, int rotation)
    {
        var (sin, cos) = Math.SinCos(rotation * Math.PI / 180);
        return (
            Up((Math.Abs(cos) * width / 2) + (Math.Abs(sin) * height / 2)),
            Up((Math.Abs(sin) * width / 2) + (Math.Abs(cos) * height / 2))
        );

        // Rounding removes the remainder that a cosine of 90 degrees leaves.
        static int Up(double length) => (int)Math.Ceiling(Math.Round(length, 6));
    }
}

/// <summary>A table. <see cref="Number"/> is its displayed number, unique in the venue.</summary>
public sealed class Table
{
    private Table() { }

    public Table(
        int number,
        int hallId,
        int seats,
        int minParty,
        LocalText description,
        TablePlace place,
        LocalText? zone
    )
    {
        Number = number;
        Describe(hallId, seats, minParty, description, place, zone);
    }

    public int Id { get; private set; }
    public int Number { get; private set; }
    public int HallId { get; private set; }
    public int Seats { get; private set; }
    public int MinParty { get; private set; } = 1;
    public string DescriptionRu { get; private set; } = "";
    public string DescriptionEn { get; private set; } = "";
    public int X { get; private set; }
    public int Y { get; private set; }
    public int Width { get; private set; }
    public int Height { get; private set; }
    public int Rotation { get; private set; }
    public TableShape Shape { get; private set; }

    public string? ZoneRu { get; private set; }
    public string ZoneEn { get; private set; } = "";

    /// <summary>Description shown to guests.</summary>
    public LocalText Description => new(DescriptionRu, DescriptionEn);

    /// <summary>Name of a zone inside the hall ("VIP"), drawn around all tables that share it.</summary>
    public LocalText? Zone => ZoneRu is null ? null : new(ZoneRu, ZoneEn);

    /// <summary>Whether guests can book it online; otherwise only staff can.</summary>
    public bool IsOnline { get; private set; } = true;

    public bool IsActive { get; private set; } = true;

    /// <summary>
    /// Name of the current photo; null without one. <c>TablePhotoStore.PhotoAsync</c> reads the content.
    /// </summary>
    public string? Photo { get; private set; }

    public TablePlace Place => new(X, Y, Width, Height, Rotation, Shape);

    public void Describe(int hallId, int seats, int minParty, LocalText description, TablePlace place, LocalText? zone)
    {
        HallId = hallId;
        Seats = seats;
        MinParty = minParty;
        (DescriptionRu, DescriptionEn) = (description.Ru, description.En);
        (X, Y, Width, Height, Rotation, Shape) = place;
        (ZoneRu, ZoneEn) = zone is { IsEmpty: false } ? (zone.Ru, zone.En) : (null, "");
    }

    /// <summary>Sets whether guests can book the table online and whether it is in use at all.</summary>
    public void Offer(bool isOnline, bool isActive) => (IsOnline, IsActive) = (isOnline, isActive);

    public void Show(string? photo) => Photo = photo;

    internal Table Copy() => (Table)MemberwiseClone();
}

/// <summary>Tables that can be joined for a larger party.</summary>
public sealed class TableCombination
{
    private TableCombination() { }

    public TableCombination(string name, IEnumerable<int> tableIds, int minParty, int seats) =>
        Describe(name, tableIds, minParty, seats);

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public List<int> TableIds { get; private set; } = [];
    public int MinParty { get; private set; }
    public int Seats { get; private set; }
    public bool IsActive { get; private set; } = true;

    public void Describe(string name, IEnumerable<int> tableIds, int minParty, int seats)
    {
        (Name, MinParty, Seats) = (name, minParty, seats);
        var sorted = tableIds.Order().ToList();
        if (!TableIds.SequenceEqual(sorted))
            TableIds = sorted;
    }
}
