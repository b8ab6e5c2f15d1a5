using System.Net;
using System.Text.RegularExpressions;
using TantraSmoke.Bot.BotApi;

namespace TantraSmoke.Tests.Unit.Screens;

public sealed partial class HtmlTests
{
    [Fact]
    public void Fit_WhatFits_StaysAsItIs()
    {
        const string Html20 = "<b>Ten &lt;3 char</b> and six";

        Assert.Same(Html20, Html.Fit(Html20, Seen(Html20).Length));
    }

    [Fact]
    public void Fit_TooLong_EndsWithTheLastLineThatFitsAndClosesItsTags()
    {
        Assert.Equal("<b>one\n<i>two</i>\n…</b>", Html.Fit("<b>one\n<i>two</i>\nthree</b>", 10));
        Assert.Equal("<b>one …</b>", Html.Fit("<b>one two</b>", 5));
        Assert.Equal("<a href=\"https://a.example/\">li…</a>", Html.Fit("<a href=\"https://a.example/\">link</a>", 3));
        // A flag is one character of two signs.
        Assert.Equal("ab…", Html.Fit("ab🇩🇪cd", 5));
    }

    [Fact]
    public void Fit_OfAnything_FitsAndIsWellFormed()
    {
        var random = new Random(7);
        string[] parts = ["<b>", "</b>", "<i>", "</i>", "&amp;", "&lt;", "x", "слово ", "\n", "\n\n", "👨‍👩‍👧", "😀"];
        for (var round = 0; round < 2000; round++)
        {
            var open = new Stack<string>();
            var html = "";
            for (var n = random.Next(1, 60); n > 0; n--)
            {
                var part = parts[random.Next(parts.Length)];
                if (part is "<b>" or "<i>")
                    open.Push(part.Insert(1, "/"));
                else if (part.StartsWith("</", StringComparison.Ordinal))
                    part = open.Count > 0 ? open.Pop() : "";
                html += part;
            }

            html += string.Concat(open);
            var limit = random.Next(5, 60);

            var fitted = Html.Fit(html, limit);

            Assert.InRange(Seen(fitted).Length, 0, limit);
            Assert.Equal(Seen(html).Length > limit, fitted != html);
            Assert.DoesNotContain(
                '\uFFFD',
                System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(fitted))
            );
            var tags = new Stack<string>();
            foreach (Match tag in Tag().Matches(fitted))
            {
                if (tag.Value[1] != '/')
                    tags.Push(tag.Value.Insert(1, "/"));
                else
                    Assert.Equal(tags.Pop(), tag.Value);
            }

            Assert.Empty(tags);
        }
    }

    /// <summary>What a reader sees, and Telegram counts.</summary>
    private static string Seen(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
