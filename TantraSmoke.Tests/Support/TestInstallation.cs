using Microsoft.Extensions.Configuration;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Tests.Support;

public static class TestInstallation
{
    /// <summary>The settings that a process in that folder would have with these variables alone.</summary>
    public static InstallationSettings Load(IReadOnlyDictionary<string, string?> variables, string folder)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(variables);
        configuration[InstallationSettings.WorkingDirectoryKey] = folder;
        return InstallationSettings.Load(configuration);
    }
}
