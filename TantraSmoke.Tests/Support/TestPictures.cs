using System.Buffers.Binary;

namespace TantraSmoke.Tests.Support;

/// <summary>Pictures small enough to make by hand.</summary>
public static class TestPictures
{
    /// <summary>The beginning of a PNG of that size, which is all that anybody looks at here.</summary>
    public static MemoryStream Png(int width = 640, int height = 480, byte tail = 0)
    {
        var bytes = new byte[33];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).CopyTo(
            bytes
        );
        "IHDR"u8.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        bytes[^1] = tail;
        return new MemoryStream(bytes);
    }
}
