using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>What somebody wants to book.</summary>
/// <param name="IdempotencyKey">Made once per draft; sending it again returns the booking it made.</param>
public sealed record BookingRequest(DateOnly ServiceDay, int SlotId, int PartySize, Guid IdempotencyKey)
{
    /// <summary>For whom staff book; a guest always books for themselves.</summary>
    public long? GuestId { get; init; }

    /// <summary>Chosen tables; null takes the best fit.</summary>
    public IReadOnlyList<int>? TableIds { get; init; }

    public string? Comment { get; init; }
    public Occasion? Occasion { get; init; }
    public string? Allergies { get; init; }

    /// <summary>For staff only; a guest cannot leave one.</summary>
    public string? InternalNote { get; init; }

    /// <summary>
    /// How many slots in a row, from that one on, are one booking; at most <see cref="BookingRules.MostSlotsOnline"/>
    /// where a guest books.
    /// </summary>
    public int Slots { get; init; } = 1;

    public BookingSource Source { get; init; } = BookingSource.Telegram;

    /// <summary>The campaign whose link the guest has followed; only one that the venue has counts.</summary>
    public string? Campaign { get; init; }
}

/// <summary>A place kept for somebody while they confirm.</summary>
/// <param name="ExpiresAt">UTC.</param>
public sealed record Hold(TableOption Table, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset ExpiresAt);

/// <summary>A party that came without booking.</summary>
/// <param name="Minutes">How long they keep the table at most; null takes the venue's usual time.</param>
public sealed record WalkInRequest(
    IReadOnlyList<int> TableIds,
    int PartySize,
    Guid IdempotencyKey,
    long? GuestId = null,
    int? Minutes = null
)
{
    public string? Comment { get; init; }
}

/// <summary>
/// Where a booking goes; what is null stays as it is. Without tables they are kept if free, else the best fit is taken.
/// </summary>
/// <param name="TableIds">Staff may push any active tables together; more of them combine, fewer split.</param>
public sealed record MoveRequest(DateOnly? ServiceDay = null, int? SlotId = null, IReadOnlyList<int>? TableIds = null)
{
    /// <summary>
    /// Any instant, for staff, instead of day and slot; the length stays unless <see cref="EndsAt"/> says otherwise.
    /// </summary>
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }
}

/// <summary>
/// What a guest makes of a booking of theirs. All of it is taken, so what stays the same is given again.
/// </summary>
/// <param name="TableIds">Chosen tables; null keeps those it has where they are free and fit, else takes the best
/// fit.</param>
/// <param name="Slots">How many slots in a row.</param>
public sealed record RescheduleRequest(
    DateOnly ServiceDay,
    int SlotId,
    int PartySize,
    IReadOnlyList<int>? TableIds = null,
    int Slots = 1
);

/// <summary>Tables to be taken out of service.</summary>
/// <param name="From">Null, or an instant that is past: from now on.</param>
public sealed record BlockRequest(
    IReadOnlyList<int> TableIds,
    string Reason,
    DateTimeOffset Until,
    DateTimeOffset? From = null
)
{
    public const int ReasonLimit = 200;
}

/// <summary>Tables out of service, UTC, end exclusive.</summary>
public sealed record TableBlock(
    Guid Id,
    IReadOnlyList<int> TableIds,
    DateTimeOffset From,
    DateTimeOffset Until,
    string Reason
)
{
    /// <summary>How its claims are marked: "block:…".</summary>
    public string Holder => HolderOf(Id);

    /// <summary>The block a claim belongs to.</summary>
    public static Guid? IdOf(string? holder) =>
        holder is not null
        && holder.StartsWith("block:", StringComparison.Ordinal)
        && Guid.TryParse(holder.AsSpan(6), out var id)
            ? id
            : null;

    internal static string HolderOf(Guid id) => $"block:{id:N}";
}

/// <summary>What a booking becomes: all of it is taken, so what stays the same is given again.</summary>
/// <param name="TableIds">Other tables; null keeps them, at another time only where they are free and large
/// enough.</param>
/// <param name="ServiceDay">Another day; null keeps it.</param>
/// <param name="SlotId">Another time; null keeps it.</param>
public sealed record BookingEdit(
    BookingDetails Details,
    IReadOnlyList<int>? TableIds = null,
    DateOnly? ServiceDay = null,
    int? SlotId = null
);
