using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TantraSmoke.Web.Auth;

/// <summary>Data from Telegram's login widget, see <c>core.telegram.org/widgets/login</c>.</summary>
/// <param name="Proof">The signature; accepted once.</param>
public sealed record TelegramLogin(long Id, string Proof)
{
    /// <summary>Validity of the widget's data: enough for the redirect, short against reuse.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Parses the widget's data; null if it is not signed with this bot's token or has expired. All fields except the
    /// signature are signed.
    /// </summary>
    public static TelegramLogin? Read(
        IEnumerable<KeyValuePair<string, string>> sent,
        string botToken,
        DateTimeOffset now
    )
    {
        var fields = sent.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        if (
            !fields.Remove("hash", out var hash)
            || !fields.TryGetValue("id", out var idText)
            || !long.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !fields.TryGetValue("auth_date", out var dateText)
            || !long.TryParse(dateText, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
            return null;
        var signature = Encoding.ASCII.GetBytes(hash.ToLowerInvariant());
        if (!CryptographicOperations.FixedTimeEquals(signature, Encoding.ASCII.GetBytes(Sign(fields, botToken))))
            return null;
        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age <= Lives && age >= -ClocksDiffer ? new TelegramLogin(id, hash.ToLowerInvariant()) : null;
    }

    /// <summary>Hex signature of these fields.</summary>
    internal static string Sign(IReadOnlyDictionary<string, string> fields, string botToken)
    {
        var text = string.Join(
            '\n',
            fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")
        );
        return Convert.ToHexStringLower(
            HMACSHA256.HashData(SHA256.HashData(Encoding.UTF8.GetBytes(botToken)), Encoding.UTF8.GetBytes(text))
        );
    }
}
