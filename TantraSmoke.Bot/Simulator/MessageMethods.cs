using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

/// <summary>The methods of the Bot API that send, edit and delete messages.</summary>
internal sealed class MessageMethods(SimulatedState state)
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;
    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public JsonObject SendMessage(ApiCall call, HashSet<long> changed) =>
        Send(call, changed, TextOf(call, "text", "entities"));

    public JsonObject SendVenue(ApiCall call, HashSet<long> changed)
    {
        if (call.Fraction("latitude") is not { } latitude || call.Fraction("longitude") is not { } longitude)
            throw ApiRefusal.BadRequest("there is no location in the request");
        return Send(
            call,
            changed,
            FormattedText.Empty,
            venue: new SimulatedVenue(latitude, longitude, call.Text("title") ?? "", call.Text("address") ?? "")
        );
    }

    public JsonObject SendFile(ApiCall call, string parameter, HashSet<long> changed)
    {
        // Telegram checks the chat before the file.
        Target(call);
        var caption = CaptionOf(
            FormattedText.From(
                call.Text("caption"),
                call.Text("parse_mode"),
                call.Node("caption_entities") as JsonArray
            )
        );
        var file = call.Files.TryGetValue(parameter, out var direct)
            ? state.Files.Add(direct.FileName, direct.Content)
            : FileOf(call.Text(parameter), call, parameter);
        return parameter == "photo"
            ? Send(call, changed, caption, photo: file)
            : Send(call, changed, caption, document: file);
    }

    private JsonObject Send(
        ApiCall call,
        HashSet<long> changed,
        FormattedText text,
        SimulatedFile? photo = null,
        SimulatedFile? document = null,
        SimulatedVenue? venue = null
    )
    {
        var chat = Target(call);
        var keyboard = Keyboard.From(call.Node("reply_markup"));
        var message = new StoredMessage
        {
            Id = state.NextMessageId(),
            From = state.BotJson(),
            FromBot = true,
            SentAt = state.Now,
            Text = text,
            Buttons = keyboard.Inline is null ? Keyboard.None : keyboard,
            Photo = photo,
            PhotoSize = photo is null ? default : FileStore.SizeOf(photo),
            Document = document,
            Venue = venue,
            ReplyTo = ReplyOf(call, chat),
        };
        if (keyboard.Inline is null && (keyboard.Rows.Count > 0 || keyboard.Removes))
            chat.ReplyKeyboard = keyboard;
        chat.Add(message);
        changed.Add(chat.Id);
        return message.ToJson(chat.Json);
    }

    private static int? ReplyOf(ApiCall call, SimulatedChat chat)
    {
        var reply = call.Node("reply_parameters") as JsonObject;
        if ((int?)reply?["message_id"] is not { } answered)
            return null;
        if (chat.Find(answered) is not null)
            return answered;
        return (bool?)reply["allow_sending_without_reply"] == true
            ? null
            : throw ApiRefusal.BadRequest("message to be replied not found");
    }

    public JsonObject EditText(ApiCall call, HashSet<long> changed)
    {
        var (chat, message) = ToEdit(call);
        if (message.HasFile || message.Venue is not null)
            throw ApiRefusal.BadRequest("there is no text in the message to edit");
        return Change(chat, message, changed, TextOf(call, "text", "entities"), call);
    }

    public JsonObject EditCaption(ApiCall call, HashSet<long> changed)
    {
        var (chat, message) = ToEdit(call);
        if (!message.HasFile)
            throw ApiRefusal.BadRequest("there is no caption in the message to edit");
        var caption = FormattedText.From(
            call.Text("caption"),
            call.Text("parse_mode"),
            call.Node("caption_entities") as JsonArray
        );
        return Change(chat, message, changed, CaptionOf(caption), call);
    }

    public JsonObject EditMarkup(ApiCall call, HashSet<long> changed)
    {
        var (chat, message) = ToEdit(call);
        return Change(chat, message, changed, message.Text, call);
    }

    public JsonObject EditMedia(ApiCall call, HashSet<long> changed)
    {
        var (chat, message) = ToEdit(call);
        var media = call.Node("media") as JsonObject ?? throw ApiRefusal.BadRequest("can't parse InputMedia");
        var caption = FormattedText.From(
            (string?)media["caption"],
            (string?)media["parse_mode"],
            media["caption_entities"] as JsonArray
        );
        var file = FileOf((string?)media["media"], call, "media");
        var isPhoto = (string?)media["type"] == "photo";
        var size = isPhoto ? FileStore.SizeOf(file) : default;
        var keyboard = InlineOf(call);
        if (file.Id == (isPhoto ? message.Photo : message.Document)?.Id)
            return Change(chat, message, changed, CaptionOf(caption), call);

        (message.Photo, message.Document, message.PhotoSize) = isPhoto
            ? (file, (SimulatedFile?)null, size)
            : (null, file, size);
        (message.Text, message.Buttons, message.EditedAt) = (CaptionOf(caption), keyboard, state.Now);
        changed.Add(chat.Id);
        return message.ToJson(chat.Json);
    }

    private JsonObject Change(
        SimulatedChat chat,
        StoredMessage message,
        HashSet<long> changed,
        FormattedText text,
        ApiCall call
    )
    {
        var keyboard = InlineOf(call);
        if (message.Text.IsSameAs(text) && message.Buttons.IsSameAs(keyboard))
        {
            throw ApiRefusal.BadRequest(
                "message is not modified: specified new message content and reply markup are exactly the same "
                    + "as a current content and reply markup of the message"
            );
        }

        (message.Text, message.Buttons, message.EditedAt) = (text, keyboard, state.Now);
        changed.Add(chat.Id);
        return message.ToJson(chat.Json);
    }

    public JsonNode DeleteMessage(ApiCall call, HashSet<long> changed)
    {
        var chat = Target(call);
        var message =
            chat.Find(call.Number("message_id") ?? 0) ?? throw ApiRefusal.BadRequest("message to delete not found");
        if (state.Now - message.SentAt > DeletableFor)
            throw ApiRefusal.BadRequest("message can't be deleted");
        chat.Remove(message);
        changed.Add(chat.Id);
        return true;
    }

    private (SimulatedChat Chat, StoredMessage Message) ToEdit(ApiCall call)
    {
        var chat = Target(call);
        var message =
            chat.Find(call.Number("message_id") ?? 0) ?? throw ApiRefusal.BadRequest("message to edit not found");
        return message.FromBot ? (chat, message) : throw ApiRefusal.BadRequest("message can't be edited");
    }

    public SimulatedChat Target(ApiCall call, bool toWrite = true)
    {
        var name = call.Text("chat_id") ?? "";
        if (name.Length == 0)
            throw ApiRefusal.BadRequest("chat_id is empty");
        if (call.Number("chat_id") is not { } id || !state.Chats.TryGetValue(id, out var chat))
            throw ApiRefusal.BadRequest("chat not found");
        if (toWrite && chat.IsBlocked)
            throw ApiRefusal.Forbidden("bot was blocked by the user");
        if (toWrite && !chat.IsStarted)
            throw ApiRefusal.Forbidden("bot can't initiate conversation with a user");
        return chat;
    }

    private static FormattedText TextOf(ApiCall call, string text, string entities)
    {
        var parsed = FormattedText.From(call.Text(text), call.Text("parse_mode"), call.Node(entities) as JsonArray);
        return parsed.Text.Length switch
        {
            0 => throw ApiRefusal.BadRequest("message text is empty"),
            > MaxText => throw ApiRefusal.BadRequest("message is too long"),
            _ => parsed,
        };
    }

    private static FormattedText CaptionOf(FormattedText caption) =>
        caption.Text.Length <= MaxCaption ? caption : throw ApiRefusal.BadRequest("message caption is too long");

    private static Keyboard InlineOf(ApiCall call) =>
        Keyboard.From(call.Node("reply_markup")) is { Inline: not null } inline ? inline : Keyboard.None;

    /// <summary>An upload by reference, a file that is known, or a link.</summary>
    private SimulatedFile FileOf(string? reference, ApiCall call, string parameter)
    {
        if (
            reference?.StartsWith("attach://", StringComparison.Ordinal) == true
            && call.Files.TryGetValue(reference["attach://".Length..], out var upload)
        )
            return upload.Content.Length > 0
                ? state.Files.Add(upload.FileName, upload.Content)
                : throw ApiRefusal.BadRequest("file must be non-empty");
        if (Uri.TryCreate(reference, UriKind.Absolute, out var link) && link.Scheme is "http" or "https")
            return state.Files.Add(Path.GetFileName(link.AbsolutePath), [], reference);
        if (reference is { Length: > 0 } && state.Files.ById(reference) is { } known)
            return known;
        throw ApiRefusal.BadRequest(
            string.IsNullOrEmpty(reference)
                ? $"there is no {parameter} in the request"
                : "wrong remote file identifier specified: Wrong string length"
        );
    }
}
