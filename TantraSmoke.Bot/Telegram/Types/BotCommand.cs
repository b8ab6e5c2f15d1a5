using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A command that the chat suggests.</summary>
public class BotCommand
{
    /// <summary>Without the slash; at most 32 of a–z, 0–9 and _.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Command { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Description { get; set; } = default!;
    public bool IsEphemeral { get; set; }

    public BotCommand()
    {
    }

    public BotCommand(string command, string description) => (Command, Description) = (command, description);

    public static implicit operator BotCommand((string Command, string Description) pair) => new(pair.Command, pair.Description);
}

/// <summary>The button beside the input field.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MenuButtonDefault), "default")]
[JsonDerivedType(typeof(MenuButtonCommands), "commands")]
[JsonDerivedType(typeof(MenuButtonWebApp), "web_app")]
public abstract class MenuButton
{
    /// <summary>Written as the discriminator.</summary>
    [JsonIgnore]
    public abstract MenuButtonType Type { get; }
}

/// <summary>Whatever BotFather was told.</summary>
public class MenuButtonDefault : MenuButton
{
    [JsonIgnore]
    public override MenuButtonType Type => MenuButtonType.Default;
}

/// <summary>Opens the list of commands.</summary>
public class MenuButtonCommands : MenuButton
{
    [JsonIgnore]
    public override MenuButtonType Type => MenuButtonType.Commands;
}

/// <summary>Opens a Mini App.</summary>
public class MenuButtonWebApp : MenuButton
{
    [JsonIgnore]
    public override MenuButtonType Type => MenuButtonType.WebApp;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Text { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public WebAppInfo WebApp { get; set; } = default!;
}
