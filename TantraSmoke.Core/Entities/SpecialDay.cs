namespace TantraSmoke.Core.Entities;

/// <summary>Kind of a special day.</summary>
public enum SpecialDayKind
{
    /// <summary>No bookings at all.</summary>
    Closed,

    /// <summary>The day's own slots replace those of the weekday.</summary>
    OtherHours,

    /// <summary>
    /// A hall is closed for some hours and its tables are blocked; everything else is as on that weekday.
    /// </summary>
    PrivateEvent,
}

/// <summary>A service day with its own hours, under a name that guests see.</summary>
public sealed class SpecialDay
{
    public const int NameLimit = 80;

    private SpecialDay() { }

    public SpecialDay(DateOnly day, SpecialDayKind kind, LocalText name)
    {
        Day = day;
        Kind = kind;
        (NameRu, NameEn) = (name.Ru, name.En);
    }

    public int Id { get; private set; }
    public DateOnly Day { get; private set; }
    public SpecialDayKind Kind { get; private set; }

    public string NameRu { get; private set; } = "";
    public string NameEn { get; private set; } = "";

    /// <summary>For example "Корпоратив".</summary>
    public LocalText Name => new(NameRu, NameEn);

    /// <summary>For a private event: the hall, the time (UTC) and the block on the hall's tables.</summary>
    public int? HallId { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public Guid? BlockId { get; private set; }

    public void Take(int hallId, DateTimeOffset startsAt, DateTimeOffset endsAt, Guid blockId) =>
        (HallId, StartsAt, EndsAt, BlockId) = (hallId, startsAt, endsAt, blockId);
}
