using System.Globalization;

namespace TantraSmoke.Core.Entities;

/// <summary>Duration in minutes for parties up to that size.</summary>
public readonly record struct TurnTime(int UpTo, int Minutes);

/// <summary>
/// Turn times by party size: "2:90 4:120" means 90 minutes up to two guests, two hours up to four, the whole slot for
/// larger parties.
/// </summary>
public static class TurnTimes
{
    /// <summary>Parses the setting; invalid entries are skipped.</summary>
    public static IReadOnlyList<TurnTime> Read(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split(':'))
                .Where(part => part.Length == 2)
                .Select(part =>
                    (
                        HasSize: Number(part[0], out var upTo),
                        HasMinutes: Number(part[1], out var minutes),
                        Row: new TurnTime(upTo, minutes)
                    )
                )
                .Where(row => row.HasSize && row.HasMinutes)
                .Select(row => row.Row)
                .OrderBy(row => row.UpTo),
        ];

    public static string Write(IEnumerable<TurnTime> rows) =>
        string.Join(
            ' ',
            rows.OrderBy(row => row.UpTo)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.UpTo}:{row.Minutes}"))
        );

    /// <summary>Null if the size is not covered: the party stays for the whole slot.</summary>
    public static TimeSpan? Of(IEnumerable<TurnTime> rows, int partySize)
    {
        foreach (var row in rows)
        {
            if (partySize <= row.UpTo)
                return TimeSpan.FromMinutes(row.Minutes);
        }

        return null;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
