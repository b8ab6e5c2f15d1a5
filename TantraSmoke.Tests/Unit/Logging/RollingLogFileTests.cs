using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;
using TantraSmoke.Web.Logging;

namespace TantraSmoke.Tests.Unit.Logging;

public sealed class RollingLogFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Emit_ManyFilesFull_KeepsTheNewestAndTheCurrentName()
    {
        using (var file = Open(limit: 10, kept: 6))
        {
            for (var i = 0; i < 20; i++)
                Write(file, $"line {i:00}\n");
        }

        Assert.Equal(["log.1.txt", "log.2.txt", "log.3.txt", "log.4.txt", "log.5.txt", "log.txt"], _folder.Files);
        Assert.Equal("line 19\n", File.ReadAllText(_folder["log.txt"]));
        Assert.Equal("line 14\n", File.ReadAllText(_folder["log.5.txt"]));
    }

    [Fact]
    public void Emit_FileFromAnEarlierRun_IsContinuedAndCounted()
    {
        _folder.Write("log.txt", "before\n");
        using (var file = Open(limit: 16, kept: 6))
        {
            Write(file, "second\n");
            Write(file, "third\n");
        }

        Assert.Equal("before\nsecond\n", File.ReadAllText(_folder["log.1.txt"]));
        Assert.Equal("third\n", File.ReadAllText(_folder["log.txt"]));
    }

    [Fact]
    public void Emit_TwoWritersInTheSameFolder_LoseNothing()
    {
        using var first = Open(limit: 21, kept: 6);
        using var second = Open(limit: 21, kept: 6);
        for (var i = 0; i < 6; i++)
            Write(i % 2 == 0 ? first : second, $"line {i}\n");

        Assert.Equal("line 0\nline 1\nline 2\n", File.ReadAllText(_folder["log.1.txt"]));
        Assert.Equal("line 3\nline 4\nline 5\n", File.ReadAllText(_folder["log.txt"]));
    }

    [Fact]
    public void Emit_FolderMissing_IsSurvivedAndTriedAgain()
    {
        using var file = new RollingLogFile(
            _folder["later/log.txt"],
            new MessageTemplateTextFormatter("{Message:lj}"),
            100,
            6
        );
        Write(file, "lost");
        Directory.CreateDirectory(_folder["later"]);
        Write(file, "kept");

        Assert.Equal("kept", File.ReadAllText(_folder["later/log.txt"]));
    }

    private RollingLogFile Open(long limit, int kept) =>
        new(
            _folder["log.txt"],
            new MessageTemplateTextFormatter("{Message:lj}", CultureInfo.InvariantCulture),
            limit,
            kept
        );

    private static void Write(RollingLogFile file, string text) =>
        file.Emit(
            new LogEvent(
                DateTimeOffset.UnixEpoch,
                LogEventLevel.Information,
                null,
                new MessageTemplate([new TextToken(text)]),
                []
            )
        );
}
