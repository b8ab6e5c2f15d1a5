using Microsoft.AspNetCore.Components;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>A column of a <see cref="DataTable{T}"/>.</summary>
/// <param name="Key">Name in the address and in the stored choice of columns.</param>
public sealed record TableColumn<T>(string Key, string Title, RenderFragment<T> Cell)
{
    /// <summary>Whether the list can be sorted by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Whether the first click sorts descending.</summary>
    public bool DescendsFirst { get; init; }

    /// <summary>Whether users can hide it.</summary>
    public bool CanHide { get; init; } = true;

    /// <summary>Whether it is shown by default.</summary>
    public bool IsUsual { get; init; } = true;

    public string? Class { get; init; }
}
