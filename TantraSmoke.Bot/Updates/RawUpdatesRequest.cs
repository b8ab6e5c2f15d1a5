using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Updates;

/// <summary>getUpdates with raw JSON, so that an update the package cannot read does not block the others.</summary>
internal sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int Limit { get; init; }

    /// <summary>Seconds.</summary>
    public int Timeout { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }
}
