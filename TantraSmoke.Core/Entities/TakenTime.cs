namespace TantraSmoke.Core.Entities;

/// <summary>Time during which a table is not free, UTC, end exclusive.</summary>
public readonly record struct BusyTime(int TableId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>A claim as far as availability cares: until when it counts, and whose hold it is if it is one.</summary>
/// <param name="HeldBy">Null for everything but holds.</param>
public readonly record struct TakenTime(BusyTime Time, DateTimeOffset? ExpiresAt, string? HeldBy)
{
    /// <summary>A party that sits: it has the table for longer than this if it does not leave in time.</summary>
    public bool IsSeated { get; init; }

    public bool CountsFor(string asker, DateTimeOffset now) =>
        !(ExpiresAt <= now) && (HeldBy is null || HeldBy != asker);
}
