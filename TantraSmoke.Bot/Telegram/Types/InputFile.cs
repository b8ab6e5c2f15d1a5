using System.Diagnostics.CodeAnalysis;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A file to send: one that Telegram has, one on the web, or bytes.</summary>
public abstract class InputFile
{
    public abstract FileType FileType { get; }

    public static InputFile FromString(string urlOrFileId) =>
        Uri.TryCreate(urlOrFileId, UriKind.Absolute, out var url) ? new InputFileUrl(url) : new InputFileId(urlOrFileId);

    /// <summary>The stream is read when the request is sent and stays the caller's.</summary>
    public static InputFileStream FromStream(Stream stream, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(stream, fileName ?? Path.GetFileName((stream as FileStream)?.Name));
    }

    public static InputFileUrl FromUri(Uri url) => new(url);

    public static InputFileUrl FromUri(string url) => new(url);

    public static InputFileId FromFileId(string fileId) => new(fileId);

    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    [return: NotNullIfNotNull(nameof(urlOrFileId))]
    public static implicit operator InputFile?(string? urlOrFileId) => urlOrFileId is null ? null : FromString(urlOrFileId);

    public static implicit operator InputFile(FileBase file) => FromFileId(file.FileId);
}

/// <summary>A file that Telegram has.</summary>
public class InputFileId : InputFile
{
    public InputFileId()
    {
    }

    [SetsRequiredMembers]
    public InputFileId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    public override FileType FileType => FileType.Id;
    public required string Id { get; set; }

    [return: NotNullIfNotNull(nameof(fileId))]
    public static implicit operator InputFileId?(string? fileId) => fileId is null ? null : new(fileId);
}

/// <summary>A file that Telegram fetches from the web.</summary>
public class InputFileUrl : InputFile
{
    public InputFileUrl()
    {
    }

    [SetsRequiredMembers]
    public InputFileUrl(string url) => Url = new Uri(url);

    [SetsRequiredMembers]
    public InputFileUrl(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        Url = uri;
    }

    public override FileType FileType => FileType.Url;
    public required Uri Url { get; set; }

    public static implicit operator InputFileUrl(string url) => new(url);
}

/// <summary>A file that is uploaded.</summary>
public class InputFileStream : InputFile
{
    private static long _parts;
    private long? _start;

    public InputFileStream()
    {
    }

    [SetsRequiredMembers]
    public InputFileStream(Stream content, string? fileName = null) => (Content, FileName) = (content, fileName);

    public override FileType FileType => FileType.Stream;
    public required Stream Content { get; set; }
    public string? FileName { get; }

    /// <summary>Where the bytes begin, whenever the request is made once more.</summary>
    internal Stream Rewound()
    {
        if (!Content.CanSeek) return Content;
        _start ??= Content.Position;
        Content.Position = _start.Value;
        return Content;
    }

    /// <summary>The name of the form part that carries the bytes; unique, so that a request can have several.</summary>
    internal string PartName { get; } = $"file{Interlocked.Increment(ref _parts)}";

    public static implicit operator InputFileStream(Stream stream) => new(stream);
}
