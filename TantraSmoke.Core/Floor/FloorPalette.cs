using TantraSmoke.Core.Availability;

namespace TantraSmoke.Core.Floor;

/// <summary>Colours of the picture in the chat and of the dashboard's floor in the light scheme.</summary>
public static class FloorPalette
{
    public const string Background = "#f6f1ea";
    public const string Floor = "#faf6f0";
    public const string Wall = "#cdbfad";
    public const string Room = "#f3eadd";
    public const string Chair = "#cbbba6";
    public const string Muted = "#665847";

    /// <summary>Look of a table for staff.</summary>
    public static TableLook Of(TableState state) =>
        state switch
        {
            TableState.Free => new("#fffdfa", "#5d8060", "#35573a"),
            TableState.Soon => new("#fff0cc", "#a56a00", "#6b4500"),
            TableState.Held => new("#efe9fb", "#6a55b5", "#483694") { IsDashed = true },
            TableState.Booked => new("#e0edf8", "#2f70a3", "#1a4d76"),
            TableState.Late => new("#fbdcd3", "#b93a1f", "#8c2710"),
            TableState.Seated => new("#2c6a63", "#1f4f4a", "#ffffff"),
            TableState.Overrunning => new("#a8321a", "#7d210e", "#ffffff"),
            TableState.Blocked => new("#e3dcd2", "#8d8172", "#574c3f") { IsHatched = true },
        };

    /// <summary>
    /// Look of a table for a guest who chooses: fitting tables have a ring, taken ones are grey and hatched.
    /// </summary>
    public static TableLook Of(TableChance chance) =>
        chance switch
        {
            TableChance.Taken => new("#ddd8d1", "#b8b0a5", "#857b6e") { IsHatched = true, Chair = "#ded6cb" },
            TableChance.Free => new("#fffdfa", "#7f9a80", "#4d6b51"),
            TableChance.Fits => new("#e3f3e2", "#2e7d3a", "#14532d") { IsRinged = true, Chair = "#9cc49f" },
        };
}

/// <summary>How a table is painted; states differ by more than colour.</summary>
public sealed record TableLook(string Fill, string Line, string Text)
{
    public string Chair { get; init; } = FloorPalette.Chair;
    public bool IsDashed { get; init; }
    public bool IsHatched { get; init; }

    /// <summary>Whether a second line surrounds the table.</summary>
    public bool IsRinged { get; init; }
}
