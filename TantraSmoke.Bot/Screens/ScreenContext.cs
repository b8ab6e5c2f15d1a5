using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;

namespace TantraSmoke.Bot.Screens;

/// <summary>The input of a screen for one update.</summary>
/// <param name="Session">Changed in place; saved by the engine when the step is over.</param>
/// <param name="Guest">The guest as the core knows them.</param>
/// <param name="IsAdmin">Named in ADMIN_IDS_RAW.</param>
public sealed record ScreenContext(
    ChatSession Session,
    Actor.Guest Guest,
    bool IsAdmin,
    BotTexts Texts,
    VenueCatalog Venue,
    DateTimeOffset Now
)
{
    /// <summary>The notice while online booking is paused, as HTML; null when it is not.</summary>
    public string? Paused =>
        BookingRules.IsPaused(Venue.Settings, Now)
            ? "⏸ "
                + Texts.Paused(
                    Texts.Opens(Venue.Clock, Venue.Settings.OnlinePausedUntil!.Value, Now),
                    Html.Escape(Venue.Settings.Phone)
                )
            : null;

    /// <summary>The booking that the step before has written; null if the screen has to read its own.</summary>
    public BookingRow? Booking { get; init; }

    public BookingDraft Draft => Session.Draft;

    /// <summary>The subject of the current screen, for example a booking's id.</summary>
    public string? Argument => Session.Argument;
}
