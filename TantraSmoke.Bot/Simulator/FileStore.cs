using System.Buffers.Binary;
using System.Globalization;

namespace TantraSmoke.Bot.Simulator;

/// <summary>Uploads in memory; the oldest go when there are too many or they are too large together.</summary>
internal sealed class FileStore
{
    private const int MaxFiles = 500;
    private const long MaxBytes = 64 * 1024 * 1024;
    private const int MaxPhotoBytes = 10 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<SimulatedFile> _files = [];
    private long _bytes;
    private int _number;

    public SimulatedFile Add(string name, byte[] content, string? url = null)
    {
        lock (_lock)
        {
            var unique = string.Create(CultureInfo.InvariantCulture, $"u{++_number:D6}");
            var file = new SimulatedFile($"file-{Guid.NewGuid():N}", unique, name, content, url);
            _files.AddLast(file);
            _bytes += content.Length;
            while (_files.Count > MaxFiles || (_bytes > MaxBytes && _files.Count > 1))
            {
                _bytes -= _files.First!.Value.Content.Length;
                _files.RemoveFirst();
            }

            return file;
        }
    }

    public SimulatedFile? ById(string id)
    {
        lock (_lock)
            return _files.FirstOrDefault(file => file.Id == id);
    }

    public SimulatedFile? ByPath(string path)
    {
        lock (_lock)
            return _files.FirstOrDefault(file => file.Path == path);
    }

    /// <summary>
    /// Width and height of a picture that Telegram would take as a photo; refuses what it would refuse.
    /// </summary>
    public static (int Width, int Height) SizeOf(SimulatedFile photo)
    {
        if (photo.Url is not null)
            return (800, 600);
        var bytes = photo.Content.AsSpan();
        if (bytes.Length > MaxPhotoBytes)
            throw new ApiRefusal(413, "Request Entity Too Large");
        if (bytes.Length > 24 && bytes.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }))
        {
            var (width, height) = (
                BinaryPrimitives.ReadInt32BigEndian(bytes[16..]),
                BinaryPrimitives.ReadInt32BigEndian(bytes[20..])
            );
            if (
                width < 1
                || height < 1
                || width + height > 10_000
                || Math.Max(width, height) > 20 * Math.Min(width, height)
            )
                throw ApiRefusal.BadRequest("PHOTO_INVALID_DIMENSIONS");
            return (width, height);
        }

        var known =
            bytes.StartsWith(new byte[] { 0xFF, 0xD8 }) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("RIFF"u8);
        return known ? (800, 600) : throw ApiRefusal.BadRequest("IMAGE_PROCESS_FAILED");
    }
}
