using TantraSmoke.Core.Availability;

namespace TantraSmoke.Core.Floor;

/// <summary>State of a drawn table and an optional caption below its number.</summary>
/// <param name="State">Name in the drawing for style sheets: "free", "seated", "fits".</param>
public sealed record TableFace(string State, TableLook Look, string Caption = "")
{
    public TableFace(TableState state, string caption = "")
        : this(NameOf(state), FloorPalette.Of(state), caption) { }

    public TableFace(TableChance chance)
        : this(NameOf(chance), FloorPalette.Of(chance)) { }

    public static string NameOf<TState>(TState state)
        where TState : struct, Enum => state.ToString().ToLowerInvariant();
}
