using System.Globalization;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>What of a day's list is shown: words in name, phone, @username or code, and one status or all.</summary>
public sealed record BookingFilter(string Search, BookingStatus? Status)
{
    public static readonly BookingFilter None = new("", null);

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public bool Shows(BookingRow booking) => (Status is null || booking.Status == Status) && Matches(booking);

    private bool Matches(BookingRow booking)
    {
        var words = Search.Trim().TrimStart('@');
        if (words.Length == 0)
            return true;
        return Has(booking.Code, words) || Has(booking.GuestName, words) || Has(booking.Username, words) || HasDigits(booking.Phone, words);
    }

    private static bool Has(string? text, string words) =>
        text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, words, Loosely) >= 0;

    // "8 916 123-45-67" is typed in many ways; fewer than three digits would find everybody.
    private static bool HasDigits(string? phone, string words)
    {
        if (phone is null || words.Any(char.IsLetter))
            return false;
        var digits = new string([.. words.Where(char.IsAsciiDigit)]);
        if (digits.Length == 11 && digits[0] == '8')
            digits = digits[1..];
        return digits.Length >= 3 && phone.Contains(digits, StringComparison.Ordinal);
    }
}
