namespace TantraSmoke.Bot.Simulator;

/// <summary>Somebody with a phone; their private chat with the bot has the same id.</summary>
/// <param name="LanguageCode">IETF tag as the app reports it ("ru", "en-GB"); null when it does not.</param>
public sealed record SimulatedPerson(
    long Id,
    string FirstName,
    string? LastName,
    string? Username,
    string? LanguageCode
)
{
    public string Name => LastName is null ? FirstName : $"{FirstName} {LastName}";
}

/// <summary>What a button does when it is pressed.</summary>
public enum SimulatedButtonKind
{
    /// <summary>Tells the bot, and waits for its answer.</summary>
    Callback,

    /// <summary>Opens <see cref="SimulatedButton.Value"/>.</summary>
    Url,

    /// <summary>Opens <see cref="SimulatedButton.Value"/> as a Mini App.</summary>
    WebApp,

    /// <summary>Copies <see cref="SimulatedButton.Value"/>.</summary>
    Copy,

    /// <summary>Cannot be pressed.</summary>
    Disabled,

    /// <summary>Sends its label as a message.</summary>
    Text,

    /// <summary>Sends the person's phone number.</summary>
    Contact,
}

/// <summary>A button under a message or in the place of the keyboard.</summary>
/// <param name="Style">"danger", "success", "primary" or null.</param>
public sealed record SimulatedButton(string Label, SimulatedButtonKind Kind, string? Value, string? Style = null);

/// <summary>How a part of a text looks.</summary>
[Flags]
public enum TextLooks
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strikethrough = 8,
    Spoiler = 16,
    Code = 32,
    Quote = 64,
}

/// <summary>A part of a text with one look; the text is plain, to be escaped by whoever shows it.</summary>
/// <param name="Url">Where it leads, when it is a link.</param>
public sealed record TextSegment(string Text, TextLooks Looks, string? Url = null);

/// <summary>A place on the map.</summary>
public sealed record SimulatedVenue(double Latitude, double Longitude, string Title, string Address);

/// <summary>A message as the phone shows it. A new value after every change.</summary>
/// <param name="Text">The text or caption without formatting; empty when there is none.</param>
/// <param name="Segments">The same with its looks.</param>
/// <param name="PhotoFileId">For <see cref="SimulatedTelegram.File"/>; null when it is no picture.</param>
/// <param name="DocumentFileId">For <see cref="SimulatedTelegram.File"/>; null when it is no document.</param>
/// <param name="Buttons">Rows of inline buttons.</param>
/// <param name="EditedAt">UTC; null when never changed.</param>
public sealed record SimulatedMessage(
    int Id,
    bool FromBot,
    DateTimeOffset SentAt,
    string Text,
    IReadOnlyList<TextSegment> Segments,
    IReadOnlyList<IReadOnlyList<SimulatedButton>> Buttons,
    string? PhotoFileId = null,
    string? DocumentFileId = null,
    SimulatedVenue? Venue = null,
    string? ContactPhone = null,
    DateTimeOffset? EditedAt = null
)
{
    /// <summary>The message it answers.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>Every button's label, row by row.</summary>
    public IEnumerable<string> Labels => Buttons.SelectMany(row => row).Select(button => button.Label);
}

/// <summary>The bot's answer to a tap: a line that fades, or a dialog to close.</summary>
/// <param name="Number">Grows with every toast of the chat, so that the same text twice is seen as two.</param>
public sealed record SimulatedToast(string Text, bool IsAlert, DateTimeOffset At, int Number);

/// <summary>A file that the bot sent.</summary>
/// <param name="Url">Set instead of the bytes when the bot sent a link for Telegram to fetch.</param>
public sealed record SimulatedFile(string Id, string UniqueId, string Name, byte[] Content, string? Url = null)
{
    public string Path => $"files/{UniqueId}{System.IO.Path.GetExtension(Name)}";
}

/// <summary>An answer of the simulated Bot API.</summary>
/// <param name="Body">The JSON envelope.</param>
public sealed record ApiReply(int Status, string Body);
