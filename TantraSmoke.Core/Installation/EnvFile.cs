using System.Text.RegularExpressions;
using DotNetEnv;
using Microsoft.Extensions.Configuration;
using Sprache;

namespace TantraSmoke.Core.Installation;

/// <summary>
/// <c>.env</c> as a configuration source: <c>NAME=value</c> lines, comments after <c>#</c>, 'raw' and "escaped" quotes
/// over several lines. Later lines win; a missing file sets nothing.
/// </summary>
internal sealed partial class EnvFile(string folder) : ConfigurationProvider, IConfigurationSource
{
    private const string Name = ".env";
    private const int MostProblems = 20;

    // DotNetEnv expands $NAME and refuses quotes inside a value. Here $ is literal (passwords contain it) and JSON
    // needs no quoting, so these characters are replaced by private-use code points while parsing.
    private const char Dollar = '\uE000',
        DoubleQuote = '\uE001',
        SingleQuote = '\uE002';

    /// <summary>One entry per invalid line of the file.</summary>
    public List<string> Problems { get; } = [];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load()
    {
        Problems.Clear();
        var path = Path.Combine(folder, Name);
        if (Directory.Exists(path))
            Problems.Add(SettingProblem.Line(Name, path, "a file of NAME=value lines; it is a directory"));
        if (!File.Exists(path))
            return;
        try
        {
            if (TextFile.Decode(File.ReadAllBytes(path)) is { } text)
                Data = Parse(text, Problems);
            else
                Problems.Add(SettingProblem.Line(Name, path, "a file in UTF-8; save it again in that encoding"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problems.Add(SettingProblem.Line(Name, path, $"a file that can be read; {e.Message}"));
        }
    }

    internal static Dictionary<string, string?> Parse(string text, List<string> problems)
    {
        var lines = Json()
            .Replace(text.TrimStart('\uFEFF').Replace('$', Dollar), HideQuotes)
            .ReplaceLineEndings("\n")
            .Split('\n');
        for (var broken = 0; ; broken++)
        {
            try
            {
                var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
                foreach (var (name, value) in Env.LoadContents(string.Join('\n', lines), LoadOptions.NoEnvVars()))
                    values[name] = Restore(value);
                return values;
            }
            catch (ParseException e) when (broken < MostProblems && e.Position.Line <= lines.Length)
            {
                // The invalid line is removed and the rest parsed again, so that one start reports all of them.
                var index = e.Position.Line - 1;
                problems.Add(
                    SettingProblem.Line(
                        $"{Name} line {e.Position.Line}",
                        NameIn(lines[index]),
                        "NAME=value; a value with quotes or a blank before # goes into 'single quotes'"
                    )
                );
                lines[index] = "";
            }
            catch (ParseException)
            {
                problems.Add(SettingProblem.Line(Name, "more broken lines", "a file of NAME=value lines"));
                return [];
            }
        }
    }

    /// <summary>Only the part before '=': the rest of the line may be a secret.</summary>
    private static string NameIn(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? Restore(line[..equals].Trim()) + "=…" : "a line without NAME=";
    }

    private static string HideQuotes(Match match) =>
        match.Groups["name"].Value + match.Groups["json"].Value.Replace('"', DoubleQuote).Replace('\'', SingleQuote);

    private static string Restore(string value) =>
        value.Replace(Dollar, '$').Replace(DoubleQuote, '"').Replace(SingleQuote, '\'');

    [GeneratedRegex(
        @"^(?<name>[ \t]*(export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*)(?<json>\[[^\r\n]*)",
        RegexOptions.Multiline
    )]
    private static partial Regex Json();
}
