using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;
using TantraSmoke.Web.Components;

namespace TantraSmoke.Web;

/// <summary>
/// Serves the files of wwwroot-assets from the program's folder, regardless of the working directory.
/// </summary>
public sealed class BrandAssets : IDisposable
{
    // Files needed by every page are bundled, because each request takes long on a weak Wi-Fi connection.
    private static readonly Dictionary<string, string[]> Bundles = new()
    {
        ["desk.css"] =
        [
            "fonts.css",
            "site.css",
            "floor.css",
            "bookings.css",
            "pages.css",
            "timeline.css",
            "room.css",
            "simulator.css",
        ],
        ["desk.js"] = ["app.js", "drafts.js", "line.js", "forms.js", "shortcuts.js"],
    };

    private readonly PhysicalFileProvider _files = new(Path.Combine(AppContext.BaseDirectory, "wwwroot-assets"));
    private readonly Dictionary<string, byte[]> _bundled;
    private readonly Dictionary<string, string> _versions;

    public BrandAssets()
    {
        var files = _files
            .GetDirectoryContents("")
            .Where(file => Path.GetExtension(file.Name) is ".css" or ".js")
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.PhysicalPath!));
        _bundled = Bundles.ToDictionary(
            bundle => bundle.Key,
            bundle => (byte[])[.. Colours(bundle.Key), .. bundle.Value.SelectMany(name => files[name])]
        );
        _versions = files
            .Concat(_bundled)
            .ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value))[..12]);
    }

    /// <summary>URL of a file with its content's hash, so that browsers can cache it indefinitely.</summary>
    public string Url(string name) => $"/{name}?v={_versions[name]}";

    public void Use(WebApplication app)
    {
        app.UseStaticFiles(
            new StaticFileOptions { FileProvider = _files, OnPrepareResponse = response => Keep(response.Context) }
        );
        foreach (var (name, content) in _bundled)
        {
            app.MapGet(
                    $"/{name}",
                    (HttpContext http) =>
                    {
                        Keep(http);
                        return Results.Bytes(
                            content,
                            name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript"
                        );
                    }
                )
                .AllowAnonymous();
        }
    }

    public void Dispose() => _files.Dispose();

    private static byte[] Colours(string bundle) =>
        bundle == "desk.css" ? Encoding.UTF8.GetBytes(DeskColours.Sheet) : [];

    private static void Keep(HttpContext http) =>
        http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
