using System.Text;

namespace TantraSmoke.Core.Installation;

/// <summary>Decodes text files from users.</summary>
public static class TextFile
{
    /// <summary>
    /// Decodes UTF-8, or UTF-16 with a byte order mark. Null for other encodings, whose letters would become
    /// replacement characters.
    /// </summary>
    public static string? Decode(byte[] bytes)
    {
        using var reader = new StreamReader(
            new MemoryStream(bytes),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        );
        try
        {
            // UTF-16 without a byte order mark is valid UTF-8 with zero bytes.
            return reader.ReadToEnd() is var text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
