using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// The proxy of compose.yaml before two local processes: deploy/nginx.conf, in which only addresses are others.
/// </summary>
public sealed class NginxProxy : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false });
    private Process? _process;

    private NginxProxy(int port) => Address = new Uri($"http://127.0.0.1:{port}");

    public Uri Address { get; }

    private string Log => Path.Combine(_folder.Path, "access.log");

    private string Errors => Path.Combine(_folder.Path, "error.log");

    public static async Task<NginxProxy> StartAsync(Uri web, Uri web2)
    {
        var proxy = new NginxProxy(FreePort());
        var site = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "nginx.conf"));
        foreach (
            var (ours, local) in new[]
            {
                ("listen 80;", $"listen {proxy.Address.Authority};"),
                ("server web:8080", $"server {web.Authority}"),
                ("server web2:8080", $"server {web2.Authority}"),
            }
        )
        {
            Assert.Contains(ours, site, StringComparison.Ordinal);
            site = site.Replace(ours, local, StringComparison.Ordinal);
        }

        // In one process, which ends with its signal and is whoever runs the tests.
        var folder = proxy._folder.Path;
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(
            file,
            $$"""
            daemon off;
            master_process off;
            pid {{folder}}/pid;
            error_log {{proxy.Errors}};
            events {}
            http {
                log_format replica '$cookie_replica|$sent_http_set_cookie|$upstream_addr';
                access_log {{proxy.Log}} replica;
                {{string.Concat(
                    new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind =>
                        $"{kind}_temp_path {folder}/{kind};\n"
                    )
                )}}
            {{site}}
            }
            """
        );
        try
        {
            var start = new ProcessStartInfo(TestServers.Nginx, ["-c", file, "-e", proxy.Errors, "-p", folder]);
            proxy._process = Process.Start(start)!;
            await Eventually.Holds(
                proxy.AnswersAsync,
                "nginx answers",
                TimeSpan.FromSeconds(30),
                TestContext.Current.CancellationToken
            );
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>The cookie that nginx gave to a browser which it placed at that process.</summary>
    public async Task<string> CookieOfAsync(Uri process)
    {
        while (true)
        {
            using var answer = await _http.GetAsync(
                new Uri(Address, "/health/live"),
                TestContext.Current.CancellationToken
            );
            var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=')[1];
            string[]? line = null;
            await Eventually.Holds(
                () => (line = Lines().FirstOrDefault(l => l[1].Contains(cookie, StringComparison.Ordinal))) != null,
                "it is logged",
                TestContext.Current.CancellationToken
            );
            if (line![2] == process.Authority)
                return cookie;
        }
    }

    /// <summary>The processes that have answered requests with that cookie, one per request.</summary>
    public IReadOnlyList<string> AnsweredBy(string cookie) =>
        // A request that was passed on names all that were asked.
        [.. Lines().Where(line => line[0] == cookie).Select(line => line[2].Split(", ")[^1])];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process!.HasExited)
            Assert.Fail($"nginx ended: {await File.ReadAllTextAsync(Errors)}");
        try
        {
            using var answer = await _http.GetAsync(
                new Uri(Address, "/health/live"),
                TestContext.Current.CancellationToken
            );
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private IEnumerable<string[]> Lines()
    {
        using var file = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|'));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
