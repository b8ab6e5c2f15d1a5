using System.Globalization;
using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

/// <summary>The state of the simulated Telegram, guarded by <see cref="Lock"/> except the update queue.</summary>
internal sealed class SimulatedState(TimeProvider time, string token)
{
    private static readonly TimeSpan TapLifetime = TimeSpan.FromSeconds(150);

    // Not from 1: the bot may remember messages from before a restart.
    private int _lastMessageId = (int)(time.GetUtcNow().ToUnixTimeSeconds() % 1_000_000_000);

    public Lock Lock { get; } = new();

    public Dictionary<long, SimulatedChat> Chats { get; } = [];

    /// <summary>Taps that the bot has not answered, by the id of their callback query.</summary>
    public Dictionary<string, (long ChatId, DateTimeOffset At)> Taps { get; } = [];

    /// <summary>Command menus by scope and language.</summary>
    public Dictionary<string, IReadOnlyList<(string Command, string Description)>> Commands { get; } = [];

    public UpdateQueue Updates { get; } = new(time);

    public FileStore Files { get; } = new();

    /// <summary>Empty while the bot polls.</summary>
    public string Webhook { get; set; } = "";

    public DateTimeOffset Now => time.GetUtcNow();

    public int NextMessageId() => ++_lastMessageId;

    /// <summary>Taps that waited too long can no longer be answered.</summary>
    public void ForgetOldTaps()
    {
        foreach (var (id, tap) in Taps.ToList())
            if (Now - tap.At > TapLifetime)
                Taps.Remove(id);
    }

    public JsonObject BotJson() =>
        new()
        {
            ["id"] = long.Parse(token.Split(':')[0], CultureInfo.InvariantCulture),
            ["is_bot"] = true,
            ["first_name"] = "TantraSmoke",
            ["username"] = SimulatedTelegram.BotUsername,
            ["can_join_groups"] = true,
            ["can_read_all_group_messages"] = false,
            ["supports_inline_queries"] = false,
        };
}
