using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Talk;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Opens the dialog from a typed wish such as "завтра в 20:00 на четверых" at the first step that is still open.
/// Nothing is booked before the guest confirms.
/// </summary>
public sealed class PlainTalk(DraftPlaces places)
{
    /// <summary>Reads a wish for a table; null for any other text.</summary>
    /// <param name="isStep">Whether it answers a step of a dialog.</param>
    public static PlainWish? Read(ScreenContext context, string text, bool isStep)
    {
        // The bot has asked for the party size: a number alone is the answer.
        if (
            context.Session.Screen == ScreenNames.Party
            && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var party)
            && party is > 0 and < 100
        )
            return new PlainWish(party, null, []);
        // Within a dialog "no, sunday" corrects an earlier answer.
        return PlainWish.Read(
            isStep ? SaidReader.WithoutSecondThoughts(text) : text,
            context.Texts == BotTexts.Russian,
            context.Venue,
            context.Now
        );
    }

    /// <summary>
    /// Reads a correction typed at the confirmation ("нет, лучше в субботу"); null for any other text.
    /// </summary>
    public static PlainWish? Correction(ScreenContext context, string text)
    {
        var said = SaidReader.WithoutSecondThoughts(text, isChange: true);
        var wish = PlainWish.Read(said, context.Texts == BotTexts.Russian, context.Venue, context.Now);
        return
            wish is not null
            && (!wish.HasMore || SaidReader.BeginsAnew(text))
            && (wish.Party is not null || wish.Day is not null || wish.IsDayUnclear || wish.Times.Count > 0)
            ? wish
            : null;
    }

    /// <summary>Whether the text is a question, which the steps of the dialog do not answer.</summary>
    public static bool IsQuestion(string text) => SaidReader.IsQuestion(text);

    /// <summary>Opens the next step. Values settled in earlier steps stay unless the wish names new ones.</summary>
    public async Task<Turn> OpenAsync(ScreenContext context, PlainWish wish, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var settled = Settled(context);
        var largest = LargePartyScreen.Largest(context);
        var isTooLarge = wish.Party > largest;
        session.Draft = new BookingDraft
        {
            PartySize = isTooLarge ? 0 : wish.Party ?? settled.PartySize,
            // An unclear day is asked for; it also replaces the day chosen before.
            WishedDay = wish.IsDayUnclear ? null : wish.Day ?? settled.WishedDay,
            WishedTimes = wish.Times.Count > 0 ? wish.Times : settled.WishedTimes,
            Comment = wish.More is { Length: <= Booking.CommentLimit } more ? more : settled.Comment,
        };
        session.Go(ScreenNames.Home, null, TurnMode.Reset);
        var refused = isTooLarge ? LargePartyScreen.TooLarge(context, largest).Toast : null;
        var turn = await places.NextAsync(context, cancellationToken);
        return turn with { Notice = Html.Paragraphs(Html.Escape(refused), Unclear(context, wish, turn), turn.Notice) };
    }

    /// <summary>What has to be asked although it was said; null where later steps have settled it.</summary>
    private static string? Unclear(ScreenContext context, PlainWish wish, Turn turn)
    {
        var (texts, draft) = (context.Texts, context.Draft);
        if (turn.To == ScreenNames.Confirm)
            return null;
        if (wish.IsDayUnclear && turn.To is ScreenNames.Party or ScreenNames.Day && (wish.IsPast || wish.IsTooFar))
            return wish.IsPast
                ? texts.DayIsOver
                : Html.Escape(
                    texts.Refusal(
                        new AvailabilityRefusal.TooEarly(context.Venue.Settings.HorizonDays),
                        context.Venue.Clock
                    )
                );
        List<string> unclear = [];
        if (wish.IsPartyUnclear && draft.PartySize == 0)
            unclear.Add(texts.UnclearParty);
        if (wish.IsDayUnclear && turn.To is ScreenNames.Party or ScreenNames.Day)
            unclear.Add(texts.UnclearDay);
        if (wish.IsTimeUnclear)
            unclear.Add(texts.UnclearTime);
        return unclear.Count > 0 ? texts.PleaseChoose(unclear) : null;
    }

    private static BookingDraft Settled(ScreenContext context) =>
        context.Session.Screen switch
        {
            ScreenNames.Party or ScreenNames.LargeParty => context.Draft with { PartySize = 0 },
            ScreenNames.Confirm => context.Draft with
            {
                WishedDay = context.Draft.ServiceDay,
                WishedTimes = [TimeOnly.FromDateTime(context.Venue.Clock.ToLocal(context.Draft.StartsAt))],
            },
            ScreenNames.Day => context.Draft,
            ScreenNames.Time => context.Draft with { WishedDay = context.Draft.ServiceDay },
            _ => new BookingDraft(),
        };
}
