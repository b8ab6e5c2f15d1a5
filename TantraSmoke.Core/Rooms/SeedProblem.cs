namespace TantraSmoke.Core.Rooms;

/// <summary>The first error in a file of tables or slots, in whichever language is requested.</summary>
/// <param name="Line">Starts at 1; null if the error concerns the whole file.</param>
/// <param name="Source">The variable and the file, if the configuration names them.</param>
public sealed record SeedProblem(Func<SeedTexts, string> Reason, int? Line = null, string? Source = null)
{
    public string In(SeedTexts texts) =>
        string.Join(": ", new[] { Source, Line is { } line ? texts.Line(line) : null, Reason(texts) }.OfType<string>());
}
