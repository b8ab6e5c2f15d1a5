using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// What Telegram hands to a Mini App, signed as it signs it; shares nothing with the code that checks it.
/// </summary>
public static class TelegramApp
{
    /// <summary>initData of that person, as it stands in the page's address.</summary>
    public static string InitData(
        string token,
        long id,
        string name,
        DateTimeOffset at,
        string language = "ru",
        params (string Name, string Value)[] more
    )
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["query_id"] = $"AAH{RandomNumberGenerator.GetHexString(12)}",
            ["user"] = JsonSerializer.Serialize(
                new
                {
                    id,
                    first_name = name,
                    last_name = "",
                    username = $"user{id}",
                    language_code = language,
                }
            ),
            ["auth_date"] = $"{at.ToUnixTimeSeconds()}",
            ["signature"] = "iQ5vW5-third-party-signature_Zm9v",
        };
        foreach (var (field, value) in more)
            fields[field] = value;
        var secret = HMACSHA256.HashData(Encoding.UTF8.GetBytes("WebAppData"), Encoding.UTF8.GetBytes(token));
        var check = string.Join('\n', fields.Select(f => f.Key + "=" + f.Value));
        var hash = Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(check))).ToLowerInvariant();
        return string.Join(
            '&',
            fields.Append(KeyValuePair.Create("hash", hash)).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")
        );
    }

    /// <summary>The part of the page's address that Telegram adds.</summary>
    public static string Fragment(string initData, bool isDark = false)
    {
        var theme = isDark
            ? """{"bg_color":"#17212b","text_color":"#f5f5f5","hint_color":"#8fa2b4","""
                + """ "button_color":"#5288c1","button_text_color":"#ffffff","secondary_bg_color":"#232e3c"}"""
            : """{"bg_color":"#ffffff","text_color":"#000000","hint_color":"#6d6d72","""
                + """ "button_color":"#2373b5","button_text_color":"#ffffff","secondary_bg_color":"#f0f0f0"}""";
        return $"#tgWebAppData={Uri.EscapeDataString(initData)}"
            + $"&tgWebAppVersion=9.1&tgWebAppPlatform=ios&tgWebAppThemeParams={Uri.EscapeDataString(theme)}";
    }
}
