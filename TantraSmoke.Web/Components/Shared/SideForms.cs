using System.Text.Json;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// Forms over the right of the page, which stays readable. One in which somebody has typed opens again after the page
/// had to begin anew.
/// </summary>
public sealed class SideForms(IDialogService dialogs, Drafts drafts, NavigationManager navigation)
{
    /// <summary>Key of the draft of what is typed in a side form: only one is open at a time.</summary>
    public const string Typed = "side";

    private const string Opened = "side-form";

    // Their parameters can be written down.
    private static readonly IReadOnlyList<Type> Reopened =
    [
        typeof(NewBookingForm),
        typeof(EditBookingForm),
        typeof(SpecialDayForm),
    ];

    private static readonly DialogOptions Options = new()
    {
        Position = DialogPosition.TopRight,
        BackdropClick = false,
        CloseOnEscapeKey = false,
    };

    private IDialogReference? _open;

    private string Path => navigation.ToAbsoluteUri(navigation.Uri).AbsolutePath;

    /// <summary>Opens it; returns what it was closed with.</summary>
    public Task<object?> OpenAsync<T>(string title, params IEnumerable<(string Name, object? Value)> parameters)
        where T : ComponentBase =>
        OpenAsync(typeof(T), title, parameters.ToDictionary(given => given.Name, given => given.Value));

    /// <summary>False as soon as the form has done its work, though it may still be seen.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Closes the form that is open.</summary>
    /// <param name="with">What whoever opened it gets.</param>
    public void Close(object? with = null)
    {
        IsOpen = false;
        _open?.Close(DialogResult.Ok(with));
    }

    /// <summary>Opens again the form in which something was typed on this page before it had to begin anew.</summary>
    public async Task ReopenAsync()
    {
        if (
            await drafts.HasAsync(Typed)
            && await drafts.FindAsync<OpenForm>(Opened) is { } form
            && form.Path == Path
            && Reopened.FirstOrDefault(known => known.Name == form.Name) is { } type
        )
        {
            await OpenAsync(
                type,
                form.Title,
                form.Parameters.ToDictionary(
                    given => given.Key,
                    given => given.Value.Deserialize(type.GetProperty(given.Key)!.PropertyType)
                )
            );
        }
        else if (await drafts.HasAsync(Opened))
        {
            drafts.Drop(Opened);
            drafts.Drop(Typed);
        }
    }

    private async Task<object?> OpenAsync(Type form, string title, Dictionary<string, object?> parameters)
    {
        await drafts.HasAsync(Opened);
        if (Reopened.Contains(form))
        {
            var written = parameters.ToDictionary(
                given => given.Key,
                given => JsonSerializer.SerializeToElement(given.Value)
            );
            drafts.Keep(Opened, JsonSerializer.Serialize(new OpenForm(form.Name, title, Path, written)));
        }

        _open = await dialogs.ShowAsync<SideForm>(
            title,
            new DialogParameters<SideForm>
            {
                { side => side.Title, title },
                { side => side.Form, form },
                { side => side.Parameters, parameters! },
            },
            Options
        );
        IsOpen = true;
        var closedWith = await _open.Result;
        IsOpen = false;
        drafts.Drop(Opened);
        return closedWith?.Data;
    }

    private sealed record OpenForm(string Name, string Title, string Path, Dictionary<string, JsonElement> Parameters);
}
