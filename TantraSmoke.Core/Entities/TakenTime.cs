namespace TantraSmoke.Core.Entities;

/// <summary>Time during which a table is occupied, UTC, end exclusive.</summary>
public readonly record struct BusyTime(int TableId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>
/// An occupied time with what availability needs to know of its claim: expiry and, for a hold, the holder.
/// </summary>
/// <param name="HeldBy">Null for anything but holds.</param>
public readonly record struct TakenTime(BusyTime Time, DateTimeOffset? ExpiresAt, string? HeldBy)
{
    /// <summary>A seated party, which may stay past the end.</summary>
    public bool IsSeated { get; init; }

    public bool CountsFor(string asker, DateTimeOffset now) =>
        !(ExpiresAt <= now) && (HeldBy is null || HeldBy != asker);
}
