using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TantraSmoke.Bot.Simulator;

/// <summary>A file as it was uploaded.</summary>
public sealed record UploadedFile(string FileName, byte[] Content);

/// <summary>
/// A call of the Bot API as it came over the wire, from JSON or a form. In a form every value is text, and Telegram
/// takes objects as text in JSON too, so values are read by the type that is wanted.
/// </summary>
/// <param name="Files">Uploads by the name of their form part.</param>
public sealed record ApiCall(string Method, JsonObject Parameters, IReadOnlyDictionary<string, UploadedFile> Files)
{
    private static readonly Dictionary<string, UploadedFile> NoFiles = [];

    /// <summary>
    /// Reads a request body; throws <see cref="JsonException"/> or <see cref="IOException"/> when it is broken.
    /// </summary>
    public static async Task<ApiCall> ReadAsync(
        string method,
        string? query,
        string? contentType,
        Stream body,
        CancellationToken ct
    )
    {
        var parameters = new JsonObject();
        foreach (var (name, value) in QueryHelpers.ParseQuery(query))
            parameters[name] = value.ToString();

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return new ApiCall(method, parameters, NoFiles);
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await ReadFormAsync(
                method,
                parameters,
                HeaderUtilities.RemoveQuotes(type.Boundary).ToString(),
                body,
                ct
            );
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            using var form = new FormReader(body);
            foreach (var (name, value) in await form.ReadFormAsync(ct))
                parameters[name] = value.ToString();
            return new ApiCall(method, parameters, NoFiles);
        }

        var json =
            await JsonNode.ParseAsync(body, cancellationToken: ct) as JsonObject
            ?? throw new JsonException("The body must be an object");
        foreach (var (name, value) in json)
            parameters[name] = value?.DeepClone();
        return new ApiCall(method, parameters, NoFiles);
    }

    public string? Text(string name) =>
        Parameters[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var other => other.ToJsonString(),
        };

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public double? Fraction(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>An object or array; null when absent or not JSON.</summary>
    public JsonNode? Node(string name)
    {
        var value = Parameters[name];
        if (value is not JsonValue)
            return value;
        try
        {
            return JsonNode.Parse(Text(name)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ApiCall> ReadFormAsync(
        string method,
        JsonObject parameters,
        string boundary,
        Stream body,
        CancellationToken ct
    )
    {
        var files = new Dictionary<string, UploadedFile>();
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            using var buffer = new MemoryStream();
            await section.Body.CopyToAsync(buffer, ct);
            if (disposition.FileName.HasValue)
                files[name] = new UploadedFile(
                    HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(),
                    buffer.ToArray()
                );
            else
                parameters[name] = System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        }

        return new ApiCall(method, parameters, files);
    }
}
