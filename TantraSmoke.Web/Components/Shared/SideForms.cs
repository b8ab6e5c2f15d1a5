using System.Text.Json;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// Forms in a drawer at the right of the page. One with unsaved input reopens if the page has to start again.
/// </summary>
public sealed class SideForms(IDialogService dialogs, Drafts drafts, NavigationManager navigation)
{
    /// <summary>Draft key of the side form; only one is open at a time.</summary>
    public const string Typed = "side";

    private const string Opened = "side-form";

    // Forms whose parameters can be serialized.
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

    /// <summary>Opens the form; returns what it was closed with.</summary>
    public Task<object?> OpenAsync<T>(string title, params IEnumerable<(string Name, object? Value)> parameters)
        where T : ComponentBase =>
        OpenAsync(typeof(T), title, parameters.ToDictionary(given => given.Name, given => given.Value));

    /// <summary>False once the form is done, even while its closing animation runs.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Closes the open form.</summary>
    /// <param name="with">The result for the opener.</param>
    public void Close(object? with = null)
    {
        IsOpen = false;
        _open?.Close(DialogResult.Ok(with));
    }

    /// <summary>Reopens the form that had unsaved input on this page before it started again.</summary>
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
