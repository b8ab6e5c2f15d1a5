using System.Globalization;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Screens;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Pictures;

/// <summary>
/// Uploads each picture once and sends its file_id from then on. File ids are stored per picture and bot, since bots
/// cannot share them.
/// </summary>
public sealed class SentPictures(ITelegramBotClient bot, ISharedCache kept)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>The file_id or the bytes; null when neither is available.</summary>
    public async Task<ReadyPhoto?> ReadyAsync(ScreenPhoto photo, CancellationToken cancellationToken)
    {
        if (await kept.FindAsync(Name(photo), cancellationToken) is { } fileId)
            return new ReadyPhoto(photo, fileId, null);
        return await photo.MakeAsync(cancellationToken) is { } content ? new ReadyPhoto(photo, null, content) : null;
    }

    /// <summary>
    /// Calls <paramref name="send"/> with the picture. A file_id that Telegram refuses is dropped and the picture
    /// uploaded again.
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
        // Limited: the chat that uploads it may be slow.
        var isAlone = await gate.WaitAsync(LongestWait, cancellationToken);
        try
        {
            // Another upload may have finished while waiting.
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

    /// <summary>The client disposes the stream, but a refused upload is sent again.</summary>
    private sealed class Rewinding(byte[] content) : MemoryStream(content)
    {
        public override void Close() => Position = 0;
    }
}

/// <summary>A picture that Telegram has, or its bytes.</summary>
public sealed record ReadyPhoto(ScreenPhoto Photo, string? FileId, byte[]? Content);
