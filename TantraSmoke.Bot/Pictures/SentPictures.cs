using System.Globalization;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Screens;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Pictures;

/// <summary>
/// Sends each picture to Telegram once: afterwards by the id that it has there, which is kept by what is in the picture
/// and by bot, since no bot may use another's.
/// </summary>
public sealed class SentPictures(ITelegramBotClient bot, ISharedCache kept)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>What is to be sent; null when it can be neither found nor made.</summary>
    public async Task<ReadyPhoto?> ReadyAsync(ScreenPhoto photo, CancellationToken cancellationToken)
    {
        if (await kept.FindAsync(Name(photo), cancellationToken) is { } fileId)
            return new ReadyPhoto(photo, fileId, null);
        return await photo.MakeAsync(cancellationToken) is { } content ? new ReadyPhoto(photo, null, content) : null;
    }

    /// <summary>
    /// Calls <paramref name="send"/> with the picture. An id that Telegram no longer takes is forgotten, and the
    /// picture uploaded anew.
    /// </summary>
    public async Task<Message> SendAsync(
        ReadyPhoto photo,
        Func<InputFile, Task<Message>> send,
        CancellationToken cancellationToken
    )
    {
        var content = photo.Content;
        if (photo.FileId is { } known)
        {
            try
            {
                return await send(InputFile.FromFileId(known));
            }
            catch (ApiRequestException refused) when (IsUnknown(refused))
            {
                await kept.ForgetAsync(Name(photo.Photo), cancellationToken);
                content = await photo.Photo.MakeAsync(cancellationToken);
                if (content is null)
                    throw;
            }
        }

        var gate = _gates[(uint)photo.Photo.Key.GetHashCode(StringComparison.Ordinal) % _gates.Length];
        // Not for ever: the chat that uploads it may be a slow one.
        var isAlone = await gate.WaitAsync(LongestWait, cancellationToken);
        try
        {
            // Whoever waited here for somebody else's upload has its id now.
            if (await kept.FindAsync(Name(photo.Photo), cancellationToken) is { } uploaded)
                return await send(InputFile.FromFileId(uploaded));
            var message = await send(InputFile.FromStream(new Rewinding(content!), "picture.png"));
            if (message.Photo is [.., var largest])
                await kept.KeepAsync(Name(photo.Photo), largest.FileId, Lifetime, cancellationToken);
            return message;
        }
        finally
        {
            if (isAlone)
                gate.Release();
        }
    }

    private string Name(ScreenPhoto photo) =>
        string.Create(CultureInfo.InvariantCulture, $"file.{bot.BotId}.{photo.Key}");

    private static bool IsUnknown(ApiRequestException refused) =>
        refused.ErrorCode == 400
        && (
            refused.Message.Contains("file identifier", StringComparison.OrdinalIgnoreCase)
            || refused.Message.Contains("FILE_REFERENCE", StringComparison.OrdinalIgnoreCase)
            || refused.Message.Contains("file_id", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The client disposes what it has sent; after a refusal the same is sent once more.</summary>
    private sealed class Rewinding(byte[] content) : MemoryStream(content)
    {
        public override void Close() => Position = 0;
    }
}

/// <summary>A picture that Telegram has, or its bytes.</summary>
public sealed record ReadyPhoto(ScreenPhoto Photo, string? FileId, byte[]? Content);
