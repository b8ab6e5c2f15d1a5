using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Pictures;

namespace TantraSmoke.Tests.Bot.Pictures;

public sealed class RsvgConvertTests
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="red"/></svg>""";

    private readonly RecordedLog<RsvgConvert> _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draw_Svg_IsAPngOfThatWidth()
    {
        using var converter = new RsvgConvert(TimeProvider.System, _log);

        Assert.True(await converter.IsThereAsync(Cancel));
        var png = (await converter.DrawAsync(Svg, 300, Cancel))!;
        Assert.Equal((300, 150), PngSize.Of(png));
    }

    [Fact]
    public async Task Draw_Missing_IsNoPictureAndNoFault()
    {
        using var converter = new RsvgConvert(TimeProvider.System, _log, "/nowhere/rsvg-convert");

        Assert.False(await converter.IsThereAsync(Cancel));
        Assert.Null(await converter.DrawAsync(Svg, 300, Cancel));
    }

    [Fact]
    public async Task Draw_BrokenSvg_SaysWhyInTheLog()
    {
        using var converter = new RsvgConvert(TimeProvider.System, _log);

        Assert.Null(await converter.DrawAsync("<svg", 300, Cancel));
        Assert.Single(_log.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task Draw_Hanging_IsStoppedAndLeftAloneForAWhile()
    {
        using var folder = new TempFolder();
        var program = Script(folder, "echo $$ >> pids\nsleep 600 & wait");
        var time = new ManualTime();
        using var converter = new RsvgConvert(time, _log, program, TimeSpan.FromMilliseconds(1500));

        Assert.Null(await converter.DrawAsync(Svg, 300, Cancel));
        var pid = int.Parse(Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder.Path, "pids"), Cancel)), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.Holds(() => !IsRunning(pid), "the process is gone", Cancel);

        // The next guest does not wait for it again.
        Assert.Null(await converter.DrawAsync(Svg, 300, Cancel));
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder.Path, "pids"), Cancel));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await converter.DrawAsync(Svg, 300, Cancel));
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "pids"), Cancel)).Length);
    }

    [Fact]
    public async Task Draw_ManyAtOnce_RunsFewProcesses()
    {
        using var folder = new TempFolder();
        var program = Script(folder, "mkdir running.$$\nls -d running.* | wc -l >> atonce\nsleep 0.05\nrmdir running.$$\nexec rsvg-convert \"$@\"");
        using var converter = new RsvgConvert(TimeProvider.System, _log, program, TimeSpan.FromSeconds(60));

        var pictures = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => converter.DrawAsync(Svg, 100 * n, Cancel)));

        Assert.All(pictures, Assert.NotNull);
        Assert.All(
            await File.ReadAllLinesAsync(Path.Combine(folder.Path, "atonce"), Cancel),
            line => Assert.InRange(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture), 1, Math.Clamp(Environment.ProcessorCount, 1, 4)));
    }

    /// <summary>A program that does that in the folder.</summary>
    internal static string Script(TempFolder folder, string what)
    {
        var path = Path.Combine(folder.Path, "program");
        File.WriteAllText(path, $"#!/bin/bash\ncd '{folder.Path}'\n{what}\n");
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
