using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.Talk;

/// <summary>
/// Opens the screen that a sentence asks for, or answers with a fact. Nothing is changed before the guest presses a
/// button.
/// </summary>
public sealed class TopicAnswers(BookingQueries bookings)
{
    private const int Days = 7;

    public async Task<Turn> AnswerAsync(ScreenContext context, Topic topic, CancellationToken cancellationToken)
    {
        var (texts, settings) = (context.Texts, context.Venue.Settings);
        return topic switch
        {
            Topic.Cancel => await OneAsync(context, ScreenNames.CancelBooking, _ => true, cancellationToken),
            Topic.Move => await OneAsync(context, ScreenNames.ChangeBooking, _ => true, cancellationToken),
            Topic.Late => await OneAsync(
                context,
                ScreenNames.Late,
                b => b.IsCertain && context.Now >= b.StartsAt - BookingRules.LateNotice,
                cancellationToken
            ),
            Topic.MyBookings => new Turn(ScreenNames.MyBookings),
            Topic.Address => new Turn(
                ScreenNames.About,
                Notice: settings.AddressIn(texts.Language).Length > 0
                    ? null
                    : texts.AskByPhone(Html.Escape(settings.Phone))
            ),
            Topic.Phone => new Turn(ScreenNames.About),
            Topic.Hours => new Turn(ScreenNames.About, Notice: Hours(context)),
            Topic.Thanks => new Turn(Notice: texts.YouAreWelcome),
            Topic.Hello => new Turn(Notice: texts.HelloAgain),
            Topic.Bye => new Turn(Notice: texts.GoodBye),
            Topic.Yes => new Turn(Notice: texts.Understood),
            _ => Turn.Stay,
        };
    }

    /// <summary>Small talk leaves the screen as it is.</summary>
    public static bool IsSmallTalk(Topic topic) => topic is Topic.Thanks or Topic.Hello or Topic.Bye or Topic.Yes;

    /// <summary>Opens the screen for the guest's only upcoming booking, else the list.</summary>
    private async Task<Turn> OneAsync(
        ScreenContext context,
        string screen,
        Func<BookingRow, bool> fits,
        CancellationToken cancellationToken
    )
    {
        var mine = await bookings.OfGuestAsync(context.Guest, 0, 2, cancellationToken);
        return mine.Upcoming is [{ IsExpected: true } booking]
            ? new Turn(fits(booking) ? screen : ScreenNames.MyBooking, booking.Id.ToString())
            : new Turn(ScreenNames.MyBookings);
    }

    private static string Hours(ScreenContext context)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        var today = venue.Clock.ServiceDayOf(context.Now);
        return Html.Lines([texts.OpeningHours, .. Enumerable.Range(0, Days).Select(today.AddDays).Select(Line)]);

        string Line(DateOnly day)
        {
            var times = venue.Times(day);
            return times.Count == 0
                ? texts.ClosedOn(texts.ShortDay(day))
                : $"{texts.ShortDay(day)}: "
                    + $"{BotTexts.Times(venue.Clock, times.Min(t => t.StartsAt), times.Max(t => t.EndsAt))}";
        }
    }
}
