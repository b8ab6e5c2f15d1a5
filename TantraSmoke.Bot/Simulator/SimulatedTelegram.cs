using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;

namespace TantraSmoke.Bot.Simulator;

/// <summary>
/// Telegram in memory: the Bot API on one side, in its real wire format, and people with phones on the other. The bot
/// talks to it through the same client as to the real one. One instance serves all browser pages; every member is
/// thread-safe.
/// </summary>
public sealed class SimulatedTelegram
{
    public const string DefaultToken = "1000000001:simulator";
    public const string BotUsername = "tantrasmoke_bot";

    /// <summary>When there are more, the one whose chat has been quiet longest goes.</summary>
    public const int PeopleLimit = 200;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _token;
    private readonly SimulatedState _state;
    private readonly BotMethods _methods;
    private long _lastPersonId = 5_000_000_000;

    public SimulatedTelegram(TimeProvider time, string token = DefaultToken)
    {
        _token = token;
        _state = new SimulatedState(time, token);
        _methods = new BotMethods(_state);
    }

    /// <summary>
    /// Raised with the chat's id after something in it changed, outside of any lock, on the thread of the change.
    /// </summary>
    public event Action<long>? ChatChanged;

    /// <summary>Raised with every call before it is answered, on the caller's thread.</summary>
    public event Action<ApiCall>? Calling;

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates => _state.Updates.Count;

    /// <summary>A client that talks to this instance.</summary>
    public ITelegramBotClient CreateClient() =>
        new TelegramBotClient(
            new TelegramBotClientOptions(_token, "http://simulator.invalid"),
            new HttpClient(CreateHandler())
        );

    /// <summary>The other end of an HttpClient.</summary>
    public HttpMessageHandler CreateHandler() => new SimulatorHandler(this);

    /// <summary>The bytes of something that the bot sent; null when it is long gone.</summary>
    public SimulatedFile? File(string fileId) => _state.Files.ById(fileId);

    /// <summary>Answers a call of the Bot API; long polls take as long as they ask for.</summary>
    public async Task<ApiReply> CallAsync(string callToken, ApiCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        Calling?.Invoke(call);
        try
        {
            if (callToken != _token)
                throw new ApiRefusal(401, "Unauthorized");
            var changed = new HashSet<long>();
            var result = await _methods.RunAsync(call, changed, cancellationToken);
            foreach (var chatId in changed)
                Announce(chatId);
            return new ApiReply(200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString(Json));
        }
        catch (ApiRefusal refusal)
        {
            var body = new JsonObject
            {
                ["ok"] = false,
                ["error_code"] = refusal.Code,
                ["description"] = refusal.Message,
            };
            return new ApiReply(refusal.Code, body.ToJsonString(Json));
        }
    }

    /// <summary>A file for download by its path; null when the token or the path is wrong.</summary>
    public SimulatedFile? Download(string callToken, string path) =>
        callToken == _token ? _state.Files.ByPath(path) : null;

    private void Announce(long chatId)
    {
        foreach (var handler in ChatChanged?.GetInvocationList().Cast<Action<long>>() ?? [])
        {
            try
            {
                handler(chatId);
            }
            catch (Exception failure) when (failure is ObjectDisposedException or InvalidOperationException)
            {
                // A closing page must not break the call.
            }
        }
    }

    /// <summary>Everybody with a phone, in the order in which they came.</summary>
    public IReadOnlyList<SimulatedPerson> People
    {
        get
        {
            lock (_state.Lock)
                return [.. _state.Chats.Values.Select(chat => chat.Person).OfType<SimulatedPerson>()];
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
        lock (_state.Lock)
        {
            if (id is { } known && _state.Chats.TryGetValue(known, out var there))
                return there.Person!;
            while (id is null && _state.Chats.ContainsKey(++_lastPersonId)) { }
            var person = new SimulatedPerson(id ?? _lastPersonId, firstName, lastName, username, languageCode);
            var json = UserJson(person);
            json.Remove("is_bot");
            json.Remove("language_code");
            json["type"] = "private";
            _state.Chats[person.Id] = new SimulatedChat(json, person) { LastActive = _state.Now };
            if (_state.Chats.Values.Count(chat => chat.Person is not null) > PeopleLimit)
            {
                var quiet = _state
                    .Chats.Values.Where(chat => chat.Person is not null && chat.Id != person.Id)
                    .MinBy(chat => chat.LastActive)!;
                _state.Chats.Remove(quiet.Id);
            }

            return person;
        }
    }

    /// <summary>Makes a group that the bot is in (a staff chat, for example); its id is negative.</summary>
    public void AddGroup(long id, string title)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, 0);
        lock (_state.Lock)
            _state.Chats.TryAdd(
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
        lock (_state.Lock)
            return [.. (_state.Chats.GetValueOrDefault(chatId)?.Messages ?? []).Select(message => message.ToShow())];
    }

    /// <summary>The bot's newest message; null when there is none.</summary>
    public SimulatedMessage? LastFromBot(long chatId)
    {
        lock (_state.Lock)
            return _state.Chats.GetValueOrDefault(chatId)?.Messages.LastOrDefault(message => message.FromBot)?.ToShow();
    }

    /// <summary>Buttons in the place of the keyboard; none when the bot has not sent any.</summary>
    public IReadOnlyList<IReadOnlyList<SimulatedButton>> ReplyKeyboard(long chatId)
    {
        lock (_state.Lock)
            return _state.Chats.GetValueOrDefault(chatId)?.ReplyKeyboard.Rows ?? [];
    }

    /// <summary>What the bot answered to the last tap; null when it never said anything.</summary>
    public SimulatedToast? LastToast(long chatId)
    {
        lock (_state.Lock)
            return _state.Chats.GetValueOrDefault(chatId)?.Toast;
    }

    /// <summary>A tap waits for the bot's answer (the button shows a spinner).</summary>
    public bool IsWaiting(long chatId)
    {
        lock (_state.Lock)
            return _state.Taps.Values.Any(tap => tap.ChatId == chatId);
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
        lock (_state.Lock)
            return scopes
                    .SelectMany(scope => new[] { $"{scope}/{languageCode}", $"{scope}/" })
                    .Select(key => _state.Commands.GetValueOrDefault(key))
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
                Id = _state.NextMessageId(),
                From = from,
                FromBot = false,
                SentAt = _state.Now,
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
                Id = _state.NextMessageId(),
                From = from,
                FromBot = false,
                SentAt = _state.Now,
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
        lock (_state.Lock)
        {
            var person = ChatOf(by ?? chatId).Person!;
            var chat = _state.Chats[chatId];
            var message =
                chat.Find(messageId) ?? throw new ArgumentException("There is no such message", nameof(messageId));
            var button =
                message.Buttons.Rows.ElementAtOrDefault(row)?.ElementAtOrDefault(column)
                ?? throw new ArgumentException($"The message has no button {row}, {column}", nameof(row));
            if (button.Kind != SimulatedButtonKind.Callback)
                return null;

            _state.ForgetOldTaps();
            callbackId = Guid.NewGuid().ToString("N");
            _state.Taps[callbackId] = (chatId, _state.Now);
            chat.LastActive = _state.Now;
            _state.Updates.Add(
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
        lock (_state.Lock)
        {
            var chat = ChatOf(chatId);
            if (chat.IsBlocked == blocked)
                return;
            chat.IsBlocked = blocked;
            var (before, after) = blocked ? ("member", "kicked") : ("kicked", "member");
            _state.Updates.Add(
                "my_chat_member",
                new JsonObject
                {
                    ["chat"] = chat.Json.DeepClone(),
                    ["from"] = UserJson(chat.Person!),
                    ["date"] = _state.Now.ToUnixTimeSeconds(),
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
                    ["user"] = _state.BotJson(),
                    ["until_date"] = 0,
                }
                : new() { ["status"] = status, ["user"] = _state.BotJson() };
    }

    private void Say(long chatId, long? by, Func<JsonObject, StoredMessage> create)
    {
        lock (_state.Lock)
        {
            var person = ChatOf(by ?? chatId).Person!;
            var chat = _state.Chats[chatId];
            var message = create(UserJson(person));
            chat.IsStarted = true;
            chat.Add(message);
            _state.Updates.Add("message", message.ToJson(chat.Json));
        }

        Announce(chatId);
    }

    private SimulatedChat ChatOf(long chatId) =>
        _state.Chats.TryGetValue(chatId, out var chat) && chat.Person is not null
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
