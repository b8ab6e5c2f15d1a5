using System.Globalization;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Bot.Links;

/// <summary>
/// The address of the Mini App below PUBLIC_URL. Only offered with https and a bot of the venue's own.
/// </summary>
public sealed class MiniAppAddress(InstallationSettings installation)
{
    public const string Path = "/app";

    private readonly string? _root =
        installation is { BotToken: not null, PublicUrl: { } url } && url.Scheme == Uri.UriSchemeHttps
            ? url.ToString().TrimEnd('/') + Path
            : null;

    public bool IsOffered => _root is not null;

    /// <summary>A row with the button that opens the map at the draft's time; no row without a Mini App.</summary>
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
