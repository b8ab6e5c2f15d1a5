using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TantraSmoke.Bot.Simulator;

/// <summary>The methods of the Bot API, by their names on the wire.</summary>
internal sealed partial class BotMethods(SimulatedState state)
{
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(50);

    private readonly MessageMethods _messages = new(state);

    /// <param name="changed">Gets the ids of the chats in which something changes.</param>
    public async Task<JsonNode> RunAsync(ApiCall call, HashSet<long> changed, CancellationToken ct)
    {
        if (call.Method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
            return await GetUpdates(call, ct);
        lock (state.Lock)
        {
            return call.Method.ToUpperInvariant() switch
            {
                "GETME" => state.BotJson(),
                "SETWEBHOOK" => SetWebhook(call),
                "DELETEWEBHOOK" => DeleteWebhook(call),
                "GETWEBHOOKINFO" => WebhookInfo(),
                "SENDMESSAGE" => _messages.SendMessage(call, changed),
                "SENDPHOTO" => _messages.SendFile(call, "photo", changed),
                "SENDDOCUMENT" => _messages.SendFile(call, "document", changed),
                "SENDVENUE" => _messages.SendVenue(call, changed),
                "EDITMESSAGETEXT" => _messages.EditText(call, changed),
                "EDITMESSAGECAPTION" => _messages.EditCaption(call, changed),
                "EDITMESSAGEMEDIA" => _messages.EditMedia(call, changed),
                "EDITMESSAGEREPLYMARKUP" => _messages.EditMarkup(call, changed),
                "DELETEMESSAGE" => _messages.DeleteMessage(call, changed),
                "ANSWERCALLBACKQUERY" => AnswerCallbackQuery(call, changed),
                "SENDCHATACTION" => SendChatAction(call),
                "SETMYCOMMANDS" => SetMyCommands(call),
                "SETCHATMENUBUTTON" => true,
                "GETFILE" => GetFile(call),
                "GETCHAT" => GetChat(call),
                _ => throw new ApiRefusal(404, "Not Found: method not found"),
            };
        }
    }

    private async Task<JsonNode> GetUpdates(ApiCall call, CancellationToken ct)
    {
        lock (state.Lock)
        {
            if (state.Webhook.Length > 0)
                throw ApiRefusal.Conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
                );
        }

        state.Updates.Allow(Kinds(call));
        var timeout = TimeSpan.FromSeconds(call.Number("timeout") ?? 0);
        return await state.Updates.PollAsync(
            (int)(call.Number("offset") ?? 0),
            (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100),
            timeout > LongestPoll ? LongestPoll : timeout,
            ct
        );
    }

    private JsonNode SetWebhook(ApiCall call)
    {
        var url = call.Text("url") ?? "";
        if (url.Length > 0 && !url.StartsWith("https://", StringComparison.Ordinal))
            throw ApiRefusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        state.Updates.Allow(Kinds(call));
        if (call.Flag("drop_pending_updates"))
            state.Updates.Clear();
        state.Webhook = url;
        return true;
    }

    private JsonNode DeleteWebhook(ApiCall call)
    {
        if (call.Flag("drop_pending_updates"))
            state.Updates.Clear();
        state.Webhook = "";
        return true;
    }

    private JsonObject WebhookInfo() =>
        new()
        {
            ["url"] = state.Webhook,
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = state.Updates.Count,
        };

    private JsonNode AnswerCallbackQuery(ApiCall call, HashSet<long> changed)
    {
        state.ForgetOldTaps();
        if (!state.Taps.Remove(call.Text("callback_query_id") ?? "", out var tap))
            throw ApiRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        var text = call.Text("text") ?? "";
        if (text.Length > 200)
            throw ApiRefusal.BadRequest("MESSAGE_TOO_LONG");
        if (state.Chats.TryGetValue(tap.ChatId, out var chat) && text.Length > 0)
            chat.Toast = new SimulatedToast(text, call.Flag("show_alert"), state.Now, (chat.Toast?.Number ?? 0) + 1);
        changed.Add(tap.ChatId);
        return true;
    }

    private JsonNode SendChatAction(ApiCall call)
    {
        _messages.Target(call);
        return call.Text("action") is { Length: > 0 }
            ? true
            : throw ApiRefusal.BadRequest("wrong parameter action in request");
    }

    private JsonNode SetMyCommands(ApiCall call)
    {
        var commands = (call.Node("commands") as JsonArray ?? [])
            .Select(command =>
                (Name: (string?)command?["command"] ?? "", Description: (string?)command?["description"] ?? "")
            )
            .ToList();
        if (commands.Count > 100)
            throw ApiRefusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        if (commands.Exists(command => !CommandName().IsMatch(command.Name)))
            throw ApiRefusal.BadRequest("BOT_COMMAND_INVALID");
        if (commands.Exists(command => command.Description.Length is < 1 or > 256))
            throw ApiRefusal.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        var scope = call.Node("scope") as JsonObject;
        var who = (string?)scope?["type"] is { } type and not "default" ? $"{type}:{scope["chat_id"]}" : "default";
        state.Commands[$"{who}/{call.Text("language_code")}"] = commands;
        return true;
    }

    private JsonObject GetFile(ApiCall call) =>
        state.Files.ById(call.Text("file_id") ?? "") is { } file
            ? new JsonObject
            {
                ["file_id"] = file.Id,
                ["file_unique_id"] = file.UniqueId,
                ["file_size"] = file.Content.Length,
                ["file_path"] = file.Path,
            }
            : throw ApiRefusal.BadRequest("wrong file_id or the file is temporarily unavailable");

    private JsonObject GetChat(ApiCall call)
    {
        var chat = (JsonObject)_messages.Target(call, toWrite: false).Json.DeepClone();
        chat["accent_color_id"] = 0;
        chat["max_reaction_count"] = 11;
        chat["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        return chat;
    }

    private static IEnumerable<string>? Kinds(ApiCall call) =>
        (call.Node("allowed_updates") as JsonArray)?.Select(kind => (string)kind!);

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandName();
}
