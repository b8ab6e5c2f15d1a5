using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TantraSmoke.Bot.Links;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Tells the bot the dashboard's address and, if no admin can sign in otherwise, prints the first-run link once the
/// server listens.
/// </summary>
public sealed class FirstRunLink(StaffLinks staff, IServer server, DashboardAddress address) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening)
            address.Listens(new Uri(WithReachableHost(listening)));
        try
        {
            await PrintAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped during start; the next start prints a link.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrintAsync(CancellationToken cancellationToken)
    {
        if (await staff.CreateStartLinkAsync(cancellationToken) is not { } link)
            return;
        // To the console, not to the log: readers of log.txt must not become admin.
        Console.Out.WriteLine(
            $"""

              {(link.Name is { } name
                  ? "No admin can sign in as this is configured (GOOGLE_CLIENT_ID, BOT_TOKEN). "
                      + $"Open this link within 15 minutes to sign in as {name}:"
                  : "Welcome to TantraSmoke. Open this link within 15 minutes to become its first admin:")}
              {address.SignInLink(link.Token)}

            """
        );
    }

    /// <summary>Replaces wildcard addresses, which are only valid for listening.</summary>
    internal static string WithReachableHost(string address)
    {
        foreach (var any in (string[])["//[::]", "//0.0.0.0", "//*", "//+"])
            address = address.Replace(any, "//localhost", StringComparison.Ordinal);
        return address.TrimEnd('/');
    }
}
