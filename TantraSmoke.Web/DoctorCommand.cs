using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using TantraSmoke.Bot;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Core;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Setup;
using TantraSmoke.Web.Health;
using Telegram.Bot;

namespace TantraSmoke.Web;

/// <summary>
/// <c>TantraSmoke.Web doctor</c>: checks what the server needs and exits. It changes nothing but makes DATA_DIR.
/// </summary>
internal sealed class DoctorCommand(
    IServiceProvider services,
    InstallationSettings installation,
    TimeProvider time,
    TextWriter output
)
{
    private const string Ok = "ok";
    private const string Fails = "FAIL";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Telegram's own times and those of guests' phones are compared with this clock.</summary>
    private static readonly TimeSpan LargestDrift = TimeSpan.FromSeconds(30);

    /// <summary>An older failure of Telegram's to reach the webhook is history.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    private bool _hasFailed;

    /// <summary>Returns the process's exit code: 1 if a check fails.</summary>
    public static async Task<int> RunAsync(InstallationSettings installation, TextWriter output, TimeProvider time)
    {
        var collection = new ServiceCollection().AddLogging().AddSingleton(time);
        collection.AddCore(installation).AddBot(installation).AddVenueHealth(installation);
        await using var services = collection.BuildServiceProvider();
        var doctor = new DoctorCommand(services, installation, time, output);
        await doctor.CheckAllAsync();
        return doctor._hasFailed ? 1 : 0;
    }

    /// <summary>For settings that cannot be read; nothing else can be checked then.</summary>
    public static async Task<int> RefuseAsync(IEnumerable<string> problems, TextWriter output)
    {
        foreach (var problem in problems)
            await output.WriteLineAsync(Line(Fails, "configuration", problem));
        return 1;
    }

    private static string Line(string verdict, string what, string finding) =>
        $"{verdict.PadRight(5)} {what.PadRight(13)} {finding}";

    private async Task CheckAllAsync()
    {
        await CheckAsync(
            "configuration",
            _ => Task.FromResult(string.Join("; ", [$"{installation}", .. installation.Remarks]))
        );
        await CheckAsync("database", DatabaseAsync);
        await CheckAsync("redis", RedisAsync);
        await CheckAsync("token", TokenAsync);
        await CheckAsync("webhook", WebhookAsync);
        await CheckAsync("clock", ClockAsync);
        await CheckAsync("zone", ZoneAsync);
    }

    /// <param name="check">Returns what is well; throws what is not.</param>
    private async Task CheckAsync(string what, Func<CancellationToken, Task<string>> check)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (verdict, finding) = (Ok, "");
        try
        {
            finding = await check(patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            (verdict, finding) = (Fails, "no answer");
        }
        catch (Exception fault)
        {
            (verdict, finding) = (Fails, StartFault.Of(fault, installation) ?? fault.Message);
        }

        _hasFailed |= verdict == Fails;
        await output.WriteLineAsync(Line(verdict, what, finding.ReplaceLineEndings(" ")));
    }

    private async Task<string> DatabaseAsync(CancellationToken cancellationToken)
    {
        // As the start does; a folder that cannot be made is a fault.
        Directory.CreateDirectory(installation.DataDirectory);
        try
        {
            var pending = await services.GetRequiredService<VenueSetup>().CheckAsync(cancellationToken);
            if (pending.Count > 0)
                return $"{installation.DatabaseName}; the next start applies {string.Join(", ", pending)}";
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return $"{installation.DatabaseName} does not exist yet; the next start creates it";
        }

        await HealthAsync("database", cancellationToken);
        return installation.DatabaseName;
    }

    private async Task<string> RedisAsync(CancellationToken cancellationToken)
    {
        if (installation.Redis is not { } redis)
            return "not used: conversations are kept in the database";
        await HealthAsync("redis", cancellationToken);
        return $"{redis}";
    }

    private async Task HealthAsync(string check, CancellationToken cancellationToken)
    {
        var report = await services
            .GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(registration => registration.Name == check, cancellationToken);
        var entry = report.Entries[check];
        if (entry.Status != HealthStatus.Healthy)
            throw entry.Exception ?? new InvalidDataException(entry.Description);
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        if (installation.BotToken is null)
            return "none: the simulator takes Telegram's place";
        var answer = await services
            .GetRequiredService<TokenCheck>()
            .AskAsync(Actor.System.Instance, null, cancellationToken);
        return answer.Value switch
        {
            TokenAnswer.Works works => $"@{works.Username}, {works.Name}",
            TokenAnswer.Silent silent => throw new InvalidDataException($"Telegram does not answer: {silent.Reason}"),
            _ => throw new InvalidDataException(
                $"Telegram does not accept {SettingNames.BotToken}; take the token from @BotFather"
            ),
        };
    }

    private async Task<string> WebhookAsync(CancellationToken cancellationToken)
    {
        if (installation.BotToken is null)
            return "none: the simulator takes Telegram's place";
        var info = await services.GetRequiredService<ITelegramBotClient>().GetWebhookInfo(cancellationToken);
        var wanted = installation.TelegramWebhookUrl?.ToString() ?? "";
        if (info.Url != wanted && info.Url != "")
            throw new InvalidDataException(
                $"Telegram sends updates to {info.Url}; the next start changes that, unless another installation uses "
                    + "this token"
            );
        if (wanted == "")
            return "none: the bot polls";
        if (info.Url == "")
            return $"the next start sets {wanted}";
        if (info.LastErrorDate is { } at && time.GetUtcNow() - at < Recent && info.PendingUpdateCount > 0)
            throw new InvalidDataException(
                $"{info.PendingUpdateCount} updates wait for {wanted}; Telegram says: {info.LastErrorMessage}"
            );
        return wanted;
    }

    /// <summary>Compares this clock with the database's and Telegram's.</summary>
    private async Task<string> ClockAsync(CancellationToken cancellationToken)
    {
        var others = new List<(string Name, DateTimeOffset Now)>();
        if (installation.BotToken is not null)
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync(installation.TelegramApiUrl, cancellationToken);
            if (answer.Headers.Date is { } now)
                others.Add(("Telegram", now));
        }

        if (installation.Postgres is not null)
            others.Add(
                (
                    "PostgreSQL",
                    await services
                        .GetRequiredService<VenueStore>()
                        .ReadAsync(
                            db =>
                                db.Database.SqlQueryRaw<DateTimeOffset>("SELECT clock_timestamp() AS \"Value\"")
                                    .SingleAsync(cancellationToken),
                            cancellationToken
                        )
                )
            );

        var here = time.GetUtcNow();
        foreach (var (name, now) in others)
        {
            if ((now - here).Duration() > LargestDrift)
                throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"{here:u} here, {now:u} at {name}; set it by NTP")
                );
        }

        var compared = others.Count == 0 ? "nothing" : string.Join(" and ", others.Select(other => other.Name));
        return string.Create(CultureInfo.InvariantCulture, $"{here:u}, compared with {compared}");
    }

    private async Task<string> ZoneAsync(CancellationToken cancellationToken)
    {
        var wanted = installation.VenueTimeZone?.Id;
        var (settings, hasBookings) = await VenueAsync(cancellationToken);
        if (wanted is not null && settings is not null && wanted != settings.TimeZone)
            return hasBookings && installation.ConfirmedTimeZone?.Id != wanted
                ? throw new InvalidDataException(
                    $"{SettingNames.VenueTimeZone} is {wanted} and the venue was in {settings.TimeZone} so far, with "
                        + $"bookings there; the next start wants {SettingNames.VenueTimeZoneConfirm}={wanted}"
                )
                : $"{wanted}; the next start moves the venue there from {settings.TimeZone}";
        settings ??= new VenueSettings { TimeZone = wanted ?? new VenueSettings().TimeZone };
        var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.Clock.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{settings.TimeZone}, where it is {local:ddd d MMM HH:mm}");
    }

    /// <summary>No settings where the first start is still to come.</summary>
    private async Task<(VenueSettings? Settings, bool HasBookings)> VenueAsync(CancellationToken cancellationToken)
    {
        var status = await services.GetRequiredService<VenueMigrations>().StatusAsync(cancellationToken);
        if (status.Applied.Count == 0)
            return (null, false);
        return await services
            .GetRequiredService<VenueStore>()
            .ReadAsync(
                async db =>
                    (
                        await db.Settings.SingleOrDefaultAsync(cancellationToken),
                        await db.Bookings.Where(Booking.IsOpen).AnyAsync(cancellationToken)
                    ),
                cancellationToken
            );
    }
}
