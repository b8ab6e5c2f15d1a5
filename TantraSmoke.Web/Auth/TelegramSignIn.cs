using System.Security.Cryptography;
using System.Text;
using TantraSmoke.Bot.Links;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Staff;
using Telegram.Bot;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Sign-in with Telegram's login widget, for staff whose Telegram id an admin has entered. Requires a bot and a domain
/// registered with @BotFather (/setdomain); the bot's /admin link needs neither.
/// </summary>
public sealed class TelegramSignIn(
    InstallationSettings installation,
    ITelegramBotClient bot,
    DashboardAddress address,
    StaffRegistry staff,
    StaffEntry entry,
    TimeProvider time,
    ILogger<TelegramSignIn> logger
)
{
    public const string Path = SignInEndpoints.Path + "/telegram";

    /// <summary>Cookie that ties the sign-in to the browser that showed the button, against login CSRF.</summary>
    private const string StateCookie = "tantra.telegram";
    private const string State = "state";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private string? _name;
    private long _asked;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (
            endpoints.ServiceProvider.GetRequiredService<InstallationSettings>() is
            { BotToken: not null, PublicUrl: not null }
        )
            endpoints.MapGet(Path, (HttpContext http, TelegramSignIn telegram) => telegram.SignInAsync(http));
    }

    /// <summary>The bot's name and the redirect address; null if there is no button to show.</summary>
    public async Task<TelegramButton?> ButtonAsync(HttpContext http)
    {
        if (
            installation is not { BotToken: not null, PublicUrl: not null }
            || await NameAsync(http.RequestAborted) is not { } name
        )
            return null;
        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(
            StateCookie,
            state,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = address.Root.Scheme == Uri.UriSchemeHttps,
                Path = Path,
                IsEssential = true,
            }
        );
        SecurityHeaders.AllowTelegramButton(http);
        return new TelegramButton(name, $"{address.Root.ToString().TrimEnd('/')}{Path}?{State}={state}");
    }

    private async Task<IResult> SignInAsync(HttpContext http)
    {
        var sent = http
            .Request.Query.Where(field => field.Key != State)
            .Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()));
        var login = TelegramLogin.Read(sent, installation.BotToken!, time.GetUtcNow());
        var problem =
            login is null
            || !IsOurs(http)
            || !await staff.Links.UseOnceAsync(login.Proof, TelegramLogin.Lives * 2, http.RequestAborted)
                ? SignInProblem.Stale
                : SignInProblem.Unknown;
        http.Response.Cookies.Delete(StateCookie, new CookieOptions { Path = Path });
        if (
            problem == SignInProblem.Unknown
            && await staff.Lookup.ByTelegramAsync(login!.Id, http.RequestAborted) is { } member
            && await entry.SignInAsync(http, member, SignInWay.Telegram)
        )
            return Results.LocalRedirect("/");
        await entry.NoteRefusalAsync(
            http,
            SignInWay.Telegram,
            problem,
            problem == SignInProblem.Unknown ? $"Telegram {login!.Id}" : null
        );
        return Results.LocalRedirect($"{SignInEndpoints.Path}?problem={problem}");
    }

    private static bool IsOurs(HttpContext http) =>
        http.Request.Cookies[StateCookie] is { Length: > 0 } kept
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(kept),
            Encoding.UTF8.GetBytes(http.Request.Query[State].ToString())
        );

    /// <summary>The bot's name, requested from Telegram once; retried after a minute on failure.</summary>
    private async Task<string?> NameAsync(CancellationToken cancellationToken)
    {
        if (_name is not null || (_asked != 0 && time.GetElapsedTime(_asked) < Pause))
            return _name;
        _asked = time.GetTimestamp();
        try
        {
            _name = (await bot.GetMe(cancellationToken).WaitAsync(Patience, time, cancellationToken)).Username;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogDebug("The bot's name for its sign-in button is not known yet: {Kind}", fault.GetType().Name);
        }

        return _name;
    }
}

/// <summary>Parameters of Telegram's login widget.</summary>
public sealed record TelegramButton(string BotName, string Address);
