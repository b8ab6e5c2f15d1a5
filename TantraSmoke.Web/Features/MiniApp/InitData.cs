using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>Why initData was refused.</summary>
public enum InitDataFault
{
    None,

    /// <summary>Malformed, or not signed with this bot's token.</summary>
    Forged,

    /// <summary>Signed too long ago, or in the future.</summary>
    Expired,
}

/// <summary>The verified user of the Mini App, see <c>core.telegram.org/bots/webapps</c>.</summary>
/// <param name="Proof">The signature; accepted for one session.</param>
public sealed record InitData(TelegramPerson Person, string Proof)
{
    /// <summary>Validity of initData.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromHours(1);

    private const int Longest = 4096;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Null with the fault if it is invalid. All fields except the hash are signed, including <c>signature</c>.
    /// </summary>
    public static (InitData? Data, InitDataFault Fault) Read(string text, string botToken, DateTimeOffset now)
    {
        if (Fields(text) is not { } fields || !fields.Remove("hash", out var hash))
            return (null, InitDataFault.Forged);
        var sent = Encoding.UTF8.GetBytes(hash);
        if (
            !CryptographicOperations.FixedTimeEquals(sent, Encoding.ASCII.GetBytes(Sign(fields, botToken)))
            || PersonOf(fields) is not { } person
        )
            return (null, InitDataFault.Forged);
        if (
            !long.TryParse(
                fields.GetValueOrDefault("auth_date"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seconds
            )
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
            return (null, InitDataFault.Forged);
        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age > Lives || age < -ClocksDiffer
            ? (null, InitDataFault.Expired)
            : (new InitData(person, hash), InitDataFault.None);
    }

    private static string Sign(Dictionary<string, string> fields, string botToken)
    {
        var key = HMACSHA256.HashData("WebAppData"u8, Encoding.UTF8.GetBytes(botToken));
        var text = string.Join(
            '\n',
            fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")
        );
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Null if a field is repeated, because it would be ambiguous which value was signed.</summary>
    private static Dictionary<string, string>? Fields(string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split('&'))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !fields.TryAdd(Decode(part[..at]), Decode(part[(at + 1)..])))
                return null;
        }

        return fields;
    }

    private static string Decode(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));

    private static TelegramPerson? PersonOf(Dictionary<string, string> fields)
    {
        try
        {
            var user = JsonSerializer.Deserialize<User>(
                fields.GetValueOrDefault("user") ?? "null",
                JsonSerializerOptions.Web
            );
            return user is { Id: > 0 }
                ? new TelegramPerson(
                    user.Id,
                    $"{user.First_name} {user.Last_name}".Trim(),
                    user.Username,
                    user.Language_code
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

#pragma warning disable CA1707 // As Telegram writes them.
    private sealed record User(long Id, string? First_name, string? Last_name, string? Username, string? Language_code);
#pragma warning restore CA1707
}
