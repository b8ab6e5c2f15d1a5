namespace TantraSmoke.Core.Installation;

/// <summary>Tables or slots that the installation brings: a file, or the JSON itself in the variable.</summary>
public sealed record SeedSource
{
    private SeedSource(string name, string? path, string? inline)
    {
        Name = name;
        Path = path;
        Inline = inline;
    }

    /// <summary>The variable: <c>TABLES_JSON</c> or <c>SLOTS_JSON</c>.</summary>
    public string Name { get; }

    /// <summary>The full path of the file, or null when the JSON stands in the variable.</summary>
    public string? Path { get; }

    private string? Inline { get; }

    public static SeedSource File(string name, string path) => new(name, System.IO.Path.GetFullPath(path), null);

    public static SeedSource Text(string name, string json) => new(name, null, json);

    /// <summary>The JSON as it is now: a file is read anew each time, since people edit it while the process runs; null
    /// when it is in none of the encodings of <see cref="TextFile"/>.
    /// Throws IOException or UnauthorizedAccessException when the file has gone or is closed to us.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        Path is null ? Inline : TextFile.Decode(await System.IO.File.ReadAllBytesAsync(Path, cancellationToken));

    public override string ToString() => Path is null ? Name : $"{Name} ({Path})";
}
