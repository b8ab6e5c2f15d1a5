namespace TantraSmoke.Core.Floor;

/// <summary>What is drawn on one table: its state, and a short text under the number (none where empty).</summary>
public sealed record TableFace(TableState State, string Caption = "");
