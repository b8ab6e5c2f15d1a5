using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.BookTable;

/// <summary>A booking in words, the same wherever the bot speaks of one.</summary>
internal static class BookingText
{
    private const int LabelLength = 60;

    /// <summary>All facts, one a line; HTML.</summary>
    public static string Facts(BotTexts texts, VenueCatalog venue, BookingRow booking) =>
        Html.Lines(
            Facts(
                texts,
                venue,
                When(texts, venue, booking.ServiceDay, booking.StartsAt, booking.EndsAt),
                booking.PartySize,
                booking.TableIds,
                "",
                booking.Details.Comment
            ),
            booking.Details.Occasion is { } occasion ? texts.OccasionName(occasion) : null,
            booking is { LateMinutes: { } late, IsExpected: true } ? texts.LateLine(late) : null,
            booking.AnswerBy is { } by ? texts.AwaitsAnswer(texts.ShortWhen(venue.Clock, by)) : null,
            booking.FriendsComing + booking.FriendsDeclined > 0
                ? texts.Heads(booking.FriendsComing + 1, booking.FriendsDeclined)
                : null,
            texts.Code(booking.Code)
        );

    /// <summary>The same for a draft, with the description of the table.</summary>
    public static string Facts(BotTexts texts, VenueCatalog venue, BookingDraft draft) =>
        Facts(
            texts,
            venue,
            When(texts, venue, draft),
            draft.PartySize,
            draft.TableIds,
            Html.Escape(TableScreen.Description(texts, venue, draft.TableIds)),
            draft.Comment
        );

    public static string When(BotTexts texts, VenueCatalog venue, BookingDraft draft) =>
        When(texts, venue, draft.ServiceDay, draft.StartsAt, draft.EndsAt);

    /// <summary>"Fri 20 Nov, 20:00 · Table 5 · 2 guests"; plain text for a button.</summary>
    public static string Label(BotTexts texts, VenueCatalog venue, BookingRow booking) =>
        Html.Shorten(
            (booking.Status == BookingStatus.Requested ? "⏳ " : "")
                + $"{texts.ShortWhen(venue.Clock, booking.ServiceDay, booking.StartsAt)} · "
                + $"{texts.TableLabel(venue.TableNames(booking.TableIds))} · {texts.Party(booking.PartySize)}",
            LabelLength
        );

    /// <summary>The same for a past booking, with its rating or status.</summary>
    public static string PastLabel(BotTexts texts, VenueCatalog venue, BookingRow booking) =>
        Html.Shorten(
            $"🕘 {texts.ShortWhen(venue.Clock, booking.ServiceDay, booking.StartsAt)} · "
                + $"{(booking.Rating is { } rating ? Stars(rating) : texts.Status(booking.Status))}",
            LabelLength
        );

    public static string Stars(int rating) => $"{rating} ⭐";

    private static string When(
        BotTexts texts,
        VenueCatalog venue,
        DateOnly serviceDay,
        DateTimeOffset startsAt,
        DateTimeOffset endsAt
    ) => "🗓 " + Html.Bold(texts.When(venue.Clock, serviceDay, startsAt, endsAt));

    private static string Facts(
        BotTexts texts,
        VenueCatalog venue,
        string when,
        int party,
        IReadOnlyList<int> tableIds,
        string description,
        string? comment
    ) =>
        Html.Lines(
            when,
            texts.Party(party),
            texts.TableLine(venue.TableNames(tableIds), Seats(venue, tableIds), description),
            comment is null ? null : texts.CommentLine(Html.Escape(comment))
        );

    private static int Seats(VenueCatalog venue, IReadOnlyList<int> tableIds) =>
        venue.Options.FirstOrDefault(o => o.TableIds.SequenceEqual(tableIds))?.Seats
        ?? tableIds.Sum(id => venue.Table(id)?.Seats ?? 0);
}
