using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace TantraSmoke.Web;

/// <summary>The files of wwwroot-assets, served as /… from beside the program, whatever the working directory is.</summary>
public sealed class BrandAssets : IDisposable
{
    private readonly PhysicalFileProvider _files = new(Path.Combine(AppContext.BaseDirectory, "wwwroot-assets"));
    private readonly Dictionary<string, string> _versions = [];

    public BrandAssets()
    {
        foreach (var file in _files.GetDirectoryContents("").Where(file => Path.GetExtension(file.Name) is ".css" or ".js"))
            _versions[file.Name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.PhysicalPath!)))[..12];
    }

    /// <summary>The address of a file with its content's hash, so that browsers may keep it for ever.</summary>
    public string Url(string name) => $"/{name}?v={_versions[name]}";

    public void Use(WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = _files,
        OnPrepareResponse = response => response.Context.Response.Headers.CacheControl =
            response.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    });

    public void Dispose() => _files.Dispose();
}
