using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Staff;

/// <summary>The summary of a day for staff chats.</summary>
internal static class ShiftText
{
    private const int Listed = 12;
    private const int NameLength = 40;

    /// <summary>Expected bookings by time.</summary>
    public static string Opening(BotTexts texts, VenueCatalog venue, DateOnly day, IReadOnlyList<BookingRow> bookings)
    {
        var expected = bookings.Where(b => b.IsOpen).ToList();
        var lines = expected
            .Take(Listed)
            .Select(b =>
                $"• {BotTexts.Time(venue.Clock, b.StartsAt)} · {texts.TableLabel(venue.TableNames(b.TableIds))} · "
                + $"{texts.Party(b.PartySize)} · "
                + $"{Html.Name(Html.Shorten(b.GuestName ?? texts.Source(b.Source), NameLength))}"
            );
        var more = expected.Count > Listed ? texts.AndMore(expected.Count - Listed) : null;
        return Html.Paragraphs(
            texts.OpeningTitle(texts.ShortDay(day)),
            expected.Count == 0 ? texts.NobodyTonight : texts.Expected(expected.Count, expected.Sum(b => b.PartySize)),
            Html.Lines([.. lines, more])
        );
    }

    /// <summary>Who came and who did not.</summary>
    public static string Closing(BotTexts texts, DateOnly day, IReadOnlyList<BookingRow> bookings)
    {
        var came = bookings.Where(b => b.Status is BookingStatus.Seated or BookingStatus.Completed).ToList();
        var walkIns = came.Count(b => b.Source == BookingSource.WalkIn);
        return Html.Paragraphs(
            texts.ClosingTitle(texts.ShortDay(day)),
            Html.Lines(
                texts.Came(came.Count, came.Sum(b => b.PartySize), walkIns),
                texts.DidNotCome(bookings.Count(b => b.Status == BookingStatus.NoShow)),
                texts.WereCanceled(bookings.Count(b => b.Status == BookingStatus.Canceled))
            )
        );
    }
}
