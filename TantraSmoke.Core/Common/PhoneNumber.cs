using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PhoneNumbers;

namespace TantraSmoke.Core.Common;

/// <summary>
/// Phone numbers: stored and compared as E.164 ("+79161234567"), parsed by the venue's country, displayed in groups.
/// </summary>
public static class PhoneNumber
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Supported ISO 3166 country codes with their calling codes.</summary>
    public static IReadOnlyDictionary<string, int> Countries { get; } =
        Numbers
            .GetSupportedRegions()
            .Order(StringComparer.Ordinal)
            .ToDictionary(code => code, Numbers.GetCountryCodeForRegion);

    /// <summary>
    /// Parses a typed or pasted number. A leading + or 00 makes it international, otherwise it is a number of <paramref
    /// name="country"/>. Null if it is not a complete number.
    /// </summary>
    public static string? Read(string typed, string country)
    {
        var text = Cleaned(typed);
        // Letters would be converted to keypad digits, and text after a number to an extension.
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

    /// <summary>Parses a number shared through Telegram: international, with or without +.</summary>
    public static string? ReadInternational(string digits) =>
        Read(Cleaned(digits).TrimStart('+') is { Length: > 0 } text ? "+" + text : "", "ZZ");

    /// <summary>
    /// Digits that a stored number must contain to match a search, for any spelling of a whole number or its beginning.
    /// Empty for words and for fewer than three digits, which would match nearly everybody.
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
    /// Formats a number in its country's groups ("+7 916 123-45-67"); anything else is returned as is.
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

    // Phones and messengers add direction marks, non-breaking hyphens and spaces to copied numbers.
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
