using System.Buffers.Binary;
using System.IO.Compression;

namespace TantraSmoke.Bot.Pictures;

/// <summary>
/// Writes a drawing's PNG anew with a palette: what rsvg-convert writes has four bytes a pixel and is hardly compressed, ten times as
/// much as a guest's phone has to load.
/// </summary>
internal static class SmallPng
{
    private const int MostColours = 256;

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++)
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    /// <summary>The same picture, opaque, if that is smaller; what is no PNG of eight bits a colour without palette or interlace stays as it is.</summary>
    public static byte[] Of(byte[] png)
    {
        // Without alpha where every pixel is opaque.
        if (png.Length < 33 || png[24] != 8 || png[25] is not (2 or 6) || png[28] != 0)
            return png;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var pixels = Pixels(png, width, height, png[25] == 6 ? 4 : 3);
        var (palette, indexes) = Indexed(pixels);
        var small = Write(png.AsSpan(16, 8), palette, indexes, width, height);
        return small.Length < png.Length ? small : png;
    }

    /// <summary>Colours as 0xRRGGBB, row by row.</summary>
    private static int[] Pixels(byte[] png, int width, int height, int bytes)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, length);
            at += 12 + length;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var (row, above) = (new byte[width * bytes], new byte[width * bytes]);
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = unpacked.ReadByte();
            unpacked.ReadExactly(row);
            Unfilter(filter, row, above, bytes);
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = (row[x * bytes] << 16) | (row[(x * bytes) + 1] << 8) | row[(x * bytes) + 2];
            (row, above) = (above, row);
        }

        return pixels;
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int bytes)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= bytes ? row[i - bytes] : 0, up = above[i], corner = i >= bytes ? above[i - bytes] : 0;
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    /// <summary>The most frequent colours, and every pixel as the nearest of them: the rest are shades on the edges of lines.</summary>
    private static (int[] Palette, byte[] Indexes) Indexed(int[] pixels)
    {
        var counts = new Dictionary<int, int>();
        foreach (var pixel in pixels)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, pixel, out _)++;
        var palette = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostColours).Select(c => c.Key).ToArray();
        var nearest = counts.Keys.ToDictionary(c => c, c => (byte)Nearest(palette, c));
        return (palette, Array.ConvertAll(pixels, pixel => nearest[pixel]));
    }

    private static int Nearest(int[] palette, int colour)
    {
        var (best, distance) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length && distance > 0; i++)
        {
            var (r, g, b) = ((palette[i] >> 16) - (colour >> 16), ((palette[i] >> 8) & 255) - ((colour >> 8) & 255), (palette[i] & 255) - (colour & 255));
            if ((r * r) + (g * g) + (b * b) is var here && here < distance)
                (best, distance) = (i, here);
        }

        return best;
    }

    private static byte[] Write(ReadOnlySpan<byte> size, int[] palette, byte[] indexes, int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, [.. size, 8, 3, 0, 0, 0]);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c })]);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                zip.Write(indexes, y * width, width);
            }
        }

        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(name);
        png.Write(content);
        var crc = uint.MaxValue;
        foreach (var part in name)
            crc = Crc[(crc ^ part) & 255] ^ (crc >> 8);
        foreach (var part in content)
            crc = Crc[(crc ^ part) & 255] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        png.Write(number);
    }
}
