using PhoneNumbers;

namespace TantraSmoke.Core.Guests;

/// <summary>Phone numbers as they are compared: digits with a leading +.</summary>
public static class PhoneNumber
{
    /// <summary>Reads what people type ("8 (916) 123-45-67"); null when it has not 5 to 15 digits. A Russian leading 8 becomes +7.</summary>
    public static string? Normalize(string typed)
    {
        if (typed.Any(c => !char.IsAsciiDigit(c) && !"+-() ./\u00a0".Contains(c, StringComparison.Ordinal)))
            return null;
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (digits.Length == 11 && digits[0] == '8')
            digits = "7" + digits[1..];
        return digits.Length is >= 5 and <= 15 ? "+" + digits : null;
    }

    /// <summary>In the groups its country writes it in ("+7 916 123-45-67"), for reading; what is no such number stays as it is.</summary>
    public static string Written(string number)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return numbers.Parse(number, null) is var parsed && numbers.IsPossibleNumber(parsed) ? numbers.Format(parsed, PhoneNumberFormat.INTERNATIONAL) : number;
        }
        catch (NumberParseException)
        {
            return number;
        }
    }
}
