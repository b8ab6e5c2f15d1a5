using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web;

/// <summary>Checks the command line.</summary>
internal static class CommandLine
{
    public const string Usage = """
        usage: TantraSmoke.Web                                            start the server
               TantraSmoke.Web migrations status | up | down [--lose-data]
               TantraSmoke.Web doctor                                     check settings, servers, Telegram and clock
               TantraSmoke.Web demo                                       fill an empty installation with a demo venue
        The server takes its settings from the environment and .env; README.md lists them. ASP.NET Core's own can follow
        as --urls http://localhost:8080, --environment Development or --Section:Key value.
        """;

    private static readonly string[] Options =
    [
        WebHostDefaults.ApplicationKey,
        WebHostDefaults.CaptureStartupErrorsKey,
        WebHostDefaults.ContentRootKey,
        WebHostDefaults.DetailedErrorsKey,
        WebHostDefaults.EnvironmentKey,
        WebHostDefaults.HostingStartupAssembliesKey,
        WebHostDefaults.HostingStartupExcludeAssembliesKey,
        WebHostDefaults.HttpPortsKey,
        WebHostDefaults.HttpsPortsKey,
        WebHostDefaults.PreferHostingUrlsKey,
        WebHostDefaults.PreventHostingStartupKey,
        WebHostDefaults.ServerUrlsKey,
        WebHostDefaults.ShutdownTimeoutKey,
        WebHostDefaults.StartupAssemblyKey,
        WebHostDefaults.StaticWebAssetsKey,
        WebHostDefaults.SuppressStatusMessagesKey,
        WebHostDefaults.WebRootKey,
        .. SettingNames.All,
    ];

    /// <summary>
    /// The first unknown word; null if there is none. An unknown word must not start a second server.
    /// </summary>
    public static string? FindUnknown(string[] args)
    {
        if (args is ["migrations", ..] or ["demo"] or ["doctor"])
            return null;
        for (var next = 0; next < args.Length; next++)
        {
            var parts = args[next].Split('=', 2);
            // A host passes its sections on as names without a value.
            if (
                !parts[0].StartsWith("--", StringComparison.Ordinal)
                || (parts is not [_, ""] && !IsOption(parts[0][2..]))
            )
                return args[next];
            // --name value
            if (parts.Length == 1 && ++next == args.Length)
                return args[^1];
        }

        return null;
    }

    private static bool IsOption(string name) =>
        name.Contains(':', StringComparison.Ordinal) || Options.Contains(name, StringComparer.OrdinalIgnoreCase);
}
