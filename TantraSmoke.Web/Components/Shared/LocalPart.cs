namespace TantraSmoke.Web.Components.Shared;

/// <summary>One language of a text as rendered by <see cref="LocalField"/>.</summary>
/// <param name="Name">For tests.</param>
/// <param name="Placeholder">The text used while the field is empty.</param>
/// <param name="Change">Receives the input.</param>
public sealed record LocalPart(
    string Label,
    string Name,
    string Text,
    string? Placeholder,
    string? Problem,
    Func<string, Task> Change
)
{
    /// <summary>Whether it is the user's language.</summary>
    public bool IsOwn { get; init; }
}
