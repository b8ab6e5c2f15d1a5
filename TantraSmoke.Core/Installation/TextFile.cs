using System.Text;

namespace TantraSmoke.Core.Installation;

/// <summary>Text in files that people bring.</summary>
public static class TextFile
{
    /// <summary>
    /// UTF-8, or UTF-16 that says so by its byte order mark. Null for any other encoding: letters would silently become
    /// question marks.
    /// </summary>
    public static string? Decode(byte[] bytes)
    {
        using var reader = new StreamReader(
            new MemoryStream(bytes),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        );
        try
        {
            // UTF-16 without its mark is valid UTF-8 with a zero after each letter.
            return reader.ReadToEnd() is var text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
