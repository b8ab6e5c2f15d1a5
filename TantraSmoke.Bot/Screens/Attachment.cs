namespace TantraSmoke.Bot.Screens;

/// <summary>Something the guest asked for that is no text: sent before the dialog moves beneath it.</summary>
public abstract record Attachment
{
    private Attachment()
    {
    }

    /// <summary>A place on the map.</summary>
    public sealed record Place(double Latitude, double Longitude, string Title, string Address) : Attachment;

    public sealed record File(string Name, byte[] Content, string? Caption = null) : Attachment;
}
