using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Settings;

/// <summary>Why settings could not be changed.</summary>
public abstract record SettingsRefusal : Refusal
{
    private SettingsRefusal() { }

    /// <summary>Invalid settings, named as in <see cref="VenueSettings"/>.</summary>
    public sealed record InvalidSettings(IReadOnlyList<string> Fields) : SettingsRefusal;
}
