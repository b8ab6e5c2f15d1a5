using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Bot.Telegram;

/// <summary>The client against the facts, by what goes over the wire and comes back.</summary>
public sealed class WireTests
{
    public static TheoryData<string> Methods => ApiMethods.All;

    public static MatrixTheoryData<string, bool, int> Answers => new(ApiMethods.Names, [false, true], [0, 1, 2, 3, 4, 5, 6]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Methods))]
    public async Task Request_WithTheLeast_IsWhatTheFactsWant(string method)
    {
        var wire = new WireRecorder().Answer(Ok(method));

        await wire.Client().Call(method, full: false, Ct);

        var call = Assert.Single(wire.Calls);
        Assert.Equal(method, call.Method);
        Assert.Empty(FactsCheck.Violations(call));
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task Request_WithEverything_SendsEveryParameter(string method)
    {
        var wire = new WireRecorder().Answer(Ok(method));

        await wire.Client().Call(method, full: true, Ct);

        var call = Assert.Single(wire.Calls);
        Assert.Empty(FactsCheck.Violations(call));
        Assert.Equal(
            ApiShapes.Properties(ApiMethods.Request(method)).Keys.Order(StringComparer.Ordinal),
            call.Parameters.Select(parameter => parameter.Key).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task Answer_MadeFromTheFacts_IsReadCompletely(string method, bool full, int variant)
    {
        var type = FactsFile.BotApi.Methods[method].Returns[0];
        var answer = new FactsExamples(full, variant).Of(type);
        AddUnknownFields(answer);
        var wire = new WireRecorder().Answer(new JsonObject { ["ok"] = true, ["result"] = answer.DeepClone(), ["tomorrow"] = 1 }.ToJsonString());

        var result = await wire.Client().Call(method, full: false, Ct);

        if (type != "Boolean") AssertRead(JsonSerializer.SerializeToElement(answer), result!, method);
    }

    [Fact]
    public void Answer_WithWordsOfTomorrow_IsRead()
    {
        var json = """
            {"update_id":1,"my_chat_member":{"chat":{"id":1,"type":"holographic"},"from":{"id":2,"first_name":"A"},"date":5,
             "old_chat_member":{"status":"hovering","user":{"id":2,"first_name":"A"}},"new_chat_member":{"status":"member","user":{"id":2,"first_name":"A"}}}}
            """;

        var update = JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!;

        Assert.Equal(default, update.MyChatMember!.Chat.Type);
        Assert.Equal(default, update.MyChatMember.OldChatMember.Status);
        Assert.IsType<ChatMemberMember>(update.MyChatMember.NewChatMember);
        Assert.Equal(new DateTime(1970, 1, 1, 0, 0, 5, DateTimeKind.Utc), update.MyChatMember.Date);
        Assert.Equal(DateTimeKind.Utc, update.MyChatMember.Date.Kind);
        Assert.Equal(UpdateType.Unknown, JsonSerializer.Deserialize<Update>("""{"update_id":2,"dream":{}}""", JsonBotAPI.Options)!.Type);
        Assert.Equal([UpdateType.Unknown, UpdateType.Message], JsonSerializer.Deserialize<UpdateType[]>("""["dream","message"]""", JsonBotAPI.Options)!);
    }

    [Fact]
    public async Task Defaults_InARequest_AreNotSent()
    {
        var wire = new WireRecorder().Answer(Ok("sendMessage"));

        await wire.Client().SendMessage(7, "Привет & <b>", cancellationToken: Ct);

        Assert.Equal("""{"chat_id":7,"text":"Привет & <b>"}""", Sorted(wire.Bodies[0]));
    }

    [Fact]
    public async Task Upload_WithACyrillicName_ArrivesWhole()
    {
        var wire = new WireRecorder().Answer(Ok("sendPhoto"));
        var picture = InputFile.FromStream(new MemoryStream([0, 1, 2, 255]), "план «зала» №1 \"VIP\".png");

        await wire.Client().SendPhoto("@lounge", picture, "подпись", ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Да", "y")), cancellationToken: Ct);

        var call = wire.Calls[0];
        var (part, file) = Assert.Single(call.Files);
        Assert.Equal($"attach://{part}", call.Text("photo"));
        Assert.Equal("план «зала» №1 _VIP_.png", file.FileName);
        Assert.Equal([0, 1, 2, 255], file.Content);
        Assert.Equal("подпись", call.Text("caption"));
        Assert.Equal("HTML", call.Text("parse_mode"));
        Assert.Contains("name=chat_id\r\n", wire.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("filename=\"план «зала» №1 _VIP_.png\"", wire.Bodies[0], StringComparison.Ordinal);
        Assert.Equal("""[[{"text":"Да","callback_data":"y"}]]""", call.Node("reply_markup")!["inline_keyboard"]!.ToJsonString(JsonBotAPI.Options));
    }

    [Fact]
    public async Task Upload_InAnEdit_IsReferredToFromTheMedia()
    {
        var wire = new WireRecorder().Answer(Ok("editMessageMedia"));

        await wire.Client().EditMessageMedia(7, 8, new InputMediaPhoto(new MemoryStream([9])) { Caption = "c" }, cancellationToken: Ct);

        var call = wire.Calls[0];
        Assert.Equal("photo", call.Node("media")!["type"]!.GetValue<string>());
        Assert.Equal($"attach://{call.Files.Single().Key}", call.Node("media")!["media"]!.GetValue<string>());
    }

    [Fact]
    public async Task Download_OfAFile_CopiesItsBytes()
    {
        var wire = new WireRecorder()
            .Answer("""{"ok":true,"result":{"file_id":"f","file_unique_id":"u","file_path":"photos/1.jpg"}}""")
            .Answer("bytes of the picture");
        using var destination = new MemoryStream();

        await wire.Client().GetInfoAndDownloadFile("f", destination, Ct);

        Assert.Equal("bytes of the picture", Encoding.UTF8.GetString(destination.ToArray()));
        Assert.Equal($"http://127.0.0.1:8081/file/bot{WireRecorder.Token}/photos/1.jpg", wire.Urls[1].AbsoluteUri);
    }

    [Fact]
    public void ReplyToAWebhook_IsTheRequestWithItsMethod()
    {
        var request = new SendMessageRequest { ChatId = 7, Text = "t", IsWebhookResponse = true };

        Assert.Equal("""{"chat_id":7,"method":"sendMessage","text":"t"}""", Sorted(JsonSerializer.Serialize(request, JsonBotAPI.Options)));
    }

    private static string Ok(string method) =>
        new JsonObject { ["ok"] = true, ["result"] = new FactsExamples(full: false).Of(FactsFile.BotApi.Methods[method].Returns[0]) }.ToJsonString();

    private static string Sorted(string json)
    {
        var sorted = new JsonObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject().OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted[name] = value!.DeepClone();
        return sorted.ToJsonString(JsonBotAPI.Options);
    }

    private static void AddUnknownFields(JsonNode? node)
    {
        if (node is JsonArray array) foreach (var item in array) AddUnknownFields(item);
        if (node is not JsonObject json) return;
        foreach (var (_, value) in json.ToList()) AddUnknownFields(value);
        json["field_of_tomorrow"] = new JsonObject { ["x"] = new JsonArray(1, "2") };
    }

    /// <summary>What stands in the JSON and has a property must have arrived in it, at every depth.</summary>
    private static void AssertRead(JsonElement json, object value, string path)
    {
        if (value is Array array)
        {
            Assert.Equal(json.GetArrayLength(), array.Length);
            for (var i = 0; i < array.Length; i++) AssertReadItem(json[i], array.GetValue(i), $"{path}[{i}]");
            return;
        }

        foreach (var (name, property) in ApiShapes.Properties(value.GetType()))
        {
            if (json.TryGetProperty(name, out var field)) AssertReadItem(field, property.GetValue(value), $"{path}.{name}");
        }
    }

    private static void AssertReadItem(JsonElement json, object? value, string path)
    {
        // An allowed update made of any text is one of the words of tomorrow.
        Assert.False(ApiShapes.IsDefault(value) && value is not UpdateType, $"{path} was lost");
        if (json.ValueKind == JsonValueKind.String && value is string text) Assert.Equal(json.GetString(), text);
        if (json.ValueKind == JsonValueKind.Number && value is int or long)
            Assert.Equal(json.GetInt64(), Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        if (json.ValueKind is JsonValueKind.Object or JsonValueKind.Array && value is not System.Collections.IEnumerable or Array)
            AssertRead(json, value!, path);
    }
}
