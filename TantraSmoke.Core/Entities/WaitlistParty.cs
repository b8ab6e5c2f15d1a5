namespace TantraSmoke.Core.Entities;

/// <summary>A party as somebody writes it down.</summary>
/// <param name="Phone">As typed; may be empty. With a number the party is a guest like one who called.</param>
/// <param name="QuotedMinutes">The wait they were told, 0 to 600.</param>
public sealed record WaitlistParty(string Name, string? Phone, int PartySize, int QuotedMinutes)
{
    public const int LargestParty = 99;
    public const int LongestQuote = 600;

    /// <summary>Chosen among known guests; wins over the phone number.</summary>
    public long? GuestId { get; init; }

    public string? Comment { get; init; }
}
