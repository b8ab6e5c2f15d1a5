using System.Text.RegularExpressions;

namespace TantraSmoke.Core.Installation;

/// <summary>Describes an invalid value.</summary>
internal static partial class SettingProblem
{
    private const int LongestShown = 80;

    /// <summary>One line: the variable, its value (secrets masked) and what is expected.</summary>
    public static string Line(string name, string? got, string wants) =>
        $"{name}: got {Show(name, got)}, wants {OneLine(wants)}";

    private static string Show(string name, string? value)
    {
        if (value is null)
            return "nothing";
        if (SettingNames.Secret.Contains(name))
            return $"*** ({value.Length} characters, not shown)";
        // A secret in the wrong variable must not be shown either.
        var shown = UserInfo().Replace(BotToken().Replace(OneLine(value), "***"), "//***@");
        return shown.Length > LongestShown ? $"'{Plain.Start(shown, LongestShown)}…'" : $"'{shown}'";
    }

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    [GeneratedRegex(@"\d+(:|%3A)[A-Za-z0-9_-]{20,}", RegexOptions.IgnoreCase)]
    private static partial Regex BotToken();

    [GeneratedRegex(@"//[^/\s]*@")]
    private static partial Regex UserInfo();
}
