using System.Text.RegularExpressions;

namespace TantraSmoke.Core.Settings;

/// <summary>One wrong value: the variable, what it holds (secrets masked) and what it wants. Reads as one line.</summary>
public sealed partial record SettingProblem
{
    private const int LongestShown = 80;

    internal SettingProblem(string name, string? got, string wants)
    {
        Name = name;
        Got = Show(name, got);
        Wants = OneLine(wants);
    }

    public string Name { get; }

    /// <summary>The value as it may be shown: masked, shortened, on one line.</summary>
    public string Got { get; }

    public string Wants { get; }

    public override string ToString() => $"{Name}: got {Got}, wants {Wants}";

    private static string Show(string name, string? value)
    {
        if (value is null)
            return "nothing";
        if (SettingNames.Secret.Contains(name))
            return $"*** ({value.Length} characters, not shown)";
        // A secret in the wrong variable is still a secret.
        var shown = UserInfo().Replace(BotToken().Replace(OneLine(value), "***"), "//***@");
        return shown.Length > LongestShown ? $"'{shown[..LongestShown]}…'" : $"'{shown}'";
    }

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    [GeneratedRegex(@"\d+(:|%3A)[A-Za-z0-9_-]{20,}", RegexOptions.IgnoreCase)]
    private static partial Regex BotToken();

    [GeneratedRegex(@"//[^/\s]*@")]
    private static partial Regex UserInfo();
}
