using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;
using TantraSmoke.Web.Logging;

namespace TantraSmoke.Tests.Unit.Logging;

public sealed class LoggingTests : IDisposable
{
    private const string Token = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Log_SecretsInMessageValuesAndException_NeverReachLogTxt()
    {
        var log = Logged(
            "TantraSmoke.Web.Auth",
            logger =>
            {
                logger.LogInformation("First visit: {Link}", "http://localhost:5080/sign-in/link?token=one-time-code");
                logger.LogWarning(
                    "{Guest} wrote {Text}",
                    new { Name = "Анна", Phone = "+7 999 123-45-67" },
                    "call 89997654321"
                );
                logger.LogError(
                    new InvalidOperationException(
                        "outer",
                        new HttpRequestException($"https://api.telegram.org/bot{Token}/getMe")
                    ),
                    "Could not reach {Where} with {@Settings}",
                    "Host=db;Password=hunter2-hunter2",
                    new { DbPassword = "hunter2-hunter2" }
                );
            }
        );

        Assert.All(
            new[] { "one-time-code", "123-45-67", "89997654321", Token, "AAEhBO", "hunter2" },
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal)
        );
        Assert.Contains("/sign-in/link?token=***", log, StringComparison.Ordinal);
        Assert.Contains("Анна", log, StringComparison.Ordinal);
        Assert.Contains("HttpRequestException", log, StringComparison.Ordinal);
        Assert.Matches(
            @"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d \[INF\] TantraSmoke\.Web\.Auth First visit",
            log
        );
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", false)]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Command", false)]
    [InlineData("System.Net.Http.HttpClient.telegram.LogicalHandler", false)]
    [InlineData("Microsoft.Hosting.Lifetime", true)]
    [InlineData("TantraSmoke.Core.Bookings.TableBooking", true)]
    public void Log_Information_IsKeptWhereItMatters(string category, bool kept)
    {
        var log = Logged(
            category,
            logger =>
            {
                logger.LogInformation("an information");
                logger.LogDebug("a detail");
                logger.LogWarning("a warning");
            }
        );

        Assert.Equal(kept, log.Contains("an information", StringComparison.Ordinal));
        Assert.DoesNotContain("a detail", log, StringComparison.Ordinal);
        Assert.Contains("a warning", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Connection", false)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", true)]
    [InlineData("TantraSmoke.Core.Bookings.BookingTimer", true)]
    public void Log_Error_IsSaidByWhoCouldNotGoOn(string category, bool kept)
    {
        var log = Logged(
            category,
            logger =>
            {
                logger.LogError("an error");
                logger.LogWarning("a warning");
            }
        );

        Assert.Equal(kept, log.Contains("an error", StringComparison.Ordinal));
        Assert.Contains("a warning", log, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_MoreThanTenMegabytes_RollsOver()
    {
        var text = new string('ы', 50_000);

        var current = Logged(
            "TantraSmoke",
            logger =>
            {
                for (var i = 0; i < 120; i++)
                    logger.LogInformation("{Number} {Text}", i, text);
            }
        );

        Assert.Contains("119 ы", current, StringComparison.Ordinal);
        Assert.Contains(" 0 ы", File.ReadAllText(_folder["log.1.txt"]), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(_folder["log.1.txt"]).Length, 9 * 1024 * 1024, 10 * 1024 * 1024);
        Assert.Equal(["log.1.txt", "log.txt"], _folder.Files);
    }

    private string Logged(string category, Action<ILogger> write)
    {
        var installation = TestInstallation.Load(
            new Dictionary<string, string?>
            {
                ["BOT_TOKEN"] = Token,
                ["DB_HOST"] = "db",
                ["DB_NAME"] = "venue",
                ["DB_USER"] = "host",
                ["DB_PASSWORD"] = "hunter2-hunter2",
            },
            _folder.Path
        );
        using (var provider = new SerilogLoggerProvider(LoggingRegistration.CreateLogger(installation), dispose: true))
            write(provider.CreateLogger(category));
        return File.ReadAllText(_folder["log.txt"]);
    }
}
