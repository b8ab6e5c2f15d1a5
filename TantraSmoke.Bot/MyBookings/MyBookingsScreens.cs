using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>Upcoming bookings as buttons, past ones beneath each other in the text.</summary>
public sealed class MyBookingsScreen(BookingQueries bookings) : Screen
{
    private const int MostPast = 5;
    private const int MostUpcoming = 30;

    public override string Name => ScreenNames.MyBookings;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        var (upcoming, past) = await bookings.OfGuestAsync(context.Guest, MostPast, cancellationToken);
        var rows = upcoming.Take(MostUpcoming)
            .Select(IReadOnlyList<ScreenButton> (b) => [new ScreenButton(BookingText.Label(texts, venue, b), "open", b.Id.ToString())]).ToList();
        if (rows.Count == 0)
            rows.Add([new ScreenButton(texts.Book, "book")]);
        rows.Add([new ScreenButton(texts.ToMenu, "home")]);

        var pastLines = past.Select(b => $"• {texts.ShortWhen(venue.Clock, b.ServiceDay, b.StartsAt)}, №{venue.TableNames(b.TableIds)}: {texts.Status(b.Status)}");
        return new ScreenView(
            Html.Paragraphs(
                upcoming.Count > 0 ? $"{texts.Upcoming}\n{texts.PickBooking}" : texts.NoBookings,
                past.Count > 0 ? $"{texts.Past}\n{string.Join('\n', pastLines)}" : null),
            rows);
    }

    public override Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken) =>
        Task.FromResult(action switch
        {
            "open" => new Turn(ScreenNames.MyBooking, argument),
            "book" => PartyScreen.Begin(context),
            _ => Turn.Home,
        });
}

/// <summary>One booking with everything about it.</summary>
public sealed class MyBookingScreen(BookingQueries bookings) : Screen
{
    public override string Name => ScreenNames.MyBooking;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await bookings.FindAsync(context.Guest, Guid.Parse(context.Argument!), cancellationToken);
        if (booking is null)
            return new ScreenView(texts.Refusal(new BookingError.NotFound(), context.Venue.Clock), [[new ScreenButton(texts.Back, "back")]]);
        var rows = new List<IReadOnlyList<ScreenButton>>();
        if (booking.IsExpected && booking.EndsAt > context.Now)
            rows.Add([new ScreenButton(texts.CancelBooking, "cancel")]);
        rows.Add([new ScreenButton(texts.Back, "back"), new ScreenButton(texts.ToMenu, "home")]);
        return new ScreenView(Html.Paragraphs(BookingText.Facts(texts, context.Venue, booking), Html.Bold(texts.Status(booking.Status))), rows);
    }

    public override Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken) =>
        Task.FromResult(action switch
        {
            "cancel" => new Turn(ScreenNames.CancelBooking, context.Argument),
            "home" => Turn.Home,
            _ => Turn.Back,
        });
}

/// <summary>One question before a booking is gone.</summary>
public sealed class CancelBookingScreen(BookingQueries queries, BookingService bookings) : Screen
{
    public override string Name => ScreenNames.CancelBooking;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await queries.FindAsync(context.Guest, Guid.Parse(context.Argument!), cancellationToken);
        return booking is null
            ? new ScreenView(texts.Refusal(new BookingError.NotFound(), context.Venue.Clock), [[new ScreenButton(texts.Back, "keep")]])
            : new ScreenView(
                Html.Paragraphs(texts.AskCancel, BookingText.Facts(texts, context.Venue, booking)),
                [[new ScreenButton(texts.YesCancel, "yes"), new ScreenButton(texts.KeepIt, "keep")]]);
    }

    public override async Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken)
    {
        if (action != "yes")
            return Turn.Back;
        var outcome = await bookings.CancelAsync(context.Guest, Guid.Parse(context.Argument!), null, null, cancellationToken);
        return Turn.Back with
        {
            Toast = outcome.Error is { } error ? context.Texts.Refusal(error, context.Venue.Clock) : context.Texts.BookingCanceled,
            IsAlert = outcome.Error is not null,
        };
    }
}
