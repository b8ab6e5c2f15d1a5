using MudBlazor;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Toasts of one page; some have an undo button.</summary>
public sealed class Toasts(ISnackbar snackbar)
{
    private const int MostAtOnce = 3;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LastsWithAction = TimeSpan.FromSeconds(15);
    private readonly List<(Snackbar Shown, bool IsKept)> _shown = [];

    public static SnackbarConfiguration Configure() =>
        new()
        {
            PositionClass = Defaults.Classes.Position.BottomStart,
            MaxDisplayedSnackbars = MostAtOnce,
            PreventDuplicates = false,
            NewestOnTop = false,
            RequireInteraction = false,
            HideTransitionDuration = 100,
            ShowTransitionDuration = 100,
            SnackbarVariant = Variant.Outlined,
            MaximumOpacity = 100,
        };

    public void Say(string text, ToastAction? action = null) => Add(text, isRefusal: false, action);

    /// <summary>Announces others' changes visually only; screen readers get a shorter announcement elsewhere.</summary>
    public void Tell(string text) => Add(text, isRefusal: false, null, isNews: true);

    /// <summary>Shows a refusal; stays as long as a toast with a button.</summary>
    public void Refuse(string text) => Add(text, isRefusal: true, null);

    /// <summary>The same until closed, for something that the user believes was done.</summary>
    public void RefuseUntilClosed(string text) => Add(text, isRefusal: true, null, stays: true);

    private void Add(string text, bool isRefusal, ToastAction? action, bool isNews = false, bool stays = false)
    {
        _shown.RemoveAll(toast => !snackbar.ShownSnackbars.Contains(toast.Shown));
        // News must not displace undo buttons or persistent refusals.
        if (_shown.Count == MostAtOnce)
        {
            var least = Math.Max(0, _shown.FindIndex(toast => !toast.IsKept));
            snackbar.Remove(_shown[least].Shown);
            _shown.RemoveAt(least);
        }

        var parameters = new Dictionary<string, object>
        {
            [nameof(ToastText.Text)] = text,
            [nameof(ToastText.IsRefusal)] = isRefusal,
            [nameof(ToastText.IsNews)] = isNews,
        };
        var added = snackbar.Add<ToastText>(
            parameters,
            isRefusal ? Severity.Error : Severity.Normal,
            options =>
            {
                options.RequireInteraction = stays;
                options.VisibleStateDuration = (int)
                    (action is null && !isRefusal ? Lasts : LastsWithAction).TotalMilliseconds;
                options.Icon = isRefusal ? Icons.Material.Outlined.Info : Icons.Material.Outlined.CheckCircle;
                options.Action = action?.Label;
                options.ActionColor = Color.Primary;
                options.OnClick = action is null ? null : _ => action.Run();
            }
        );
        if (added is not null)
            _shown.Add((added, action is not null || stays));
    }
}

/// <summary>Label and action of a toast's button.</summary>
public sealed record ToastAction(string Label, Func<Task> Run);
