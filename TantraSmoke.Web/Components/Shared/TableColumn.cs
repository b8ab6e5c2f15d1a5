using Microsoft.AspNetCore.Components;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>A column of a <see cref="DataTable{T}"/>.</summary>
/// <param name="Key">Names it in the address and where the choice of columns is kept.</param>
public sealed record TableColumn<T>(string Key, string Title, RenderFragment<T> Cell)
{
    /// <summary>Whether the list can be sorted by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Whether the first tap on its head brings the largest or latest first.</summary>
    public bool DescendsFirst { get; init; }

    /// <summary>Whether it can be left out; others always stand there.</summary>
    public bool CanHide { get; init; } = true;

    /// <summary>Whether it stands there until somebody chooses otherwise.</summary>
    public bool IsUsual { get; init; } = true;

    public string? Class { get; init; }
}
