namespace TantraSmoke.Web.Components.Shared;

/// <summary>A list's order in the address: the column's name, prefixed with <c>-</c> if descending.</summary>
public static class SortOrder
{
    /// <summary>Null for no order or one unknown to this list.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text?.TrimStart('-'), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : null;

    public static bool IsDescending<T>(string? text)
        where T : struct, Enum => Read<T>(text) is not null && text!.StartsWith('-');

    public static string? Write<T>(T? sort, bool isDescending)
        where T : struct, Enum =>
        sort is { } column ? $"{(isDescending ? "-" : "")}{column.ToString().ToLowerInvariant()}" : null;
}
