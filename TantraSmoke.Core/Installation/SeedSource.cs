namespace TantraSmoke.Core.Installation;

/// <summary>Tables or slots provided by the installation, as a file or as JSON in the variable.</summary>
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

    /// <summary>Full path of the file; null if the variable contains the JSON.</summary>
    public string? Path { get; }

    private string? Inline { get; }

    public static SeedSource File(string name, string path) => new(name, System.IO.Path.GetFullPath(path), null);

    public static SeedSource Text(string name, string json) => new(name, null, json);

    /// <summary>
    /// The current JSON: a file is read again each time, because it may be edited while the process runs. Null if its
    /// encoding is not supported by <see cref="TextFile"/>. Throws IOException or UnauthorizedAccessException if the
    /// file cannot be read.
    /// </summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        Path is null ? Inline : TextFile.Decode(await System.IO.File.ReadAllBytesAsync(Path, cancellationToken));

    public override string ToString() => Path is null ? Name : $"{Name} ({Path})";
}
