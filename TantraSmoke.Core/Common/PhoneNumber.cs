using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PhoneNumbers;

namespace TantraSmoke.Core.Common;

/// <summary>
/// Phone numbers: compared and kept as E.164 ("+79161234567"), read by the venue's country, shown in groups.
/// </summary>
public static class PhoneNumber
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>ISO 3166 codes a venue's country may have, with their calling codes.</summary>
    public static IReadOnlyDictionary<string, int> Countries { get; } =
        Numbers
            .GetSupportedRegions()
            .Order(StringComparer.Ordinal)
            .ToDictionary(code => code, Numbers.GetCountryCodeForRegion);

    /// <summary>
    /// Reads what people type or paste. What begins with + or 00 is international, everything else a number of
    /// <paramref name="country"/>. Null when it cannot be a whole number.
    /// </summary>
    public static string? Read(string typed, string country)
    {
        var text = Cleaned(typed);
        // Letters would be read as the digits on their keys, and what follows a word as an extension.
        if (text.Any(c => !char.IsDigit(c) && !"+＋-() ./".Contains(c, StringComparison.Ordinal)))
            return null;
        if (text.StartsWith("00", StringComparison.Ordinal))
            text = "+" + text[2..];
        try
        {
            var number = Numbers.Parse(text, country);
            return Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? Numbers.Format(number, PhoneNumberFormat.E164)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Reads what Telegram shares: international, with or without its +.</summary>
    public static string? ReadInternational(string digits) =>
        Read(Cleaned(digits).TrimStart('+') is { Length: > 0 } text ? "+" + text : "", "ZZ");

    /// <summary>
    /// What a stored number that somebody looks for contains, in digits: any way of writing a whole number or the
    /// beginning of one. Empty for words and for fewer than three digits, which would find everybody.
    /// </summary>
    internal static IReadOnlyList<string> Sought(string words, string country)
    {
        if (words.Any(char.IsLetter))
            return [];
        var digits = DigitsOf(words);
        List<string> sought = [digits];
        if (Read(words, country) is { } whole)
            sought.Add(whole[1..]);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            sought.Add(digits[2..]);
        else if (
            !Cleaned(words).StartsWith('+')
            && Numbers.GetNddPrefixForRegion(country, true) is { Length: > 0 } trunk
            && digits.StartsWith(trunk, StringComparison.Ordinal)
        )
            sought.Add(digits[trunk.Length..]);
        return [.. sought.Where(part => part.Length >= 3).Distinct()];
    }

    /// <summary>
    /// In the groups its country writes it in ("+7 916 123-45-67"), for reading; what is no such number stays as it is.
    /// </summary>
    [return: NotNullIfNotNull(nameof(number))]
    public static string? Written(string? number)
    {
        if (number is null)
            return null;
        try
        {
            return Numbers.Parse(number, null) is var parsed && Numbers.IsPossibleNumber(parsed)
                ? Numbers.Format(parsed, PhoneNumberFormat.INTERNATIONAL)
                : number;
        }
        catch (NumberParseException)
        {
            return number;
        }
    }

    private static string DigitsOf(string text) =>
        string.Concat(
            text.Where(char.IsDigit)
                .Select(c => CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture))
        );

    // Phones and messengers put directions, hard hyphens and hard blanks around what is copied from them.
    private static string Cleaned(string typed) =>
        string.Concat(
                typed.Select(c =>
                    CharUnicodeInfo.GetUnicodeCategory(c) switch
                    {
                        UnicodeCategory.Format => "",
                        UnicodeCategory.Control
                        or UnicodeCategory.SpaceSeparator
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator => " ",
                        UnicodeCategory.DashPunctuation => "-",
                        _ => c is '\u2212' ? "-" : c.ToString(),
                    }
                )
            )
            .Trim();
}
