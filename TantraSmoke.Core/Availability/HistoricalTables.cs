namespace TantraSmoke.Core.Availability;

/// <summary>State of a table for a party at a slot.</summary>
public enum TableChance
{
    /// <summary>Occupied, blocked or not bookable by the asker.</summary>
    Taken,

    /// <summary>Free, but unsuitable for the party size.</summary>
    Free,

    /// <summary>Free and suitable, alone or in a combination.</summary>
    Fits,
}

/// <summary>Every active table at one slot, for a party.</summary>
/// <param name="Tables">By table id.</param>
public sealed record HistoricalTables(SlotOffer Offer, IReadOnlyDictionary<int, TableChance> Tables);
