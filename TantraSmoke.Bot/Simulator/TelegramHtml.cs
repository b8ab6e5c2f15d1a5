using System.Globalization;
using System.Net;
using System.Text;

namespace TantraSmoke.Bot.Simulator;

/// <summary>Telegram's HTML: few tags, strictly nested, four named entities.</summary>
internal static class TelegramHtml
{
    public static FormattedText Parse(string html)
    {
        var text = new StringBuilder();
        var entities = new List<TextEntity>();
        var open = new Stack<(string Tag, string Type, string? Url, int Offset)>();
        var i = 0;
        while (i < html.Length)
        {
            if (html[i] == '&' && NamedOrNumbered(html, i) is var (character, length))
            {
                text.Append(character);
                i += length;
            }
            else if (html[i] != '<')
            {
                text.Append(html[i++]);
            }
            else
            {
                var end = html.IndexOf('>', i);
                if (end < 0)
                    throw Broken($"Unclosed start tag at byte offset {Bytes(html, i)}");
                var tag = html[(i + 1)..end].Trim();
                if (tag.StartsWith('/'))
                    Close(tag[1..].Trim(), Bytes(html, i));
                else
                    Open(tag, Bytes(html, i));
                i = end + 1;
            }
        }

        if (open.TryPeek(out var last))
            throw Broken($"Can't find end tag corresponding to start tag \"{last.Tag}\"");
        return Trim(text.ToString(), entities);

        void Open(string tag, int at)
        {
            var name =
                tag.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToLowerInvariant()
                ?? "";
            var type = TypeOf(name, tag) ?? throw Broken($"Unsupported start tag \"{name}\" at byte offset {at}");
            open.Push((name, type, name == "a" ? Attribute(tag, "href") : null, text.Length));
        }

        void Close(string name, int at)
        {
            if (!open.TryPop(out var start))
                throw Broken($"Unexpected end tag at byte offset {at}");
            if (!start.Tag.Equals(name, StringComparison.OrdinalIgnoreCase))
                throw Broken(
                    $"Unmatched end tag at byte offset {at}, expected \"</{start.Tag}>\", found \"</{name}>\""
                );
            if (text.Length > start.Offset)
                entities.Add(new TextEntity(start.Type, start.Offset, text.Length - start.Offset, start.Url));
        }
    }

    private static string? TypeOf(string name, string tag) =>
        name switch
        {
            "b" or "strong" => "bold",
            "i" or "em" => "italic",
            "u" or "ins" => "underline",
            "s" or "strike" or "del" => "strikethrough",
            "tg-spoiler" => "spoiler",
            "span" when Attribute(tag, "class") == "tg-spoiler" => "spoiler",
            "a" => "text_link",
            "code" => "code",
            "pre" => "pre",
            "blockquote" => tag.Contains("expandable", StringComparison.OrdinalIgnoreCase)
                ? "expandable_blockquote"
                : "blockquote",
            "tg-emoji" => "custom_emoji",
            "tg-time" => "date_time",
            _ => null,
        };

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + name.Length + 1 >= tag.Length)
            return null;
        var quote = tag[at + name.Length + 1];
        if (quote is not ('"' or '\''))
            return tag[(at + name.Length + 1)..].Split(' ')[0];
        var end = tag.IndexOf(quote, at + name.Length + 2);
        return end < 0 ? null : WebUtility.HtmlDecode(tag[(at + name.Length + 2)..end]);
    }

    /// <summary>Anything else after an ampersand stays as it is.</summary>
    private static (string Character, int Length)? NamedOrNumbered(string html, int at)
    {
        var end = html.IndexOf(';', at);
        if (end < 0 || end - at > 10)
            return null;
        var name = html[(at + 1)..end];
        var character = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x' or 'X', .. var hex]
                when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
                    && Rune.IsValid(code) => new Rune(code).ToString(),
            ['#', .. var digits]
                when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                    && Rune.IsValid(code) => new Rune(code).ToString(),
            _ => null,
        };
        return character is null ? null : (character, end - at + 1);
    }

    /// <summary>Telegram trims what it is sent, after parsing.</summary>
    private static FormattedText Trim(string text, List<TextEntity> entities)
    {
        var lead = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        return new FormattedText(
            trimmed,
            [
                .. entities
                    .Select(entity =>
                    {
                        var from = Math.Clamp(entity.Offset - lead, 0, trimmed.Length);
                        var to = Math.Clamp(entity.Offset + entity.Length - lead, 0, trimmed.Length);
                        return entity with { Offset = from, Length = to - from };
                    })
                    .Where(entity => entity.Length > 0)
                    .OrderBy(entity => entity.Offset)
                    .ThenByDescending(entity => entity.Length),
            ]
        );
    }

    private static int Bytes(string html, int at) => Encoding.UTF8.GetByteCount(html.AsSpan(0, at));

    private static ApiRefusal Broken(string reason) => ApiRefusal.BadRequest($"can't parse entities: {reason}");
}
