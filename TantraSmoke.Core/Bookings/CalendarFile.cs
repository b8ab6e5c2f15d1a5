using System.Globalization;
using System.Text;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Texts of a calendar entry in the guest's language; plain text.</summary>
public sealed record CalendarWords(string Title, string Text, string Venue, string Address)
{
    /// <summary>Latitude and longitude.</summary>
    public (double Latitude, double Longitude)? Point { get; init; }
}

/// <summary>
/// Writes a booking as an iCalendar file (RFC 5545). Instants are UTC, so that calendars in any time zone show them
/// right. A later file replaces the earlier entry: same UID, higher SEQUENCE.
/// </summary>
public static class CalendarFile
{
    private const int LineBytes = 75;

    /// <summary>
    /// Not read by anybody. Must never change: calendars ignore a cancellation from another organizer.
    /// </summary>
    private const string Organizer = "mailto:no-reply@tantrasmoke.invalid";

    /// <summary>The file in UTF-8.</summary>
    public static byte[] Of(BookingRow booking, CalendarWords words, DateTimeOffset now)
    {
        var isOver = booking.Status is BookingStatus.Canceled or BookingStatus.NoShow;
        List<string> lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//TantraSmoke//Table booking//EN",
            "CALSCALE:GREGORIAN",
            isOver ? "METHOD:CANCEL" : "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{booking.Id:N}@tantrasmoke",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{booking.Version}"),
            $"ORGANIZER;CN=\"{Parameter(words.Venue)}\":{Organizer}",
            $"DTSTAMP:{Utc(now)}",
            $"CREATED:{Utc(booking.CreatedAt)}",
            $"DTSTART:{Utc(booking.StartsAt)}",
            $"DTEND:{Utc(booking.EndsAt)}",
            isOver ? "STATUS:CANCELLED"
            : booking.Status == BookingStatus.Requested ? "STATUS:TENTATIVE"
            : "STATUS:CONFIRMED",
            $"SUMMARY:{Text(words.Title)}",
            $"DESCRIPTION:{Text(words.Text)}",
            $"LOCATION:{Text(words.Address.Length > 0 ? $"{words.Venue}, {words.Address}" : words.Venue)}",
        ];
        if (words.Point is var (latitude, longitude))
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"GEO:{latitude:0.######};{longitude:0.######}"));
        lines.AddRange(["END:VEVENT", "END:VCALENDAR"]);
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => Folded(line) + "\r\n")));
    }

    private static string Utc(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A quoted parameter value; quotes inside are not allowed.</summary>
    private static string Parameter(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c))).Replace('"', '\'');

    private static string Text(string text) =>
        new StringBuilder(text)
            .Replace("\\", "\\\\")
            .Replace(";", "\\;")
            .Replace(",", "\\,")
            .Replace("\r\n", "\\n")
            .Replace("\n", "\\n")
            .Replace("\r", "")
            .ToString();

    /// <summary>Folds lines at 75 bytes without splitting a character.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LineBytes)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
