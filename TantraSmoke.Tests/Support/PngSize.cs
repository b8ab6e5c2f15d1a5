using System.Buffers.Binary;

namespace TantraSmoke.Tests.Support;

/// <summary>Width and height of a PNG, in pixels.</summary>
public static class PngSize
{
    public static (int Width, int Height) Of(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
