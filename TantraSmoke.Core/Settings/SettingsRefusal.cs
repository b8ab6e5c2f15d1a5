using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Settings;

/// <summary>Why settings stay as they are.</summary>
public abstract record SettingsRefusal : Refusal
{
    private SettingsRefusal() { }

    /// <summary>These settings, named as in <see cref="VenueSettings"/>, cannot be as they were typed in.</summary>
    public sealed record InvalidSettings(IReadOnlyList<string> Fields) : SettingsRefusal;
}
