using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// The built TantraSmoke.Web as a real process on a port that the system gives it; killed when disposed.
/// </summary>
public sealed class WebProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int Terminate = 15;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private volatile Uri? _address;

    private WebProcess(Process process) => _process = process;

    /// <summary>Where the process listens, as it has said itself.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("The process does not listen yet.");

    /// <summary>Speaks to the process; follows redirects and keeps cookies.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>What the process has written to its standard output so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>What the process has written to its standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    /// <summary>Starts the process and returns at once. Variables of an installation that this test run happens to have
    /// are not passed on.</summary>
    public static WebProcess Start(
        string workingDirectory,
        IReadOnlyDictionary<string, string?>? variables = null,
        string? program = null,
        params IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [program ?? Repository.WebProgram, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in SettingNames.All.Concat(start.Environment.Keys.Where(IsHostSetting)).ToList())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var web = new WebProcess(process);
        process.OutputDataReceived += (_, line) => web.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Append(web._errors, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return web;
    }

    /// <summary>Starts the process and waits until it answers /health/live.</summary>
    public static async Task<WebProcess> StartLiveAsync(
        string workingDirectory,
        IReadOnlyDictionary<string, string?>? variables = null,
        string? program = null
    )
    {
        var web = Start(workingDirectory, variables, program);
        try
        {
            await web.WaitUntilAnswersAsync("/health/live");
            return web;
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a GET of <paramref name="path"/> succeeds.</summary>
    public async Task WaitUntilAnswersAsync(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var why = "it does not listen yet";
            try
            {
                if (_address is not null)
                {
                    using var answer = await Http.GetAsync(
                        new Uri(path, UriKind.Relative),
                        TestContext.Current.CancellationToken
                    );
                    if (answer.IsSuccessStatusCode)
                        return;
                    why = $"{answer.StatusCode}";
                }
            }
            catch (HttpRequestException e)
            {
                why = e.Message;
            }
            if (_process.HasExited || waited.Elapsed > LongestStart)
                Assert.Fail(
                    $"{path} of the process "
                        + $"{(_process.HasExited ? $"that ended with {await WaitForExitAsync()}" : "that runs")}: "
                        + $"{why}\n{Output}\n{Errors}"
                );
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// Waits until a line of the standard output contains <paramref name="text"/>, and returns that line.
    /// </summary>
    public async Task<string> WaitForOutputAsync(string text)
    {
        for (
            var waited = Stopwatch.StartNew();
            waited.Elapsed < LongestStart;
            await Task.Delay(20, TestContext.Current.CancellationToken)
        )
        {
            if (
                Output.Split('\n').SkipLast(1).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is
                { } line
            )
                return line;
        }
        throw new TimeoutException($"'{text}' was not written:\n{Output}\n{Errors}");
    }

    /// <summary>Waits for the end and returns the exit code; all output has arrived by then.</summary>
    public async Task<int> WaitForExitAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(LongestStart);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, as a service manager sends it; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
            _ = Signal(_process.Id, Terminate);
        using var patience = new CancellationTokenSource(LongestStop);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        Append(_output, line);
        var at = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (at < 0 || _address is not null)
            return;
        Http.BaseAddress = new Uri(line![(at + Listening.Length)..]);
        _address = Http.BaseAddress;
    }

    private static bool IsHostSetting(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
        || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal);

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.Append(line).Append(line is null ? "" : "\n");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
