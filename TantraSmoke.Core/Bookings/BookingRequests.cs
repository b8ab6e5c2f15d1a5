using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>A booking request.</summary>
/// <param name="IdempotencyKey">Created once per draft; a repeated key returns the booking it made.</param>
/// <param name="Details">Guests book for themselves, and their internal note is ignored.</param>
public sealed record BookingRequest(DateOnly ServiceDay, int SlotId, BookingDetails Details, Guid IdempotencyKey)
{
    public int PartySize => Details.PartySize;

    /// <summary>Chosen tables; null for the best fit.</summary>
    public IReadOnlyList<int>? TableIds { get; init; }

    /// <summary>
    /// Number of consecutive slots in the booking, starting with that one; at most
    /// <see cref="BookingRules.MostSlotsOnline"/> for guests.
    /// </summary>
    public int Slots { get; init; } = 1;

    public BookingSource Source { get; init; } = BookingSource.Telegram;

    /// <summary>The campaign whose link the guest followed; ignored unless the venue has it.</summary>
    public string? Campaign { get; init; }
}

/// <summary>A place held while somebody confirms.</summary>
/// <param name="ExpiresAt">UTC.</param>
public sealed record Hold(TableOption Table, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset ExpiresAt);

/// <summary>A party without a booking.</summary>
/// <param name="Minutes">Maximum stay; null for the venue's default.</param>
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
/// Where to move a booking; null keeps the current value. Without tables it keeps its own if free, otherwise takes the
/// best fit.
/// </summary>
/// <param name="TableIds">Staff can combine any active tables; a longer list combines, a shorter one splits.</param>
public sealed record MoveRequest(DateOnly? ServiceDay = null, int? SlotId = null, IReadOnlyList<int>? TableIds = null)
{
    /// <summary>
    /// For staff: any start instead of day and slot; the length stays unless <see cref="EndsAt"/> is given.
    /// </summary>
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }
}

/// <summary>A guest's change of their own booking. All values apply, so unchanged ones are passed again.</summary>
/// <param name="TableIds">
/// Chosen tables; null keeps the current ones if they are free and fit, otherwise takes the best fit.
/// </param>
/// <param name="Slots">Number of consecutive slots.</param>
public sealed record RescheduleRequest(
    DateOnly ServiceDay,
    int SlotId,
    int PartySize,
    IReadOnlyList<int>? TableIds = null,
    int Slots = 1
);

/// <summary>Tables to block.</summary>
/// <param name="From">Null or a past instant means now.</param>
public sealed record BlockRequest(
    IReadOnlyList<int> TableIds,
    string Reason,
    DateTimeOffset Until,
    DateTimeOffset? From = null
)
{
    public const int ReasonLimit = 200;
}

/// <summary>A block of tables, UTC, end exclusive.</summary>
public sealed record TableBlock(
    Guid Id,
    IReadOnlyList<int> TableIds,
    DateTimeOffset From,
    DateTimeOffset Until,
    string Reason
)
{
    /// <summary>Holder of its claims: "block:…".</summary>
    public string Holder => HolderOf(Id);

    /// <summary>The block a claim belongs to; null for other claims.</summary>
    public static Guid? IdOf(string? holder) =>
        holder is not null
        && holder.StartsWith("block:", StringComparison.Ordinal)
        && Guid.TryParse(holder.AsSpan(6), out var id)
            ? id
            : null;

    internal static string HolderOf(Guid id) => $"block:{id:N}";
}

/// <summary>The new values of a booking. All of them apply, so unchanged ones are passed again.</summary>
/// <param name="TableIds">
/// Other tables; null keeps them, at another time only if they are free and large enough.
/// </param>
/// <param name="ServiceDay">Another day; null keeps it.</param>
/// <param name="SlotId">Another slot; null keeps it.</param>
public sealed record BookingEdit(
    BookingDetails Details,
    IReadOnlyList<int>? TableIds = null,
    DateOnly? ServiceDay = null,
    int? SlotId = null
);
