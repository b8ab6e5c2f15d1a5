namespace TantraSmoke.Web.Components.Shared;

/// <summary>One language of a text that has two, as <see cref="LocalField"/> wants it to be shown.</summary>
/// <param name="Name">For tests.</param>
/// <param name="Placeholder">What is read instead while the field is empty.</param>
/// <param name="Change">Hears what was typed.</param>
public sealed record LocalPart(
    string Label,
    string Name,
    string Text,
    string? Placeholder,
    string? Problem,
    Func<string, Task> Change
)
{
    /// <summary>The language of who is reading.</summary>
    public bool IsOwn { get; init; }
}
