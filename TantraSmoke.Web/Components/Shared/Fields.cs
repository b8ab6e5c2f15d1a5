using MudBlazor;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>A text field with the dashboard's defaults: outlined, touch height, shrunk label.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class TextField<T> : MudTextField<T>
{
    public TextField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);

    // Text direction follows the input, for names in Arabic or Hebrew.
    protected override void OnParametersSet()
    {
        UserAttributes.TryAdd("dir", "auto");
        base.OnParametersSet();
    }
}

/// <summary>A select field with the same defaults, for one or several values.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
public sealed class SelectField<T> : MudSelect<T>
{
    public SelectField() =>
        (Variant, Margin, ShrinkLabel, AnchorOrigin) = (Variant.Outlined, Margin.Dense, true, Origin.BottomCenter);
}

/// <summary>An autocomplete field with the same defaults.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
public sealed class SearchableField<T> : MudAutocomplete<T>
{
    public SearchableField() =>
        (Variant, Margin, ShrinkLabel, AnchorOrigin) = (Variant.Outlined, Margin.Dense, true, Origin.BottomCenter);

    protected override void OnParametersSet()
    {
        UserAttributes.TryAdd("dir", "auto");
        base.OnParametersSet();
    }
}
