namespace TantraSmoke.Core.Availability;

/// <summary>How a table stands for a party at a time.</summary>
public enum TableChance
{
    /// <summary>Not to be had: somebody's, blocked, or not for those who ask.</summary>
    Taken,

    /// <summary>Free, but not for that party.</summary>
    Free,

    /// <summary>Free and right for the party, by itself or together with others.</summary>
    Fits,
}

/// <summary>Every active table at one time of a day, for a party.</summary>
/// <param name="Tables">By table id.</param>
public sealed record HistoricalTables(SlotOffer Offer, IReadOnlyDictionary<int, TableChance> Tables);
