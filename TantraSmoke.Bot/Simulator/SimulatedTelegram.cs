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
public sealed partial class SimulatedTelegram(TimeProvider time, string token = SimulatedTelegram.DefaultToken)
{
    public const string DefaultToken = "1000000001:simulator";
    public const string BotUsername = "tantrasmoke_bot";

    /// <summary>When there are more, the one whose chat has been quiet longest goes.</summary>
    public const int PeopleLimit = 200;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<long, SimulatedChat> _chats = [];
    private readonly Dictionary<string, (long ChatId, DateTimeOffset At)> _taps = [];
    private readonly Dictionary<string, IReadOnlyList<(string Command, string Description)>> _commands = [];
    private readonly UpdateQueue _updates = new(time);
    private readonly FileStore _files = new();

    // Not from 1: the bot may remember a message of before the restart, and must not edit another one in its place.
    private int _lastMessageId = (int)(time.GetUtcNow().ToUnixTimeSeconds() % 1_000_000_000);
    private string _webhook = "";
    private long _lastPersonId = 5_000_000_000;

    /// <summary>
    /// Raised with the chat's id after something in it changed, outside of any lock, on the thread of the change.
    /// </summary>
    public event Action<long>? ChatChanged;

    /// <summary>Raised with every call before it is answered, on the caller's thread.</summary>
    public event Action<ApiCall>? Calling;

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates => _updates.Count;

    /// <summary>A client that talks to this instance.</summary>
    public ITelegramBotClient CreateClient() =>
        new TelegramBotClient(
            new TelegramBotClientOptions(token, "http://simulator.invalid"),
            new HttpClient(CreateHandler())
        );

    /// <summary>The other end of an HttpClient.</summary>
    public HttpMessageHandler CreateHandler() => new SimulatorHandler(this);

    /// <summary>The bytes of something that the bot sent; null when it is long gone.</summary>
    public SimulatedFile? File(string fileId) => _files.ById(fileId);

    /// <summary>Answers a call of the Bot API; long polls take as long as they ask for.</summary>
    public async Task<ApiReply> CallAsync(string callToken, ApiCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        Calling?.Invoke(call);
        try
        {
            if (callToken != token)
                throw new ApiRefusal(401, "Unauthorized");
            var changed = new HashSet<long>();
            var result = await RunAsync(call, changed, cancellationToken);
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
    public SimulatedFile? Download(string callToken, string path) => callToken == token ? _files.ByPath(path) : null;

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
                // A page that is just being closed must not break the bot's call.
            }
        }
    }

    private JsonObject BotJson() =>
        new()
        {
            ["id"] = long.Parse(token.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture),
            ["is_bot"] = true,
            ["first_name"] = "TantraSmoke",
            ["username"] = BotUsername,
            ["can_join_groups"] = true,
            ["can_read_all_group_messages"] = false,
            ["supports_inline_queries"] = false,
        };
}
