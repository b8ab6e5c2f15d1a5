using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Bot.Telegram;

/// <summary>How the client's classes look in JSON, and which types of the facts they stand for.</summary>
internal static class ApiShapes
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The properties that are sent or read, by their names in JSON.</summary>
    public static Dictionary<string, PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null or { Condition: not JsonIgnoreCondition.Always })
            .ToDictionary(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));

    public static bool IsAlwaysSent(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Never };

    public static bool IsNullable(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable);

    /// <summary>The name of the class in the facts.</summary>
    public static string FactsName(Type type) =>
        type == typeof(TGFile) ? "File" : type == typeof(ForceReplyMarkup) ? "ForceReply" : type.Name;

    public static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>Whether a property of the type can hold what the facts say.</summary>
    public static bool Fits(Type type, IReadOnlyList<string> facts)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ItemOf(type) is { } item)
            return facts is [var array] && array.StartsWith("Array of ", StringComparison.Ordinal) && Fits(item, [array["Array of ".Length..]]);
        if (type == typeof(ChatId)) return facts is ["Integer", "String"];
        if (type.IsAssignableTo(typeof(InputFile))) return facts.All(fact => fact is "InputFile" or "String");
        if (type == typeof(ReplyMarkup)) return facts is ["InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply"];
        if (type == typeof(Message) && facts is ["MaybeInaccessibleMessage"] or ["Message", "Boolean"]) return true;
        return facts is [var only] && only switch
        {
            "String" => type == typeof(string) || type.IsEnum,
            "Boolean" => type == typeof(bool),
            "Integer" => type == typeof(int) || type == typeof(long) || type == typeof(DateTime),
            "Float" => type == typeof(double),
            _ => FactsName(type) == only,
        };
    }

    /// <summary>The client's own classes that stand for objects of the Bot API.</summary>
    public static IEnumerable<Type> Objects =>
        typeof(Update).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsPublic: true, IsGenericType: false } && type.Namespace is { } space
                && (space == typeof(Update).Namespace || space == typeof(ReplyMarkup).Namespace))
            .Where(type => type.GetProperties().Length > 0 && type != typeof(ChatId) && type != typeof(FileBase)
                && !type.IsAssignableTo(typeof(InputFile)) && !(type.IsAbstract && type.IsSealed));

    /// <summary>Words that a received enum must understand, or that a sent enum may say, as the facts have them.</summary>
    public static IReadOnlyList<string> Words(Type type) =>
        [.. Enum.GetValues(type).Cast<object>().Where(value => (int)value != 0)
            .Select(value => JsonSerializer.Serialize(value, type, JsonBotAPI.Options).Trim('"'))];

    public static bool IsDefault(object? value) =>
        value is null or false or 0 or 0L or 0.0 || (value is Enum word && Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture) == 0)
        || (value is DateTime date && date == default);
}
