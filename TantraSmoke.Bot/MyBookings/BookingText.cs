using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>A booking in words, the same wherever the bot speaks of one.</summary>
internal static class BookingText
{
    private const int LabelLength = 60;

    /// <summary>All facts, one a line; HTML.</summary>
    public static string Facts(BotTexts texts, VenueCatalog venue, BookingRow booking)
    {
        var lines = new List<string>
        {
            "🗓 " + Html.Bold(texts.When(venue.Clock, booking.ServiceDay, booking.StartsAt, booking.EndsAt)),
            texts.Party(booking.PartySize),
            texts.TableLine(venue.TableNames(booking.TableIds), Seats(venue, booking), ""),
        };
        if (booking.Comment is { } comment)
            lines.Add(texts.CommentLine(Html.Escape(comment)));
        lines.Add(texts.Code(booking.Code));
        return string.Join('\n', lines);
    }

    /// <summary>"Fri 20 Nov, 20:00 · 5 · 2 guests"; plain text for a button.</summary>
    public static string Label(BotTexts texts, VenueCatalog venue, BookingRow booking) => Html.Shorten(
        $"{texts.ShortWhen(venue.Clock, booking.ServiceDay, booking.StartsAt)} · №{venue.TableNames(booking.TableIds)} · {texts.Party(booking.PartySize)}", LabelLength);

    private static int Seats(VenueCatalog venue, BookingRow booking) =>
        venue.Options.FirstOrDefault(o => o.TableIds.SequenceEqual(booking.TableIds))?.Seats
        ?? booking.TableIds.Sum(id => venue.Table(id)?.Seats ?? 0);
}
