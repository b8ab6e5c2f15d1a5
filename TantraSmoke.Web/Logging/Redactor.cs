using System.Text.Json;
using System.Text.RegularExpressions;

namespace TantraSmoke.Web.Logging;

/// <summary>
/// Last line of defence: redacts secrets from finished log text. Prefers masking a harmless ten-digit number over
/// leaking a phone number.
/// </summary>
/// <param name="secrets">Configured values that must never appear.</param>
/// <param name="alsoPersonal">Whether to redact phone numbers and sign-in links too.</param>
internal sealed partial class Redactor(IEnumerable<string> secrets, bool alsoPersonal)
{
    private const string Mask = "***";

    // Shorter secrets would mask parts of words; they are still masked after "password=".
    private const int ShortestSecret = 4;

    private readonly string[] _secrets =
    [
        .. secrets
            .Where(secret => secret.Length >= ShortestSecret)
            .SelectMany(secret =>
                new[] { secret, Uri.EscapeDataString(secret), JsonEncodedText.Encode(secret).ToString() }
            )
            .Distinct()
            .OrderByDescending(secret => secret.Length),
    ];

    public string Redact(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        text = BotToken().Replace(text, Mask);
        text = Password().Replace(text, "${name}=" + Mask);
        text = UserInfo().Replace(text, Mask);
        if (!alsoPersonal)
            return text;
        text = LinkToken().Replace(text, "${name}" + Mask);
        return Phone().Replace(text, match => match.Groups["other"].Success ? match.Value : Mask);
    }

    [GeneratedRegex(@"\d{3,}(:|%3A)[A-Za-z0-9_-]{20,}", RegexOptions.IgnoreCase)]
    private static partial Regex BotToken();

    [GeneratedRegex(
        """(?<name>password|passwd|pwd|client_secret|secret[_-]token)"?\s*[=:]\s*"""
            + """("[^"\r\n]*"|'[^'\r\n]*'|[^\s;,&"']+)""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Password();

    [GeneratedRegex(@"(?<=://)[^/\s@:]*:[^/\s@]+(?=@)")]
    private static partial Regex UserInfo();

    [GeneratedRegex("""(?<name>token(=|%3D|\\u003D))[^\s&"'<>]+""", RegexOptions.IgnoreCase)]
    private static partial Regex LinkToken();

    // First what resembles a phone number (dates, group ids, IP addresses), then phone numbers: with a plus, ten to
    // fifteen digits in a row, or grouped.
    [GeneratedRegex(
        """
            (?<other>
                \d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?
              | \b\d{2}\.\d{2}\.\d{4}\b(?:\ \d{2}:\d{2})?
              | \b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b
              | (?<![\w-])-100\d{8,12}(?!\w)
              | (?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])
            )
            | (?:\+|%2B|\\u002B)\d(?:[\ \u00A0\u2011().-]{0,3}\d){6,14}
            | (?<![0-9a-fA-F.])\d{10,15}(?![0-9a-fA-F])
            | (?<![\d.])(?:[78][\ \u00A0\u2011.-]{0,3})?\(?\d{3}\)?[\ \u00A0\u2011.-]{0,3}
              \d{3}[\ \u00A0\u2011.-]{0,3}\d{2}[\ \u00A0\u2011.-]{0,3}\d{2}(?!\d)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase
    )]
    private static partial Regex Phone();
}
