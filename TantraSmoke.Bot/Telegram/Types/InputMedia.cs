using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>What editMessageMedia puts in place.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InputMediaPhoto), "photo")]
[JsonDerivedType(typeof(InputMediaDocument), "document")]
[JsonDerivedType(typeof(InputMediaVideo), "video")]
[JsonDerivedType(typeof(InputMediaAnimation), "animation")]
[JsonDerivedType(typeof(InputMediaAudio), "audio")]
public abstract class InputMedia
{
    protected InputMedia()
    {
    }

    [SetsRequiredMembers]
    protected InputMedia(InputFile media) => Media = media;

    /// <summary>Written as the discriminator.</summary>
    [JsonIgnore]
    public abstract InputMediaType Type { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required InputFile Media { get; set; }
    public string? Caption { get; set; }
    public ParseMode ParseMode { get; set; }
    public MessageEntity[]? CaptionEntities { get; set; }

    /// <summary>Every file that may have to be uploaded.</summary>
    [JsonIgnore]
    internal virtual IEnumerable<InputFile?> Files => [Media];
}

/// <summary>Photo in the place of what the message shows.</summary>
public class InputMediaPhoto : InputMedia
{
    public InputMediaPhoto()
    {
    }

    [SetsRequiredMembers]
    public InputMediaPhoto(InputFile media) : base(media)
    {
    }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Photo;

    public bool ShowCaptionAboveMedia { get; set; }
    public bool HasSpoiler { get; set; }
}

/// <summary>Document in the place of what the message shows.</summary>
public class InputMediaDocument : InputMedia
{
    public InputMediaDocument()
    {
    }

    [SetsRequiredMembers]
    public InputMediaDocument(InputFile media) : base(media)
    {
    }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Document;

    public InputFile? Thumbnail { get; set; }
    public bool DisableContentTypeDetection { get; set; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

/// <summary>Video in the place of what the message shows.</summary>
public class InputMediaVideo : InputMedia
{
    public InputMediaVideo()
    {
    }

    [SetsRequiredMembers]
    public InputMediaVideo(InputFile media) : base(media)
    {
    }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Video;

    public InputFile? Thumbnail { get; set; }
    public InputFile? Cover { get; set; }
    public int? StartTimestamp { get; set; }
    public bool ShowCaptionAboveMedia { get; set; }
    public int Width { get; set; }
    public int Height { get; set; }
    public int Duration { get; set; }
    public bool SupportsStreaming { get; set; }
    public bool HasSpoiler { get; set; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail, Cover];
}

/// <summary>Animation in the place of what the message shows.</summary>
public class InputMediaAnimation : InputMedia
{
    public InputMediaAnimation()
    {
    }

    [SetsRequiredMembers]
    public InputMediaAnimation(InputFile media) : base(media)
    {
    }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Animation;

    public InputFile? Thumbnail { get; set; }
    public bool ShowCaptionAboveMedia { get; set; }
    public int Width { get; set; }
    public int Height { get; set; }
    public int Duration { get; set; }
    public bool HasSpoiler { get; set; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

/// <summary>Audio in the place of what the message shows.</summary>
public class InputMediaAudio : InputMedia
{
    public InputMediaAudio()
    {
    }

    [SetsRequiredMembers]
    public InputMediaAudio(InputFile media) : base(media)
    {
    }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Audio;

    public InputFile? Thumbnail { get; set; }
    public int Duration { get; set; }
    public string? Performer { get; set; }
    public string? Title { get; set; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}
