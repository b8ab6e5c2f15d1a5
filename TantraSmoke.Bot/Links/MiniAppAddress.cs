using System.Globalization;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Bot.Links;

/// <summary>
/// Where the hall map opens inside Telegram: beneath PUBLIC_URL, which must be https, with a bot of one's own. Else
/// nothing of it is offered.
/// </summary>
public sealed class MiniAppAddress(InstallationSettings installation)
{
    public const string Path = "/app";

    private readonly string? _root =
        installation is { BotToken: not null, PublicUrl: { } url } && url.Scheme == Uri.UriSchemeHttps
            ? url.ToString().TrimEnd('/') + Path
            : null;

    public bool IsOffered => _root is not null;

    /// <summary>
    /// The button that opens the map where the draft stands, in a row of its own; no row where there is no map.
    /// </summary>
    public IEnumerable<IReadOnlyList<ScreenButton>> Row(string label, BookingDraft? draft = null)
    {
        if (_root is null)
            return [];
        var at = draft is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"?party={draft.PartySize}&day={draft.ServiceDay:yyyy-MM-dd}&slot={draft.SlotId}"
            );
        return
        [
            [new ScreenButton(label, "app") { OpensApp = _root + at }],
        ];
    }
}
