using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A chat as it comes with messages.</summary>
public class Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatType Type { get; set; }
    public string? Title { get; set; }
    public string? Username { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public bool IsForum { get; set; }
    public bool IsDirectMessages { get; set; }
}

/// <summary>A chat as getChat describes it.</summary>
public class ChatFullInfo : Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int AccentColorId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int MaxReactionCount { get; set; }
    public ChatPhoto? Photo { get; set; }
    public string[]? ActiveUsernames { get; set; }
    public Birthdate? Birthdate { get; set; }
    public BusinessLocation? BusinessLocation { get; set; }
    public Chat? PersonalChat { get; set; }
    public string? BackgroundCustomEmojiId { get; set; }
    public int? ProfileAccentColorId { get; set; }
    public string? EmojiStatusCustomEmojiId { get; set; }
    public DateTime? EmojiStatusExpirationDate { get; set; }
    public string? Bio { get; set; }
    public bool HasPrivateForwards { get; set; }
    public bool JoinToSendMessages { get; set; }
    public bool JoinByRequest { get; set; }
    public string? Description { get; set; }
    public string? InviteLink { get; set; }
    public Message? PinnedMessage { get; set; }
    public int? SlowModeDelay { get; set; }
    public int? MessageAutoDeleteTime { get; set; }
    public bool HasHiddenMembers { get; set; }
    public bool HasProtectedContent { get; set; }
    public bool HasVisibleHistory { get; set; }
    public string? StickerSetName { get; set; }
    public bool CanSetStickerSet { get; set; }
    public long? LinkedChatId { get; set; }
    public ChatLocation? Location { get; set; }
}
