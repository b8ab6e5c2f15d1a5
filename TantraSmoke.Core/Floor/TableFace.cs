using TantraSmoke.Core.Availability;

namespace TantraSmoke.Core.Floor;

/// <summary>What is drawn on one table: its state, and a short text under the number (none where empty).</summary>
/// <param name="State">Named in the drawing, so that a page's style sheet may paint it otherwise: "free", "seated",
/// "fits".</param>
public sealed record TableFace(string State, TableLook Look, string Caption = "")
{
    public TableFace(TableState state, string caption = "")
        : this(NameOf(state), FloorPalette.Of(state), caption) { }

    public TableFace(TableChance chance)
        : this(NameOf(chance), FloorPalette.Of(chance)) { }

    public static string NameOf<TState>(TState state)
        where TState : struct, Enum => state.ToString().ToLowerInvariant();
}
