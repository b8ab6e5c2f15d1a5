using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Updates;

/// <summary>
/// getUpdates with updates still to be read: one of a kind newer than the package must not keep back those behind it.
/// </summary>
internal sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int Limit { get; init; }

    /// <summary>Seconds.</summary>
    public int Timeout { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }
}
