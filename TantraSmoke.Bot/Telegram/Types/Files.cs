using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A file that Telegram has.</summary>
public abstract class FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string FileId { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string FileUniqueId { get; set; } = default!;
    public long? FileSize { get; set; }
}

/// <summary>A file that is ready to be downloaded.</summary>
public class TGFile : FileBase
{
    public string? FilePath { get; set; }
}

/// <summary>One size of a picture.</summary>
public class PhotoSize : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }
}

/// <summary>A file without further meaning.</summary>
public class Document : FileBase
{
    public PhotoSize? Thumbnail { get; set; }
    public string? FileName { get; set; }
    public string? MimeType { get; set; }
}

/// <summary>A soundless film.</summary>
public class Animation : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }
    public PhotoSize? Thumbnail { get; set; }
    public string? FileName { get; set; }
    public string? MimeType { get; set; }
}

/// <summary>A piece of music.</summary>
public class Audio : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }
    public string? Performer { get; set; }
    public string? Title { get; set; }
    public string? FileName { get; set; }
    public string? MimeType { get; set; }
    public PhotoSize? Thumbnail { get; set; }
}

/// <summary>A film.</summary>
public class Video : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }
    public PhotoSize? Thumbnail { get; set; }
    public PhotoSize[]? Cover { get; set; }
    public int? StartTimestamp { get; set; }
    public string? FileName { get; set; }
    public string? MimeType { get; set; }
}

/// <summary>A voice message.</summary>
public class Voice : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }
    public string? MimeType { get; set; }
}
