using System.Globalization;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>What to change: day, time, party or table. The booking stays as it is until the last tap.</summary>
public sealed class ChangeBookingScreen(BookingQueries bookings) : Screen
{
    public override string Name => ScreenNames.ChangeBooking;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        if (await MyBookingScreen.OfAsync(bookings, context, cancellationToken) is not { IsExpected: true } booking)
            return new ScreenView(texts.Refusal(new CommonRefusal.NotFound(), venue.Clock), []);
        return new ScreenView(
            Html.Paragraphs(BookingText.Facts(texts, venue, booking), texts.AskChange),
            [
                [
                    new ScreenButton(texts.ChangeDay, ScreenNames.Day),
                    new ScreenButton(texts.ChangeTime, ScreenNames.Time),
                ],
                [
                    new ScreenButton(texts.ChangeParty, ScreenNames.Party),
                    new ScreenButton(texts.ChangeTable, ScreenNames.Table),
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
        var booking = await MyBookingScreen.OfAsync(bookings, context, cancellationToken);
        return Begin(context, booking) ?? new Turn(action);
    }

    /// <summary>Makes a draft from the booking; returns the refusal if it may not change.</summary>
    internal static Turn? Begin(ScreenContext context, BookingRow? booking)
    {
        if (booking is not { IsExpected: true })
            return Turn.Say(context.Texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock));
        if (BookingRules.RefuseCancel(context.Venue.Settings, booking.StartsAt, context.Now) is { } tooLate)
            return Turn.Say(context.Texts.Refusal(tooLate, context.Venue.Clock));
        var times = context.Venue.Times(booking.ServiceDay);
        context.Session.Draft = new BookingDraft
        {
            Moving = booking.Id,
            PartySize = booking.PartySize,
            ServiceDay = booking.ServiceDay,
            SlotId = booking.SlotId ?? 0,
            Slots = booking.SlotId is { } slot
                ? Math.Min(BookingRules.MostSlotsOnline, SlotTime.CountUntil(times, slot, booking.EndsAt))
                : 1,
            TableIds = booking.TableIds,
            StartsAt = booking.StartsAt,
            EndsAt = booking.EndsAt,
        };
        return null;
    }
}

/// <summary>
/// How late the party will be. The floor sees it at once; the guest is told how long the table is kept.
/// </summary>
public sealed class LateScreen(BookingQueries queries, OwnBookings bookings) : Screen
{
    public override string Name => ScreenNames.Late;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        var choices = BookingRules.LateChoices.Select(minutes => new ScreenButton(
            texts.LateBy(minutes),
            "late",
            minutes.ToString(CultureInfo.InvariantCulture)
        ));
        return booking is null
            ? new ScreenView(texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock), [])
            : new ScreenView(
                Html.Paragraphs(BookingText.Facts(texts, context.Venue, booking), texts.AskLate),
                [
                    [.. choices],
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
        var minutes = int.Parse(argument!, CultureInfo.InvariantCulture);
        var outcome = await bookings.RunLateAsync(
            context.Guest,
            Guid.Parse(context.Argument!),
            minutes,
            cancellationToken
        );
        return outcome.Value is { } booking
            ? Turn.Back with
            {
                Notice = context.Texts.LateKnown(minutes, BotTexts.Time(context.Venue.Clock, booking.EndsAt)),
            }
            : Turn.Say(context.Texts.Refusal(outcome.Error!, context.Venue.Clock));
    }
}

/// <summary>A wish for the table, typed as a message.</summary>
public sealed class WishScreen(BookingQueries queries, OwnBookings bookings) : Screen
{
    public override string Name => ScreenNames.Wish;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        return new ScreenView(
            Html.Paragraphs(
                texts.AskWish,
                booking?.Details.Comment is { } said ? texts.CommentLine(Html.Escape(said)) : null
            ),
            booking?.Details.Comment is null
                ? []
                :
                [
                    [new ScreenButton(texts.NoWish, "none")],
                ]
        );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) => await SayAsync(context, null, cancellationToken);

    public override async Task<Turn?> TypeAsync(
        ScreenContext context,
        string text,
        CancellationToken cancellationToken
    ) => await SayAsync(context, text, cancellationToken);

    private async Task<Turn> SayAsync(ScreenContext context, string? wish, CancellationToken cancellationToken)
    {
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        var outcome = await bookings.DescribeAsync(
            context.Guest,
            Guid.Parse(context.Argument!),
            wish,
            booking?.Details.Occasion,
            cancellationToken
        );
        return outcome.Error is { } error
            ? Turn.Say(context.Texts.Refusal(error, context.Venue.Clock))
            : Turn.Back with
            {
                Toast = context.Texts.Noted,
            };
    }
}

/// <summary>What the party celebrates.</summary>
public sealed class OccasionScreen(BookingQueries queries, OwnBookings bookings) : Screen
{
    public override string Name => ScreenNames.Occasion;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        var buttons = Enum.GetValues<Occasion>()
            .Select(o => new ScreenButton(
                (o == booking?.Details.Occasion ? "• " : "") + texts.OccasionName(o),
                "is",
                o.ToString()
            ));
        return new ScreenView(texts.AskOccasion, [.. buttons.Chunk(2), [new ScreenButton(texts.NoOccasion, "none")]]);
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        Occasion? occasion = action == "is" && Enum.TryParse<Occasion>(argument, out var chosen) ? chosen : null;
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        var outcome = await bookings.DescribeAsync(
            context.Guest,
            Guid.Parse(context.Argument!),
            booking?.Details.Comment,
            occasion,
            cancellationToken
        );
        return outcome.Error is { } error
            ? Turn.Say(context.Texts.Refusal(error, context.Venue.Clock))
            : Turn.Back with
            {
                Toast = context.Texts.Noted,
            };
    }
}

/// <summary>How the visit was: stars by button, words by message.</summary>
public sealed class RateScreen(BookingQueries queries, OwnBookings bookings) : Screen
{
    public override string Name => ScreenNames.Rate;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        if (
            await MyBookingScreen.OfAsync(queries, context, cancellationToken)
            is not { Status: BookingStatus.Completed } booking
        )
            return new ScreenView(texts.Refusal(new CommonRefusal.NotFound(), venue.Clock), []);
        IReadOnlyList<ScreenButton> stars =
        [
            .. Enumerable
                .Range(1, Booking.HighestRating)
                .Select(n => new ScreenButton(BookingText.Stars(n), "stars", n.ToString(CultureInfo.InvariantCulture))),
        ];
        var asked = booking.Rating is { } rating
            ? Html.Paragraphs(
                texts.RatedThanks(rating),
                booking.RatingComment is { } said ? texts.CommentLine(Html.Escape(said)) : null,
                texts.AskWords
            )
            : texts.HowWasIt(
                Html.Escape(venue.Settings.VenueName),
                texts.ShortWhen(venue.Clock, booking.ServiceDay, booking.StartsAt)
            );
        return new ScreenView(asked, [stars]);
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        return await SayAsync(
            context,
            int.Parse(argument!, CultureInfo.InvariantCulture),
            booking?.RatingComment,
            cancellationToken
        );
    }

    public override async Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken)
    {
        var booking = await MyBookingScreen.OfAsync(queries, context, cancellationToken);
        return booking?.Rating is { } rating
            ? await SayAsync(context, rating, text, cancellationToken)
            : new Turn(Notice: context.Texts.StarsFirst);
    }

    private async Task<Turn> SayAsync(
        ScreenContext context,
        int rating,
        string? words,
        CancellationToken cancellationToken
    )
    {
        var outcome = await bookings.RateAsync(
            context.Guest,
            Guid.Parse(context.Argument!),
            rating,
            words,
            cancellationToken
        );
        return outcome.Error is { } error
            ? Turn.Say(context.Texts.Refusal(error, context.Venue.Clock))
            : new Turn(Toast: context.Texts.ThankYou);
    }
}
