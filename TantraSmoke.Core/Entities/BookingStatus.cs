namespace TantraSmoke.Core.Entities;

/// <summary>
/// booked → confirmed → seated → completed; booked or confirmed → canceled or no_show. A party so large that it has to be approved
/// begins as requested → confirmed or canceled. History keeps the numbers, so a new one comes last.
/// </summary>
public enum BookingStatus
{
    Booked,
    Confirmed,
    Seated,
    Completed,
    Canceled,
    NoShow,

    /// <summary>The place is kept, and the venue has yet to say yes.</summary>
    Requested,
}

/// <summary>What the clock cannot know of a booking.</summary>
public enum StaffQuestion
{
    /// <summary>They still sat when the service day ended: when did they leave?</summary>
    StillSeated,

    /// <summary>Their time began while nobody could act here: did they come?</summary>
    Unattended,
}
