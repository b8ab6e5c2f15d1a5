namespace TantraSmoke.Bot.Screens;

/// <summary>
/// A picture over a view's text. The same key always means the same picture, so it is made only when nobody has sent it
/// yet.
/// </summary>
/// <param name="Key">Names what is in the picture, at most 100 characters.</param>
/// <param name="MakeAsync">The bytes; null when it cannot be made now.</param>
public sealed record ScreenPhoto(string Key, Func<CancellationToken, Task<byte[]?>> MakeAsync)
{
    /// <summary>Some picture, in a message that we know nothing more of.</summary>
    public const string Unknown = "?";
}

/// <summary>The message in which a dialog stands.</summary>
/// <param name="PhotoKey">Of the picture it shows; null for a text.</param>
public sealed record ShownMessage(int Id, string? PhotoKey);
