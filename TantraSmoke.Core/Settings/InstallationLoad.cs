using System.Diagnostics.CodeAnalysis;

namespace TantraSmoke.Core.Settings;

/// <summary>The installation's settings, or every reason for which there are none.</summary>
public sealed record InstallationLoad(InstallationSettings? Settings, IReadOnlyList<SettingProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Settings))]
    public bool Succeeded => Settings is not null;
}
