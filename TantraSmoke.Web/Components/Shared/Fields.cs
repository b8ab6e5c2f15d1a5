using MudBlazor;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>A text field as all forms have it: outlined, as high as a finger, its label always on the line.</summary>
/// <typeparam name="T">What is typed.</typeparam>
public sealed class TextField<T> : MudTextField<T>
{
    public TextField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);

    // A name in Arabic or Hebrew is typed from its own side.
    protected override void OnParametersSet()
    {
        UserAttributes.TryAdd("dir", "auto");
        base.OnParametersSet();
    }
}

/// <summary>A choice of one or several, in the same shape.</summary>
/// <typeparam name="T">What is chosen.</typeparam>
public sealed class SelectField<T> : MudSelect<T>
{
    public SelectField() =>
        (Variant, Margin, ShrinkLabel, AnchorOrigin) = (Variant.Outlined, Margin.Dense, true, Origin.BottomCenter);
}

/// <summary>A choice that is found by typing, in the same shape.</summary>
/// <typeparam name="T">What is chosen.</typeparam>
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
