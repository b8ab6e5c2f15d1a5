using Microsoft.AspNetCore.Components;
using Radzen;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>A form over the right of the page, which stays readable.</summary>
internal static class SideForm
{
    /// <summary>Opens it; returns what it was closed with.</summary>
    public static Task<dynamic?> OpenFormAsync<T>(this DialogService dialogs, string title, params IEnumerable<(string Name, object? Value)> parameters)
        where T : ComponentBase => dialogs.OpenSideAsync<T>(
            title,
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)!,
            new SideDialogOptions
            {
                Position = DialogPosition.Right,
                CloseDialogOnOverlayClick = false,
                CssClass = "side",
                // Half a second later somebody types in another field already; habits.js focuses the first one when it appears.
                AutoFocusFirstElement = false,
            });
}
