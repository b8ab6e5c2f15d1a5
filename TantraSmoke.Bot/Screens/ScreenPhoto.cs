namespace TantraSmoke.Bot.Screens;

/// <summary>
/// A picture above a view's text. Equal keys mean equal pictures, so it is only made when it was never sent.
/// </summary>
/// <param name="Key">Names what is in the picture, at most 100 characters.</param>
/// <param name="MakeAsync">The bytes; null when it cannot be made now.</param>
public sealed record ScreenPhoto(string Key, Func<CancellationToken, Task<byte[]?>> MakeAsync)
{
    /// <summary>The key of an unknown picture.</summary>
    public const string Unknown = "?";
}

/// <summary>The message that shows the dialog.</summary>
/// <param name="PhotoKey">Of the picture it shows; null for a text.</param>
public sealed record ShownMessage(int Id, string? PhotoKey);
