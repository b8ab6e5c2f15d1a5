namespace TantraSmoke.Bot.Texts;

/// <summary>How a Russian noun goes with a number; the dashboard's texts ask here too.</summary>
public static class RussianNumerals
{
    /// <summary>1, 21, 101 one; 2–4, 22–24 few; 0, 5–20, 25 and 11–14 of every hundred many.</summary>
    public static string Plural(int count, string one, string few, string many) =>
        (count % 10, count % 100) switch
        {
            (_, 11 or 12 or 13 or 14) => many,
            (1, _) => one,
            (2 or 3 or 4, _) => few,
            _ => many,
        };
}
