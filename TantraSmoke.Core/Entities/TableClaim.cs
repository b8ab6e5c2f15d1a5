namespace TantraSmoke.Core.Entities;

/// <summary>Why a table is occupied.</summary>
public enum ClaimKind
{
    Booking,
    Hold,
    Offer,
    WalkIn,
    Block,
}

/// <summary>
/// Occupies a table from <see cref="StartsAt"/> to <see cref="EndsAt"/> (exclusive, UTC). The database refuses
/// overlapping claims on a table, of whatever kind; nothing else decides who gets a table.
/// </summary>
public sealed class TableClaim
{
    /// <summary>Longest allowed claim; the SQLite triggers look back only this far.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private TableClaim() { }

    public long Id { get; private set; }
    public int TableId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public ClaimKind Kind { get; private set; }
    public Guid? BookingId { get; private set; }

    /// <summary>Owner of a claim without a booking: "guest:42", "staff:3".</summary>
    public string? Holder { get; private set; }

    /// <summary>Expiry (UTC); null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Party size of a hold, for the pacing limit on guests.</summary>
    public int? Guests { get; private set; }
}
