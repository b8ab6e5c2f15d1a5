namespace TantraSmoke.Core.Entities;

/// <summary>Why a table is not free.</summary>
public enum ClaimKind
{
    Booking,
    Hold,
    Offer,
    WalkIn,
    Block,
}

/// <summary>
/// A table is taken from <see cref="StartsAt"/> to <see cref="EndsAt"/> (exclusive, UTC). The database refuses two
/// overlapping claims on one table, whatever their kind; nothing else decides who gets a table.
/// </summary>
public sealed class TableClaim
{
    /// <summary>No claim is longer; the SQLite triggers look back only this far.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private TableClaim() { }

    public long Id { get; private set; }
    public int TableId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public ClaimKind Kind { get; private set; }
    public Guid? BookingId { get; private set; }

    /// <summary>Who holds it while there is no booking: "guest:42", "staff:3".</summary>
    public string? Holder { get; private set; }

    /// <summary>From then on (UTC) the claim counts as gone; null never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public string? Note { get; private set; }

    /// <summary>How many a hold is for, where the rules limit how many guests begin at once.</summary>
    public int? Guests { get; private set; }
}
