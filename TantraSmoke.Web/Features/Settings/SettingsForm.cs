using System.Globalization;
using Microsoft.AspNetCore.Components;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Settings;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Web.Features.Settings;

/// <summary>
/// Unsaved settings. Only edited fields keep their input; the others follow the saved values. Invalid input stays in
/// its field with an error.
/// </summary>
public abstract class SettingsForm : ScheduleForm
{
    private readonly Dictionary<string, string> _typed = [];
    private IReadOnlyList<string> _wrong = [];

    [Inject]
    public SettingsService Service { get; set; } = null!;

    [Parameter, EditorRequired]
    public VenueCatalog Catalog { get; set; } = null!;

    /// <summary>Edited values by setting; null if there are none.</summary>
    protected IReadOnlyDictionary<string, string>? Typed => IsTouched ? _typed : null;

    /// <summary>Whether there are edits to save.</summary>
    protected bool IsTouched => _typed.Count > 0;

    /// <summary>Text of the setting's field.</summary>
    public string Text(string name) =>
        _typed.GetValueOrDefault(name) ?? Write(Property(name).GetValue(Catalog.Settings));

    public bool IsWrong(string name) => _wrong.Contains(name);

    public void Type(string name, string? text)
    {
        if ((text ?? "") == Write(Property(name).GetValue(Catalog.Settings)))
            _typed.Remove(name);
        else
            _typed[name] = text ?? "";
        _wrong = [.. _wrong.Except([name])];
        Reconsider();
        StateHasChanged();
    }

    protected void TakeUp(IReadOnlyDictionary<string, string> typed)
    {
        foreach (var (name, text) in typed.Where(field => Property(field.Key) is not null))
            Type(name, text);
    }

    protected Task SubmitAsync()
    {
        var (seen, wanted) = (Catalog.Settings, Catalog.Settings.Copy());
        var unread = _typed.Where(field => !Take(wanted, field.Key, field.Value)).Select(field => field.Key).ToList();
        if (unread.Count > 0)
        {
            // All errors are reported at once.
            _wrong = [.. unread.Union(SettingsCheck.Wrong(wanted).Where(_typed.ContainsKey))];
            Problem = Texts.Refusal(new SettingsRefusal.InvalidSettings(_wrong), Catalog.Clock);
            OnWrong(_wrong);
            return Task.CompletedTask;
        }

        return SaveAsync(
            known => Service.SaveAsync(Me, seen, wanted, known, CancellationToken.None),
            _ => Texts.SettingsSaved,
            _ => _typed.Clear()
        );
    }

    protected void Forget()
    {
        _typed.Clear();
        _wrong = [];
        Reconsider();
    }

    protected override void OnRefused(Refusal error)
    {
        _wrong = (error as SettingsRefusal.InvalidSettings)?.Fields ?? [];
        OnWrong(_wrong);
    }

    /// <summary>Called with the invalid settings after an attempt to save.</summary>
    protected virtual void OnWrong(IReadOnlyList<string> names) { }

    private static System.Reflection.PropertyInfo Property(string name) => typeof(VenueSettings).GetProperty(name)!;

    private static string Write(object? value) =>
        value switch
        {
            null => "",
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    /// <summary>Parses the input into the setting; false if it is invalid.</summary>
    private static bool Take(VenueSettings settings, string name, string typed)
    {
        var (property, text) = (Property(name), typed.Trim());
        object? value = property.PropertyType switch
        {
            var type when type == typeof(string) => typed,
            var type when type == typeof(int) || type == typeof(int?) => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            var type when type == typeof(double?) => double.TryParse(
                text.Replace(',', '.'),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            var type when type == typeof(TimeOnly) => VenueClock.ReadTime(text),
            var type when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            var type when type.IsEnum => Enum.TryParse(type, text, out var chosen) && Enum.IsDefined(type, chosen!)
                ? chosen
                : null,
            _ => null,
        };
        if (value is null && (text.Length > 0 || Nullable.GetUnderlyingType(property.PropertyType) is null))
            return false;
        property.SetValue(settings, value);
        return true;
    }
}
