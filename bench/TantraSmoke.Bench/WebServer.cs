using System.Diagnostics;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Bench;

/// <summary>The built TantraSmoke.Web as a process of its own on a venue's database.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private const string LinkPath = "/sign-in/link?token=";
    private readonly Process _process;

    private WebServer(Process process, string signIn) => (_process, SignInLink) = (process, signIn);

    public string Address => new Uri(SignInLink).GetLeftPart(UriPartial.Authority);

    /// <summary>The first-run link that it wrote to its console.</summary>
    public string SignInLink { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<WebServer> StartAsync(BenchVenue venue)
    {
        // bin/Release/net10.0 here is bin/Release/net10.0 there.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(
            output.FullName,
            "../../../../..",
            "TantraSmoke.Web/bin",
            output.Parent!.Name,
            output.Name,
            "TantraSmoke.Web.dll"
        );
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.GetFullPath(program) },
            WorkingDirectory = venue.Folder,
            RedirectStandardOutput = true,
        };
        foreach (var name in SettingNames.All)
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in venue.Variables)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        try
        {
            return new WebServer(process, await SignInLinkAsync(process.StandardOutput));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    private static async Task<string> SignInLinkAsync(StreamReader console)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await console.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.Contains(LinkPath, StringComparison.Ordinal))
                continue;
            // Goes on reading, so that the process never waits for its console.
            _ = console.ReadToEndAsync(CancellationToken.None);
            return line.Trim();
        }

        throw new InvalidOperationException("TantraSmoke.Web ended without a sign-in link");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
