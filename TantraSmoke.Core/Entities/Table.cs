namespace TantraSmoke.Core.Entities;

/// <summary>How a table is drawn.</summary>
public enum TableShape
{
    Round,
    Square,
    Rectangle,
    Sofa,
}

/// <summary>A room with its own drawing. Lengths are centimetres, origin top left.</summary>
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

    /// <summary>Walls and words, in the order they are drawn.</summary>
    public IReadOnlyList<HallMark> Marks { get; private set; } = [];

    /// <summary>Goes up with every change of the hall, its tables or what they make together.</summary>
    public int Version { get; private set; }

    public void Draw(LocalText name, int width, int height, IReadOnlyList<HallMark> marks)
    {
        (NameRu, NameEn, Width, Height) = (name.Ru, name.En, width, height);
        if (!Marks.SequenceEqual(marks))
            Marks = marks;
    }

    public void PutAt(int order) => Order = order;

    /// <summary>Something of the hall changes: whoever edits an earlier state has to see it first.</summary>
    public void Touch() => Version++;

    /// <summary>Grows the drawing so that something at this corner still fits.</summary>
    public void Enclose(int right, int bottom)
    {
        Width = Math.Max(Width, right);
        Height = Math.Max(Height, bottom);
    }
}

/// <summary>Where a table stands in its hall: centre and size in centimetres, rotation in degrees clockwise.</summary>
public sealed record TablePlace(int X, int Y, int Width, int Height, int Rotation, TableShape Shape)
{
    public const int Smallest = 20;
    public const int Largest = 2000;

    /// <summary>How far it reaches from its centre, turned as it stands.</summary>
    public (int X, int Y) Reach => ReachOf(Width, Height, Rotation);

    internal static (int X, int Y) ReachOf(int width, int height, int rotation)
    {
        var (sin, cos) = Math.SinCos(rotation * Math.PI / 180);
        return (
            Up((Math.Abs(cos) * width / 2) + (Math.Abs(sin) * height / 2)),
            Up((Math.Abs(sin) * width / 2) + (Math.Abs(cos) * height / 2))
        );

        // What a quarter turn leaves of a cosine is no centimetre.
        static int Up(double length) => (int)Math.Ceiling(Math.Round(length, 6));
    }
}

/// <summary>
/// A table guests can sit at. <see cref="Number"/> is what people call it and is unique in the venue.
/// </summary>
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

    /// <summary>What guests are told of it.</summary>
    public LocalText Description => new(DescriptionRu, DescriptionEn);

    /// <summary>Name of a room inside the hall ("VIP"); drawn around all tables that share it.</summary>
    public LocalText? Zone => ZoneRu is null ? null : new(ZoneRu, ZoneEn);

    /// <summary>Guests may choose it themselves; otherwise only staff put somebody there.</summary>
    public bool IsOnline { get; private set; } = true;

    public bool IsActive { get; private set; } = true;

    /// <summary>
    /// Names its photo among those it has had; null without one. The picture itself is read by
    /// <c>TablePhotoStore.PhotoAsync</c>.
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

    /// <summary>Whether guests find it by themselves, and whether anybody sits there at all.</summary>
    public void Offer(bool isOnline, bool isActive) => (IsOnline, IsActive) = (isOnline, isActive);

    public void Show(string? photo) => Photo = photo;

    internal Table Copy() => (Table)MemberwiseClone();
}

/// <summary>Tables that can be pushed together for a larger party.</summary>
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
