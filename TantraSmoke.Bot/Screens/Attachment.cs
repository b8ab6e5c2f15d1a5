using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Screens;

/// <summary>A location or file the guest asked for, sent before the dialog moves beneath it.</summary>
public abstract record Attachment
{
    private Attachment() { }

    /// <summary>A place on the map.</summary>
    public sealed record Place(double Latitude, double Longitude, string Title, string Address) : Attachment
    {
        /// <summary>The venue's location; Telegram requires a title and an address.</summary>
        public static Place Of(VenueSettings venue, double latitude, double longitude, string language) =>
            new(
                latitude,
                longitude,
                venue.VenueName,
                venue.AddressIn(language) is { Length: > 0 } address ? address : venue.VenueName
            );
    }

    public sealed record File(string Name, byte[] Content, string? Caption = null) : Attachment;
}
