using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>Prints the link that makes its bearer the first admin, once the server listens and while there is no staff.</summary>
public sealed class FirstRunLink(StaffService staff, IServer server, InstallationSettings installation) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await staff.CreateFirstRunLinkAsync(cancellationToken) is not { } token)
            return;
        // To the console and not to the log: whoever reads log.txt must not become the admin.
        Console.Out.WriteLine($"""

              Welcome to TantraSmoke. Open this link within 15 minutes to become its first admin:
              {new Uri(Address(), $"sign-in/link?token={token}")}

            """);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Uri Address()
    {
        if (installation.PublicUrl is { } known)
            return new Uri(known.AbsoluteUri.TrimEnd('/') + "/");
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        return new Uri(WithReachableHost(listening) + "/");
    }

    /// <summary>Addresses that mean "every interface" are good for listening only.</summary>
    internal static string WithReachableHost(string address)
    {
        foreach (var any in (string[])["//[::]", "//0.0.0.0", "//*", "//+"])
            address = address.Replace(any, "//localhost", StringComparison.Ordinal);
        return address.TrimEnd('/');
    }
}
