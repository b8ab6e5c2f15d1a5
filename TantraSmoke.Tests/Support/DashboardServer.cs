using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TantraSmoke.Bot.Links;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// The whole program inside this process, listening on a port of its own; for what needs a real process see
/// <see cref="WebProcess"/>.
/// </summary>
public sealed class DashboardServer : WebApplicationFactory<Program>
{
    private readonly ProcessHome _home;
    private readonly string _folder;

    static DashboardServer()
    {
        // Variables of an installation that this test run happens to have are not passed on.
        foreach (var name in SettingNames.All)
            Environment.SetEnvironmentVariable(name, null);
    }

    private DashboardServer(ProcessHome home, string folder)
    {
        (_home, _folder) = (home, folder);
        // Its port is a setting: one that is given here is set while the program may be starting already.
        UseKestrel();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Speaks to the server; follows redirects and keeps cookies.</summary>
    public HttpClient Http => field ??= CreateClient();

    /// <summary>Returns when the server listens.</summary>
    /// <param name="folder">Another than its home's, for a second server on the same database.</param>
    public static async Task<DashboardServer> StartAsync(ProcessHome home, string? folder = null)
    {
        var server = new DashboardServer(home, folder ?? home.Folder);
        try
        {
            await Task.Run(server.StartServer, TestContext.Current.CancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A link that makes its bearer the first admin.</summary>
    public async Task<Uri> FirstRunLinkAsync()
    {
        var links = Services.GetRequiredService<StaffLinks>();
        var created = await links.CreateStartLinkAsync(TestContext.Current.CancellationToken);
        return new Uri(Services.GetRequiredService<DashboardAddress>().SignInLink(created!.Token));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting(InstallationSettings.WorkingDirectoryKey, _folder);
        // Every watched file takes one of the few that the system gives to a process.
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        foreach (var (name, value) in _home.Variables)
            builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
    }
}
