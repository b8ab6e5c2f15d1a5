using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A Mini App by its https URL.</summary>
public class WebAppInfo
{
    public WebAppInfo()
    {
    }

    [SetsRequiredMembers]
    public WebAppInfo(string url) => Url = url;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Url { get; set; }

    public static implicit operator WebAppInfo(string url) => new(url);

    public static implicit operator string(WebAppInfo self) => self.Url;
}

/// <summary>What a copy button copies; 1–256 characters.</summary>
public class CopyTextButton
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Text { get; set; } = default!;

    public static implicit operator CopyTextButton(string text) => new() { Text = text };

    public static implicit operator string(CopyTextButton self) => self.Text;
}

/// <summary>A URL that signs the user in.</summary>
public class LoginUrl
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Url { get; set; } = default!;
    public string? ForwardText { get; set; }
    public string? BotUsername { get; set; }
    public bool RequestWriteAccess { get; set; }

    public static implicit operator LoginUrl(string url) => new() { Url = url };

    public static implicit operator string(LoginUrl self) => self.Url;
}
