using System.Globalization;

namespace TantraSmoke.Core.Entities;

/// <summary>Up to this many guests stay so many minutes.</summary>
public readonly record struct TurnTime(int UpTo, int Minutes);

/// <summary>
/// How long parties stay, by size: "2:90 4:120" means up to two 90 minutes, up to four two hours, larger ones the whole
/// slot.
/// </summary>
public static class TurnTimes
{
    /// <summary>As written; what cannot be read is left out.</summary>
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

    /// <summary>Null where nothing is said of so large a party: it stays as long as the slot lasts.</summary>
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
