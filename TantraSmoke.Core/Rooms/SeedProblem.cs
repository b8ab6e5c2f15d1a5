namespace TantraSmoke.Core.Rooms;

/// <summary>
/// Why a file of tables or slots was not taken: its first mistake, in words of whichever language is asked for.
/// </summary>
/// <param name="Line">The first is 1; null when it is about the file as a whole.</param>
/// <param name="Source">The variable and the file, where the installation names them.</param>
public sealed record SeedProblem(Func<SeedTexts, string> Reason, int? Line = null, string? Source = null)
{
    public string In(SeedTexts texts) =>
        string.Join(": ", new[] { Source, Line is { } line ? texts.Line(line) : null, Reason(texts) }.OfType<string>());
}
