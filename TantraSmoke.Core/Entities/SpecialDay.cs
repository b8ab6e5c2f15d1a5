namespace TantraSmoke.Core.Entities;

/// <summary>What is special about a day.</summary>
public enum SpecialDayKind
{
    /// <summary>Nothing can be booked.</summary>
    Closed,

    /// <summary>The slots that belong to the day happen instead of the weekday's.</summary>
    OtherHours,

    /// <summary>A hall is taken for some hours; its tables are blocked, all else is as on any such weekday.</summary>
    PrivateEvent,
}

/// <summary>A service day that is not like other days of its weekday, under a name that guests see too.</summary>
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

    /// <summary>"Корпоратив".</summary>
    public LocalText Name => new(NameRu, NameEn);

    /// <summary>Of a private event: where, when (UTC), and the block that keeps the hall's tables.</summary>
    public int? HallId { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public Guid? BlockId { get; private set; }

    public void Take(int hallId, DateTimeOffset startsAt, DateTimeOffset endsAt, Guid blockId) =>
        (HallId, StartsAt, EndsAt, BlockId) = (hallId, startsAt, endsAt, blockId);
}
