using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Bot.Telegram;

/// <summary>The client against the facts, by its classes.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Methods => ApiMethods.All;

    public static TheoryData<Type> Objects => [.. ApiShapes.Objects];

    // By inline message there is nothing to change here; ephemeral messages are newer than the package.
    private static readonly string[] NotOffered = ["inline_message_id", "ephemeral_message_parameters"];

    [Theory, MemberData(nameof(Methods))]
    public void Request_OfEachMethod_HasTheParametersOfTheFacts(string method)
    {
        var facts = FactsFile.BotApi.Methods[method];
        var properties = ApiShapes.Properties(ApiMethods.Request(method));

        Assert.Equal(
            facts.Fields.Select(field => field.Name).Except(NotOffered).Order(StringComparer.Ordinal),
            properties.Keys.Order(StringComparer.Ordinal));
        Assert.All(facts.Fields.Where(field => properties.ContainsKey(field.Name)), field =>
        {
            var property = properties[field.Name];
            Assert.True(ApiShapes.Fits(property.PropertyType, field.Types), $"{field.Name} is {property.PropertyType}");
            if (!field.Required) return;
            Assert.False(ApiShapes.IsNullable(property), $"{field.Name} may be null");
            Assert.True(ApiShapes.IsAlwaysSent(property), $"{field.Name} may be left out");
            Assert.True(property.IsDefined(typeof(RequiredMemberAttribute), false), $"{field.Name} may be forgotten");
        });
    }

    [Theory, MemberData(nameof(Methods))]
    public void Result_OfEachMethod_IsThatOfTheFacts(string method)
    {
        var returns = FactsFile.BotApi.Methods[method].Returns;
        var result = ApiMethods.Request(method).GetInterfaces()
            .Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var task = ApiMethods.Extension(method).ReturnType;

        Assert.True(ApiShapes.Fits(result, returns), $"{result} for {string.Join(" or ", returns)}");
        Assert.Equal(result == typeof(bool) ? typeof(Task) : typeof(Task<>).MakeGenericType(result), task);
    }

    [Theory, MemberData(nameof(Objects))]
    public void Object_OfEachKind_HasOnlyFieldsOfTheFacts(Type type)
    {
        if (FactsFile.BotApi.Types[ApiShapes.FactsName(type)] is { Subtypes.Count: > 0 } parent)
        {
            Assert.True(type.IsAbstract, $"{type.Name} is one of several");
            var kinds = type.Assembly.GetTypes().Where(kind => kind.BaseType == type && kind.IsPublic).Select(kind => kind.Name);
            Assert.Subset(parent.Subtypes.ToHashSet(), kinds.ToHashSet());
            return;
        }

        var fields = FactsFile.BotApi.Types[ApiShapes.FactsName(type)].Fields.ToDictionary(field => field.Name);
        foreach (var (name, property) in ApiShapes.Properties(type))
        {
            Assert.True(fields.TryGetValue(name, out var field), $"{type.Name} has no {name}");
            Assert.True(ApiShapes.Fits(property.PropertyType, field.Types), $"{type.Name}.{name} is {property.PropertyType}");
            if (field.Required) Assert.False(ApiShapes.IsNullable(property), $"{type.Name}.{name} may be null");
        }
    }

    [Theory]
    [InlineData(typeof(ChatType), "Chat", "type", "sender")]
    [InlineData(typeof(MessageEntityType), "MessageEntity", "type", null)]
    [InlineData(typeof(ParseMode), "ReplyParameters", "quote_parse_mode", null)]
    [InlineData(typeof(KeyboardButtonStyle), "InlineKeyboardButton", "style", null)]
    public void Enum_OfAnObject_HasTheWordsOfTheFacts(Type type, string owner, string field, string? elsewhere)
    {
        var words = FactsFile.BotApi.Types[owner].Fields.Single(f => f.Name == field).Enum!;

        Assert.Equal(words.Order(StringComparer.Ordinal), ApiShapes.Words(type).Where(word => word != elsewhere).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Enum_OfChatActions_HasTheWordsOfTheFacts() =>
        Assert.Equal(
            FactsFile.BotApi.Methods["sendChatAction"].Fields.Single(field => field.Name == "action").Enum!.Order(StringComparer.Ordinal),
            ApiShapes.Words(typeof(ChatAction)).Order(StringComparer.Ordinal));

    [Fact]
    public void Enum_OfUpdateTypes_HasOnlyFieldsOfUpdate() =>
        Assert.Subset(
            FactsFile.BotApi.Types["Update"].Fields.Select(field => field.Name).ToHashSet(),
            ApiShapes.Words(typeof(UpdateType)).ToHashSet());

    [Theory]
    [InlineData("BotCommandScope", "type")]
    [InlineData("MenuButton", "type")]
    [InlineData("InputMedia", "type")]
    public void Discriminator_OfWhatIsSent_IsThatOfTheFacts(string parent, string discriminator)
    {
        var baseType = typeof(Update).Assembly.GetType($"{typeof(Update).Namespace}.{parent}")!;
        var kinds = baseType.Assembly.GetTypes().Where(type => type.BaseType == baseType).ToList();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind =>
        {
            var value = Activator.CreateInstance(kind);
            if (value is InputMedia media) media.Media = InputFile.FromFileId("id");
            var json = JsonSerializer.SerializeToNode(value, baseType, JsonBotAPI.Options)!;
            var word = FactsFile.BotApi.Types[kind.Name].Fields.Single(field => field.Name == discriminator).Enum!.Single();
            Assert.Equal(word, json[discriminator]!.GetValue<string>());
        });
    }

    [Fact]
    public void ChatMember_OfEachStatus_IsReadAsItsKind()
    {
        foreach (var kind in FactsFile.BotApi.Types["ChatMember"].Subtypes)
        {
            // The discriminator comes last to show that its place does not matter.
            var json = (JsonObject)new FactsExamples(full: true).Of(kind);
            var status = json["status"]!.DeepClone();
            json.Remove("status");
            json["status"] = status;

            var member = json.Deserialize<ChatMember>(JsonBotAPI.Options)!;

            Assert.Equal(kind, member.GetType().Name);
            Assert.Equal(status.GetValue<string>(), JsonSerializer.SerializeToNode(member.Status, JsonBotAPI.Options)!.GetValue<string>());
            Assert.Equal(7_000_000_001, member.User.Id);
        }
    }
}
