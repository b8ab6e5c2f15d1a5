using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

public sealed partial class SimulatedTelegram
{
    /// <summary>Everybody with a phone, in the order in which they came.</summary>
    public IReadOnlyList<SimulatedPerson> People
    {
        get
        {
            lock (_lock)
                return [.. _chats.Values.Select(chat => chat.Person).OfType<SimulatedPerson>()];
        }
    }

    /// <summary>Gives somebody a phone. With the id of somebody who is there already, returns that person.</summary>
    public SimulatedPerson AddPerson(
        string firstName,
        string? lastName = null,
        string? username = null,
        string? languageCode = "ru",
        long? id = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(firstName);
        lock (_lock)
        {
            if (id is { } known && _chats.TryGetValue(known, out var there))
                return there.Person!;
            while (id is null && _chats.ContainsKey(++_lastPersonId)) { }
            var person = new SimulatedPerson(id ?? _lastPersonId, firstName, lastName, username, languageCode);
            var json = UserJson(person);
            json.Remove("is_bot");
            json.Remove("language_code");
            json["type"] = "private";
            _chats[person.Id] = new SimulatedChat(json, person) { LastActive = time.GetUtcNow() };
            if (_chats.Values.Count(chat => chat.Person is not null) > PeopleLimit)
            {
                var quiet = _chats
                    .Values.Where(chat => chat.Person is not null && chat.Id != person.Id)
                    .MinBy(chat => chat.LastActive)!;
                _chats.Remove(quiet.Id);
            }

            return person;
        }
    }

    /// <summary>Makes a group that the bot is in (a staff chat, for example); its id is negative.</summary>
    public void AddGroup(long id, string title)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, 0);
        lock (_lock)
            _chats.TryAdd(
                id,
                new SimulatedChat(
                    new JsonObject
                    {
                        ["id"] = id,
                        ["type"] = "supergroup",
                        ["title"] = title,
                    },
                    null
                )
            );
    }

    /// <summary>The chat's messages, oldest first; none when there is no such chat.</summary>
    public IReadOnlyList<SimulatedMessage> Messages(long chatId)
    {
        lock (_lock)
            return [.. (_chats.GetValueOrDefault(chatId)?.Messages ?? []).Select(message => message.ToShow())];
    }

    /// <summary>The bot's newest message; null when there is none.</summary>
    public SimulatedMessage? LastFromBot(long chatId)
    {
        lock (_lock)
            return _chats.GetValueOrDefault(chatId)?.Messages.LastOrDefault(message => message.FromBot)?.ToShow();
    }

    /// <summary>Buttons in the place of the keyboard; none when the bot has not sent any.</summary>
    public IReadOnlyList<IReadOnlyList<SimulatedButton>> ReplyKeyboard(long chatId)
    {
        lock (_lock)
            return _chats.GetValueOrDefault(chatId)?.ReplyKeyboard.Rows ?? [];
    }

    /// <summary>What the bot answered to the last tap; null when it never said anything.</summary>
    public SimulatedToast? LastToast(long chatId)
    {
        lock (_lock)
            return _chats.GetValueOrDefault(chatId)?.Toast;
    }

    /// <summary>A tap waits for the bot's answer (the button shows a spinner).</summary>
    public bool IsWaiting(long chatId)
    {
        lock (_lock)
            return _taps.Values.Any(tap => tap.ChatId == chatId);
    }

    /// <summary>
    /// The commands that a private chat shows: those of the nearest scope, in the language when there are any.
    /// </summary>
    public IReadOnlyList<(string Command, string Description)> Commands(
        string? languageCode = null,
        long? chatId = null
    )
    {
        string[] scopes = [$"chat:{chatId}", "all_private_chats:", "default"];
        lock (_lock)
            return scopes
                    .SelectMany(scope => new[] { $"{scope}/{languageCode}", $"{scope}/" })
                    .Select(key => _commands.GetValueOrDefault(key))
                    .FirstOrDefault(set => set is not null)
                ?? [];
    }

    /// <summary>The person writes to the bot; a command is "/start".</summary>
    /// <param name="by">Who writes in a group; in a private chat it is the person whose chat it is.</param>
    /// <param name="replyTo">The message it answers.</param>
    public void SendText(long chatId, string text, long? by = null, int? replyTo = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Say(
            chatId,
            by,
            from => new StoredMessage
            {
                Id = ++_lastMessageId,
                From = from,
                FromBot = false,
                SentAt = time.GetUtcNow(),
                ReplyTo = replyTo,
                Text = new FormattedText(
                    text,
                    text[0] == '/' ? [new TextEntity("bot_command", 0, text.Split(' ', '\n')[0].Length)] : []
                ),
            }
        );
    }

    /// <summary>The person shares their own number.</summary>
    public void ShareContact(long chatId, string phone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phone);
        Say(
            chatId,
            null,
            from => new StoredMessage
            {
                Id = ++_lastMessageId,
                From = from,
                FromBot = false,
                SentAt = time.GetUtcNow(),
                ContactPhone = phone,
            }
        );
    }

    /// <summary>
    /// The person presses a button under a message, by place. A callback goes to the bot and its id is returned; other
    /// kinds are for the phone to carry out, and return null. Throws <see cref="ArgumentException"/> when there is no
    /// such button.
    /// </summary>
    /// <param name="by">Who presses in a group; in a private chat it is the person whose chat it is.</param>
    public string? Tap(long chatId, int messageId, int row, int column, long? by = null)
    {
        string callbackId;
        lock (_lock)
        {
            var person = ChatOf(by ?? chatId).Person!;
            var chat = _chats[chatId];
            var message =
                chat.Find(messageId) ?? throw new ArgumentException("There is no such message", nameof(messageId));
            var button =
                message.Buttons.Rows.ElementAtOrDefault(row)?.ElementAtOrDefault(column)
                ?? throw new ArgumentException($"The message has no button {row}, {column}", nameof(row));
            if (button.Kind != SimulatedButtonKind.Callback)
                return null;

            Forget();
            callbackId = Guid.NewGuid().ToString("N");
            _taps[callbackId] = (chatId, time.GetUtcNow());
            chat.LastActive = time.GetUtcNow();
            _updates.Add(
                "callback_query",
                new JsonObject
                {
                    ["id"] = callbackId,
                    ["from"] = UserJson(person),
                    ["message"] = message.ToJson(chat.Json),
                    ["chat_instance"] = chat.Instance,
                    ["data"] = button.Value,
                }
            );
        }

        Announce(chatId);
        return callbackId;
    }

    /// <summary>
    /// The person presses the button with that label under a message; the first when there are several.
    /// </summary>
    public string? Tap(long chatId, int messageId, string label, long? by = null)
    {
        var rows = Messages(chatId).FirstOrDefault(message => message.Id == messageId)?.Buttons ?? [];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
                if (rows[row][column].Label == label)
                    return Tap(chatId, messageId, row, column, by);
        }

        throw new ArgumentException($"The message has no button \"{label}\"", nameof(label));
    }

    /// <summary>The person blocks the bot, or lets it write again.</summary>
    public void SetBlocked(long chatId, bool blocked)
    {
        lock (_lock)
        {
            var chat = ChatOf(chatId);
            if (chat.IsBlocked == blocked)
                return;
            chat.IsBlocked = blocked;
            var (before, after) = blocked ? ("member", "kicked") : ("kicked", "member");
            _updates.Add(
                "my_chat_member",
                new JsonObject
                {
                    ["chat"] = chat.Json.DeepClone(),
                    ["from"] = UserJson(chat.Person!),
                    ["date"] = time.GetUtcNow().ToUnixTimeSeconds(),
                    ["old_chat_member"] = Member(before),
                    ["new_chat_member"] = Member(after),
                }
            );
        }

        Announce(chatId);

        JsonObject Member(string status) =>
            status == "kicked"
                ? new()
                {
                    ["status"] = status,
                    ["user"] = BotJson(),
                    ["until_date"] = 0,
                }
                : new() { ["status"] = status, ["user"] = BotJson() };
    }

    private void Say(long chatId, long? by, Func<JsonObject, StoredMessage> create)
    {
        lock (_lock)
        {
            var person = ChatOf(by ?? chatId).Person!;
            var chat = _chats[chatId];
            var message = create(UserJson(person));
            chat.IsStarted = true;
            chat.Add(message);
            _updates.Add("message", message.ToJson(chat.Json));
        }

        Announce(chatId);
    }

    private SimulatedChat ChatOf(long chatId) =>
        _chats.TryGetValue(chatId, out var chat) && chat.Person is not null
            ? chat
            : throw new ArgumentException($"Nobody has the chat {chatId}", nameof(chatId));

    private static JsonObject UserJson(SimulatedPerson person)
    {
        var json = new JsonObject
        {
            ["id"] = person.Id,
            ["is_bot"] = false,
            ["first_name"] = person.FirstName,
        };
        if (person.LastName is { } last)
            json["last_name"] = last;
        if (person.Username is { } username)
            json["username"] = username;
        if (person.LanguageCode is { } language)
            json["language_code"] = language;
        return json;
    }
}
