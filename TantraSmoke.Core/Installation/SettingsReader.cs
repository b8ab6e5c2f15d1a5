using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TantraSmoke.Core.Installation;

/// <summary>Reads single variables and collects problems.</summary>
internal sealed class SettingsReader(IConfigurationRoot configuration, string workingDirectory, List<string> problems)
{
    public string? Text(string name)
    {
        // An empty value counts as not set and falls through to the next source.
        var value = configuration
            .Providers.Reverse()
            .Select(source => source.TryGet(name, out var found) ? found : null)
            .FirstOrDefault(found => !string.IsNullOrWhiteSpace(found));
        // Spaces around a password may be intended.
        return name is SettingNames.DbPassword or SettingNames.RedisPassword ? value : value?.Trim();
    }

    /// <summary>The value; null, with a problem recorded, if <paramref name="accept"/> refuses it.</summary>
    public string? Text(string name, string wants, Func<string, bool> accept) =>
        Text(name) is not { } text ? null
        : accept(text) ? text
        : Refuse<string>(name, text, wants);

    public int? Number(string name, int least, int most) =>
        Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
        : RefuseValue<int>(name, text, $"a whole number from {least} to {most}");

    public long? ChatId(string name) =>
        Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) && id != 0 ? id
        : RefuseValue<long>(name, text, "the number of one Telegram chat, such as -1001234567890");

    public IReadOnlySet<long> UserIds(string name)
    {
        var ids = new HashSet<long>();
        foreach (
            var part in Text(name)?.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
                ?? []
        )
        {
            if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
                ids.Add(id);
            else
                Problem(name, part, "Telegram user numbers separated by commas, such as 123456789,987654321");
        }
        return ids;
    }

    /// <summary>An absolute URL without user info, query or fragment.</summary>
    public Uri? Url(string name, string wants, params string[] schemes) =>
        Text(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url)
        && schemes.Contains(url.Scheme)
        && url.Host.Length > 0
        && url.UserInfo.Length == 0
        && url.Query.Length == 0
        && url.Fragment.Length == 0
            ? url
        : Refuse<Uri>(name, text, wants);

    public string? Host(string name) =>
        Text(
            name,
            "a host name or address alone, such as 127.0.0.1 (the port has its own variable)",
            text =>
                Uri.CheckHostName(text) != UriHostNameType.Unknown
                || (name == SettingNames.DbHost && text.StartsWith('/'))
        );

    public TimeZoneInfo? TimeZone(string name) =>
        Text(name) is not { } text ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && zone.Id == text ? zone
        : Refuse<TimeZoneInfo>(name, text, "an IANA time zone, such as Europe/Moscow");

    public SeedSource? Seed(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (text.StartsWith('['))
            return SeedSource.Text(name, text);
        const string Wants = "a JSON file, relative to the working directory, or the JSON itself starting with '['";
        if (FullPath(text) is not { } path)
            return Refuse<SeedSource>(name, text, Wants);
        try
        {
            using var opened = File.OpenRead(path);
            return SeedSource.File(name, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why =
                Directory.Exists(path) ? "this is a directory"
                : e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : "it cannot be read";
            return Refuse<SeedSource>(name, text, $"{Wants}; {why}");
        }
    }

    public string Folder(string name, string otherwise)
    {
        var text = Text(name) ?? otherwise;
        var path = FullPath(text);
        if (path is null || File.Exists(path))
            Problem(
                name,
                text,
                "a folder, relative to the working directory" + (path is null ? "" : "; there is a file of that name")
            );
        return path ?? workingDirectory;
    }

    public void Problem(string name, string? got, string wants) => problems.Add(SettingProblem.Line(name, got, wants));

    private string? FullPath(string path) =>
        path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(path, workingDirectory);

    private T? Refuse<T>(string name, string got, string wants)
        where T : class
    {
        Problem(name, got, wants);
        return null;
    }

    private T? RefuseValue<T>(string name, string got, string wants)
        where T : struct
    {
        Problem(name, got, wants);
        return null;
    }
}
