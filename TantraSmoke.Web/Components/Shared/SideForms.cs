using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Radzen;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// Forms over the right of the page, which stays readable. One in which somebody has typed opens again after the page
/// had to begin anew.
/// </summary>
public sealed class SideForms(DialogService dialogs, Drafts drafts, NavigationManager navigation)
{
    /// <summary>Key of the draft of what is typed in a side form: only one is open at a time.</summary>
    public const string Typed = "side";

    private const string Opened = "side-form";

    // Their parameters can be written down.
    private static readonly IReadOnlyList<Type> Reopened =
        [typeof(NewBookingForm), typeof(EditBookingForm), typeof(SpecialDayForm)];

    private string Path => navigation.ToAbsoluteUri(navigation.Uri).AbsolutePath;

    /// <summary>Opens it; returns what it was closed with.</summary>
    public Task<dynamic?> OpenAsync<T>(string title, params IEnumerable<(string Name, object? Value)> parameters)
        where T : ComponentBase =>
        OpenAsync(typeof(T), title, parameters.ToDictionary(given => given.Name, given => given.Value));

    /// <summary>Opens again the form in which something was typed on this page before it had to begin anew.</summary>
    public async Task ReopenAsync()
    {
        if (await drafts.HasAsync(Typed) && await drafts.FindAsync<OpenForm>(Opened) is { } form && form.Path == Path
            && Reopened.FirstOrDefault(known => known.Name == form.Name) is { } type)
        {
            await OpenAsync(type, form.Title, form.Parameters.ToDictionary(
                given => given.Key, given => given.Value.Deserialize(type.GetProperty(given.Key)!.PropertyType)));
        }
        else if (await drafts.HasAsync(Opened))
        {
            drafts.Drop(Opened);
            drafts.Drop(Typed);
        }
    }

    private async Task<dynamic?> OpenAsync(Type form, string title, Dictionary<string, object?> parameters)
    {
        await drafts.HasAsync(Opened);
        if (Reopened.Contains(form))
        {
            var written = parameters.ToDictionary(
                given => given.Key, given => JsonSerializer.SerializeToElement(given.Value));
            drafts.Keep(Opened, JsonSerializer.Serialize(new OpenForm(form.Name, title, Path, written)));
        }

        var closedWith = await dialogs.OpenSideAsync(title, form, parameters!, Options());
        drafts.Drop(Opened);
        return closedWith;
    }

    private static SideDialogOptions Options() => new()
    {
        Position = DialogPosition.Right,
        CloseDialogOnOverlayClick = false,
        CssClass = "side",
        // Half a second later somebody types in another field already; habits.js focuses the first one when it appears.
        AutoFocusFirstElement = false,
    };

    private sealed record OpenForm(string Name, string Title, string Path, Dictionary<string, JsonElement> Parameters);
}
