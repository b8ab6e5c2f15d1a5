using System.Globalization;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Waitlist;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>Upcoming bookings, waitlist entries and past bookings as buttons, paged in one message.</summary>
public sealed class MyBookingsScreen(BookingQueries bookings, WaitlistQueries waitlist) : Screen
{
    private const int PageSize = 6;
    private const int MostWaiting = 10;

    public override string Name => ScreenNames.MyBookings;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        var wanted = int.TryParse(context.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
        var shown = await bookings.OfGuestAsync(context.Guest, wanted, PageSize, cancellationToken);
        var waiting = shown.Page == 0 ? await waitlist.OfGuestAsync(context.Guest, cancellationToken) : [];
        var rows = new List<IReadOnlyList<ScreenButton>>();
        rows.AddRange(shown.Upcoming.Select(b => Row(BookingText.Label(texts, venue, b), "open", b.Id)));
        rows.AddRange(waiting.Take(MostWaiting).Select(w => Row(WaitingText.Label(texts, venue, w), "waiting", w.Id)));
        rows.AddRange(shown.Past.Select(b => Row(BookingText.PastLabel(texts, venue, b), "open", b.Id)));
        if (shown is { Upcoming: [], Page: 0 })
            rows.Insert(0, [new ScreenButton(texts.Book, "book")]);
        if (Paging(shown.Page, shown.Pages) is { Count: > 0 } paging)
            rows.Add(paging);
        rows.Add([new ScreenButton(texts.ToMenu, "home")]);

        var heading =
            shown.Upcoming.Count > 0 ? texts.Upcoming
            : shown.Page > 0 ? null
            : shown.Past.Count > 0 || waiting.Count > 0 ? texts.NothingComing
            : texts.NoBookings;
        return new ScreenView(
            Html.Paragraphs(
                heading,
                shown.Upcoming.Any(b => b.Status == BookingStatus.Requested) ? texts.RequestMark : null,
                waiting.Count > 0 ? texts.WaitingMark : null,
                shown.Past.Count > 0 ? texts.PastMark : null,
                shown.Upcoming.Count + shown.Past.Count + waiting.Count > 0 ? texts.PickBooking : null,
                shown.Pages > 1 ? texts.Page(shown.Page + 1, shown.Pages) : null
            ),
            rows
        );
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            action switch
            {
                "open" => new Turn(ScreenNames.MyBooking, argument),
                "waiting" => new Turn(ScreenNames.Waiting, argument),
                "page" => new Turn(Name, argument, Mode: TurnMode.Replace),
                "book" => PartyScreen.Begin(context),
                _ => Turn.Home,
            }
        );

    private static IReadOnlyList<ScreenButton> Row(string label, string action, Guid id) =>
        [new ScreenButton(label, action, id.ToString())];

    private static List<ScreenButton> Paging(int page, int pages)
    {
        var paging = new List<ScreenButton>();
        if (page > 0)
            paging.Add(new ScreenButton("◀️", "page", (page - 1).ToString(CultureInfo.InvariantCulture)));
        if (page < pages - 1)
            paging.Add(new ScreenButton("▶️", "page", (page + 1).ToString(CultureInfo.InvariantCulture)));
        return paging;
    }
}

/// <summary>One booking with all facts and actions.</summary>
public sealed class MyBookingScreen(BookingQueries bookings, TimeProvider time) : Screen
{
    public override string Name => ScreenNames.MyBooking;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await OfAsync(bookings, context, cancellationToken);
        if (booking is null)
            return new ScreenView(
                texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock),
                [
                    [new ScreenButton(texts.Back, "back")],
                ]
            );
        var rows = new List<IReadOnlyList<ScreenButton>>();
        if (booking.IsExpected && booking.EndsAt > context.Now)
        {
            if (booking.IsCertain && context.Now >= booking.StartsAt - Core.Availability.BookingRules.LateNotice)
                rows.Add([new ScreenButton(texts.RunningLate, ScreenNames.Late)]);
            rows.Add([
                new ScreenButton(texts.MoveBooking, ScreenNames.ChangeBooking),
                new ScreenButton(texts.CancelBooking, ScreenNames.CancelBooking),
            ]);
            rows.Add([
                new ScreenButton(texts.Wish, ScreenNames.Wish),
                new ScreenButton(texts.Occasion, ScreenNames.Occasion),
            ]);
        }

        if (booking.IsCertain && booking.StartsAt > context.Now)
            rows.Add([new ScreenButton(texts.InviteFriends, ScreenNames.Invite)]);
        var calendar =
            booking.IsOpen || booking.Status == BookingStatus.Canceled
                ? [new ScreenButton(texts.ToCalendar, "calendar")]
                : Array.Empty<ScreenButton>();
        var map =
            booking.IsOpen && context.Venue.Settings is { Latitude: not null, Longitude: not null }
                ? [new ScreenButton(texts.Directions, "map")]
                : Array.Empty<ScreenButton>();
        if (calendar.Length + map.Length > 0)
            rows.Add([.. map, .. calendar]);
        if (booking.Status == BookingStatus.Completed)
            rows.Add([
                new ScreenButton(
                    booking.Rating is { } stars ? $"{texts.RateAgain} {BookingText.Stars(stars)}" : texts.RateVisit,
                    ScreenNames.Rate
                ),
            ]);
        rows.Add([new ScreenButton(texts.Back, "back"), new ScreenButton(texts.ToMenu, "home")]);
        return new ScreenView(
            Html.Paragraphs(
                BookingText.Facts(texts, context.Venue, booking),
                booking.AnswerBy is null ? Html.Bold(texts.Status(booking.Status)) : null
            ),
            rows
        );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        switch (action)
        {
            case "home":
                return Turn.Home;
            case "back":
                return context.Session.Back.Count > 0
                    ? Turn.Back
                    : new Turn(ScreenNames.MyBookings, Mode: TurnMode.Reset);
            case "map" when context.Venue.Settings is { Latitude: { } latitude, Longitude: { } longitude } settings:
                return Turn.Stay with
                {
                    Mode = TurnMode.Replace,
                    Attachment = Attachment.Place.Of(settings, latitude, longitude, context.Texts.Language),
                };
            case "calendar":
                var booking = await OfAsync(bookings, context, cancellationToken);
                return booking is null
                    ? Turn.Stay
                    : new Turn { Attachment = Calendar(context, booking, time.GetUtcNow()) };
            default:
                return new Turn(action, context.Argument);
        }
    }

    /// <summary>The booking as it stands, for the guest's calendar.</summary>
    internal static Attachment Calendar(ScreenContext context, BookingRow booking, DateTimeOffset now) =>
        new Attachment.File(
            $"{booking.Code}.ics",
            CalendarFile.Of(booking, Words(context, booking), now),
            context.Texts.CalendarHint
        );

    internal static Task<BookingRow?> OfAsync(
        BookingQueries bookings,
        ScreenContext context,
        CancellationToken cancellationToken
    ) => bookings.FindAsync(context.Guest, Guid.Parse(context.Argument!), cancellationToken);

    private static CalendarWords Words(ScreenContext context, BookingRow booking)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        return new CalendarWords(
            texts.CalendarTitle(venue.Settings.VenueName, booking.PartySize),
            texts.CalendarText(venue.TableNames(booking.TableIds), booking.Code),
            venue.Settings.VenueName,
            venue.Settings.AddressIn(texts.Language)
        )
        {
            Point = venue.Settings is { Latitude: { } latitude, Longitude: { } longitude }
                ? (latitude, longitude)
                : null,
        };
    }
}

/// <summary>Asks before canceling a booking.</summary>
public sealed class CancelBookingScreen(BookingQueries queries, BookingLifecycle bookings) : Screen
{
    public override string Name => ScreenNames.CancelBooking;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        return booking is null
            ? new ScreenView(
                texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock),
                [
                    [new ScreenButton(texts.Back, "keep")],
                ]
            )
            : new ScreenView(
                Html.Paragraphs(texts.AskCancel, BookingText.Facts(texts, context.Venue, booking)),
                [
                    [
                        new ScreenButton(texts.YesCancel, "yes") { Look = ButtonLook.Danger },
                        new ScreenButton(texts.KeepIt, "keep"),
                    ],
                ]
            );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        // Opened from a reminder there is no way back.
        var booking =
            context.Session.Back.Count > 0
                ? Turn.Back
                : new Turn(ScreenNames.MyBooking, context.Argument, Mode: TurnMode.Reset);
        if (action != "yes")
            return booking;
        var outcome = await bookings.CancelAsync(
            context.Guest,
            Guid.Parse(context.Argument!),
            null,
            null,
            cancellationToken
        );
        return booking with
        {
            Toast = outcome.Error is { } error
                ? context.Texts.Refusal(error, context.Venue.Clock)
                : context.Texts.BookingCanceled,
            IsAlert = outcome.Error is not null,
        };
    }
}
