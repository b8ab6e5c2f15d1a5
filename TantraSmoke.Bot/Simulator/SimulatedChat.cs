using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

/// <summary>A message as it is kept: the wire's JSON is made from it, and what a phone shows.</summary>
internal sealed class StoredMessage
{
    public required int Id { get; init; }

    /// <summary>The sender as the wire shows it.</summary>
    public required JsonObject From { get; init; }
    public required bool FromBot { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>The text, or the caption when there is a file.</summary>
    public FormattedText Text { get; set; } = FormattedText.Empty;
    public Keyboard Buttons { get; set; } = Keyboard.None;
    public SimulatedFile? Photo { get; set; }
    public (int Width, int Height) PhotoSize { get; set; }
    public SimulatedFile? Document { get; set; }
    public SimulatedVenue? Venue { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>The message it answers.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>That message as the wire shows it.</summary>
    public JsonObject? Answered { get; set; }

    public bool HasFile => Photo is not null || Document is not null;

    public JsonObject ToJson(JsonObject chat)
    {
        var json = new JsonObject
        {
            ["message_id"] = Id,
            ["from"] = From.DeepClone(),
            ["chat"] = chat.DeepClone(),
            ["date"] = SentAt.ToUnixTimeSeconds(),
        };
        if (Answered is { } answered)
        {
            var inner = (JsonObject)answered.DeepClone();
            inner.Remove("reply_to_message");
            json["reply_to_message"] = inner;
        }

        if (EditedAt is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        if (Photo is { } photo)
        {
            json["photo"] = new JsonArray(FileJson(photo, ("width", PhotoSize.Width), ("height", PhotoSize.Height)));
        }

        if (Document is { } document)
            json["document"] = FileJson(document, ("file_name", document.Name));
        if (Venue is { } venue)
        {
            var location = new JsonObject { ["latitude"] = venue.Latitude, ["longitude"] = venue.Longitude };
            json["venue"] = new JsonObject
            {
                ["location"] = location,
                ["title"] = venue.Title,
                ["address"] = venue.Address,
            };
            json["location"] = location.DeepClone();
        }

        if (ContactPhone is { } phone)
        {
            json["contact"] = new JsonObject
            {
                ["phone_number"] = phone,
                ["first_name"] = From["first_name"]!.DeepClone(),
                ["user_id"] = From["id"]!.DeepClone(),
            };
        }

        if (Text.Text.Length > 0)
        {
            json[HasFile ? "caption" : "text"] = Text.Text;
            if (Text.Entities.Count > 0)
                json[HasFile ? "caption_entities" : "entities"] = Text.EntitiesToJson();
        }

        if (Buttons.Inline is { } inline)
            json["reply_markup"] = inline.DeepClone();
        return json;
    }

    public SimulatedMessage ToShow() =>
        new(
            Id,
            FromBot,
            SentAt,
            Text.Text,
            Text.Segments(),
            Buttons.Rows,
            Photo?.Id,
            Document?.Id,
            Venue,
            ContactPhone,
            EditedAt
        )
        {
            ReplyTo = ReplyTo,
        };

    private static JsonObject FileJson(SimulatedFile file, params (string Name, JsonNode Value)[] more)
    {
        var json = new JsonObject
        {
            ["file_id"] = file.Id,
            ["file_unique_id"] = file.UniqueId,
            ["file_size"] = file.Content.Length,
        };
        foreach (var (name, value) in more)
            json[name] = value;
        return json;
    }
}

/// <summary>A chat with its last messages.</summary>
internal sealed class SimulatedChat(JsonObject json, SimulatedPerson? person)
{
    /// <summary>Older messages are forgotten: for the bot they are gone.</summary>
    public const int MessageLimit = 200;

    private readonly List<StoredMessage> _messages = [];

    public long Id { get; } = (long)json["id"]!;

    /// <summary>The chat as the wire shows it.</summary>
    public JsonObject Json => json;

    /// <summary>Whose private chat it is; null for a group.</summary>
    public SimulatedPerson? Person => person;

    /// <summary>A bot may not write first to a person.</summary>
    public bool IsStarted { get; set; } = person is null;
    public bool IsBlocked { get; set; }
    public Keyboard ReplyKeyboard { get; set; } = Keyboard.None;
    public SimulatedToast? Toast { get; set; }
    public DateTimeOffset LastActive { get; set; }
    public string Instance { get; } = Guid.NewGuid().ToString("N");
    public IReadOnlyList<StoredMessage> Messages => _messages;

    public StoredMessage? Find(long id) => _messages.Find(message => message.Id == id);

    public void Add(StoredMessage message)
    {
        if (message.ReplyTo is { } answered)
            message.Answered = Find(answered)?.ToJson(Json);
        _messages.Add(message);
        if (_messages.Count > MessageLimit)
            _messages.RemoveAt(0);
        LastActive = message.SentAt;
    }

    public void Remove(StoredMessage message) => _messages.Remove(message);
}
