namespace TantraSmoke.Core.Floor;

/// <summary>The colours of the picture in the chat: those of the dashboard's light theme (wwwroot-assets/theme-light.css).</summary>
public static class FloorPalette
{
    public const string Background = "#f6f1ea";
    public const string Floor = "#faf6f0";
    public const string Wall = "#cdbfad";
    public const string Room = "#f3eadd";
    public const string Chair = "#cbbba6";
    public const string Muted = "#665847";

    public static (string Fill, string Line, string Text) Of(TableState state) => state switch
    {
        TableState.Free => ("#fffdfa", "#5d8060", "#35573a"),
        TableState.Soon => ("#fff0cc", "#a56a00", "#6b4500"),
        TableState.Held => ("#efe9fb", "#6a55b5", "#483694"),
        TableState.Booked => ("#e0edf8", "#2f70a3", "#1a4d76"),
        TableState.Late => ("#fbdcd3", "#b93a1f", "#8c2710"),
        TableState.Seated => ("#2c6a63", "#1f4f4a", "#ffffff"),
        TableState.Overrunning => ("#a8321a", "#7d210e", "#ffffff"),
        TableState.Blocked => ("#e3dcd2", "#8d8172", "#574c3f"),
    };
}
