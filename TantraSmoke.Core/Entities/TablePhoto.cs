using System.Security.Cryptography;

namespace TantraSmoke.Core.Entities;

/// <summary>Photo of a table, stored in the database so that every replica has it.</summary>
public sealed class TablePhoto
{
    /// <summary>Largest size in bytes; browsers scale photos down before upload.</summary>
    public const int Largest = 2_000_000;

    private TablePhoto() { }

    private TablePhoto(int tableId) => TableId = tableId;

    public int TableId { get; private set; }

    /// <summary>"image/jpeg", "image/png" or "image/webp".</summary>
    public string ContentType { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    /// <summary>
    /// Image type by the file's first bytes, regardless of its declared type; null for anything else.
    /// </summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) =>
        content switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                "image/webp",
            _ => null,
        };

    /// <summary>Content hash as the file name, so that browsers can cache it indefinitely.</summary>
    public static string NameOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

    internal static TablePhoto Of(int tableId) => new(tableId);

    internal void Become(string contentType, byte[] content) => (ContentType, Content) = (contentType, content);
}
