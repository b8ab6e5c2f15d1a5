using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Serialization;

/// <summary>Chooses the kind of member by "status", wherever it stands in the object.</summary>
internal sealed class ChatMemberConverter : JsonConverter<ChatMember>
{
    public override ChatMember Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var member = document.RootElement;
        var status = member.TryGetProperty("status", out var word) ? word.GetString() : null;
        return status switch
        {
            "creator" => As<ChatMemberOwner>(),
            "administrator" => As<ChatMemberAdministrator>(),
            "member" => As<ChatMemberMember>(),
            "restricted" => As<ChatMemberRestricted>(),
            "left" => As<ChatMemberLeft>(),
            "kicked" => As<ChatMemberBanned>(),
            _ => As<ChatMemberOfUnknownStatus>(),
        };

        ChatMember As<T>() where T : ChatMember => member.Deserialize<T>(options)!;
    }

    public override void Write(Utf8JsonWriter writer, ChatMember value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);

    /// <summary>A status of tomorrow must not stop the updates of today.</summary>
    private sealed class ChatMemberOfUnknownStatus : ChatMember
    {
        public override ChatMemberStatus Status => default;
    }
}
