using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>For whom commands are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats), "all_private_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats), "all_group_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators), "all_chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChat), "chat")]
[JsonDerivedType(typeof(BotCommandScopeChatAdministrators), "chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChatMember), "chat_member")]
public abstract class BotCommandScope
{
    /// <summary>Written as the discriminator.</summary>
    [JsonIgnore]
    public abstract BotCommandScopeType Type { get; }

    public static BotCommandScopeDefault Default() => new();

    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    public static BotCommandScopeChat Chat(ChatId chatId) => new() { ChatId = chatId };
}

/// <summary>Commands for whoever has no nearer scope.</summary>
public class BotCommandScopeDefault : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.Default;
}

/// <summary>Commands for all private chats.</summary>
public class BotCommandScopeAllPrivateChats : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.AllPrivateChats;
}

/// <summary>Commands for all groups.</summary>
public class BotCommandScopeAllGroupChats : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.AllGroupChats;
}

/// <summary>Commands for administrators of all groups.</summary>
public class BotCommandScopeAllChatAdministrators : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.AllChatAdministrators;
}

/// <summary>Commands for one chat.</summary>
public class BotCommandScopeChat : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.Chat;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatId ChatId { get; set; } = default!;
}

/// <summary>Commands for the administrators of one chat.</summary>
public class BotCommandScopeChatAdministrators : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.ChatAdministrators;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatId ChatId { get; set; } = default!;
}

/// <summary>Commands for one member of one chat.</summary>
public class BotCommandScopeChatMember : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.ChatMember;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatId ChatId { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long UserId { get; set; }
}
