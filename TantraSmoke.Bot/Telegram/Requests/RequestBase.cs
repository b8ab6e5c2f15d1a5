using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>A request whose properties are the method's parameters.</summary>
public abstract class RequestBase<TResponse>(string methodName) : IRequest<TResponse>
{
    [JsonIgnore]
    public HttpMethod HttpMethod { get; set; } = HttpMethod.Post;

    [JsonIgnore]
    public string MethodName { get; } = methodName;

    [JsonIgnore]
    public bool IsWebhookResponse { get; set; }

    /// <summary>A webhook may be answered with a request, which then names its method in the body.</summary>
    [JsonInclude]
    internal string? Method => IsWebhookResponse ? MethodName : null;

    public virtual HttpContent? ToHttpContent() =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(this, GetType(), JsonBotAPI.Options))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };
}

/// <summary>A request without parameters.</summary>
public abstract class ParameterlessRequest<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    public override HttpContent? ToHttpContent() => IsWebhookResponse ? base.ToHttpContent() : null;
}

/// <summary>A request that becomes a multipart form as soon as one of its files is a stream.</summary>
public abstract class FileRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    /// <summary>Every file the request may carry.</summary>
    [JsonIgnore]
    internal abstract IEnumerable<InputFile?> Files { get; }

    public override HttpContent? ToHttpContent()
    {
        var streams = Files.OfType<InputFileStream>().ToList();
        if (streams.Count == 0) return base.ToHttpContent();

        // File names go out as plain UTF-8: the header classes would wrap what is not ASCII into an encoding that Telegram
        // shows to people as it is.
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        var parameters = JsonSerializer.SerializeToElement(this, GetType(), JsonBotAPI.Options);
        foreach (var parameter in parameters.EnumerateObject())
        {
            var isText = parameter.Value.ValueKind == JsonValueKind.String;
            form.Add(new StringContent(isText ? parameter.Value.GetString()! : parameter.Value.GetRawText()), parameter.Name);
        }

        foreach (var stream in streams)
            form.Add(Part(stream));
        return form;
    }

    private static FilePart Part(InputFileStream file)
    {
        var part = new FilePart(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var name = string.Concat((file.FileName ?? "file").Select(c => char.IsControl(c) || c is '"' or '\\' ? '_' : c));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={file.PartName}; filename=\"{name}\"");
        return part;
    }

    /// <summary>Reads the stream from where it began, as often as it is sent, and leaves it open: it is the caller's.</summary>
    private sealed class FilePart(InputFileStream file) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => file.Rewound().CopyToAsync(stream);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            file.Rewound().CopyToAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = file.Content.CanSeek && file.Rewound() is var content ? content.Length - content.Position : 0;
            return file.Content.CanSeek;
        }
    }
}
