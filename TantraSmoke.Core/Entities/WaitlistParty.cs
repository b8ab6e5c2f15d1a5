namespace TantraSmoke.Core.Entities;

/// <summary>A party to add to the waitlist.</summary>
/// <param name="Phone">As typed, may be empty; a number links or creates a guest, as with a caller.</param>
/// <param name="QuotedMinutes">Quoted wait in minutes, 0 to 600.</param>
public sealed record WaitlistParty(string Name, string? Phone, int PartySize, int QuotedMinutes)
{
    public const int LargestParty = 99;
    public const int LongestQuote = 600;

    /// <summary>A known guest; takes precedence over the phone number.</summary>
    public long? GuestId { get; init; }

    public string? Comment { get; init; }
}
