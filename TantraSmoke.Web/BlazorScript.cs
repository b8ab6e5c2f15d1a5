#if BLAZOR_SCRIPT_FROM_RUNTIME
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TantraSmoke.Web;

/// <summary>Serves Blazor's script out of the assembly that BlazorScript.targets puts beside the program.</summary>
public static class BlazorScript
{
    private const string Name = "_framework/blazor.web.js";
    private static readonly Lazy<Script> Loaded = new(Load);

    public static void MapBlazorScript(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/" + Name, Serve).AllowAnonymous();

    private static IResult Serve(HttpContext http)
    {
        var script = Loaded.Value;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var compressed = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (compressed)
            http.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(
            compressed ? script.Compressed : script.Plain,
            "text/javascript; charset=utf-8",
            entityTag: new EntityTagHeaderValue(compressed ? $"\"{script.Hash}-gzip\"" : $"\"{script.Hash}\""));
    }

    private static Script Load()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "blazor-script.bin"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources
            .Select(metadata.GetManifestResource)
            .Single(r => metadata.StringComparer.Equals(r.Name, Name));
        var directory = assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        var reader = assembly.GetSectionData(directory).GetReader();
        reader.Offset = (int)resource.Offset;
        var plain = reader.ReadBytes(reader.ReadInt32());

        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
            gzip.Write(plain);
        return new Script(plain, buffer.ToArray(), Convert.ToHexStringLower(SHA256.HashData(plain))[..16]);
    }

    private sealed record Script(byte[] Plain, byte[] Compressed, string Hash);
}
#endif
