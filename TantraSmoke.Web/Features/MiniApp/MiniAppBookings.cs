using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>A table chosen on the hall map.</summary>
/// <param name="Key">Idempotency key, created by the page per chosen table.</param>
public sealed record MiniAppRequest(int Party, DateOnly Day, int Slot, IReadOnlyList<int>? Tables, Guid Key);

/// <summary>The page's next step: details of the hold or booking, or the refusal.</summary>
public sealed record MiniAppAnswer(
    string? Error = null,
    string? Title = null,
    IReadOnlyList<string>? Lines = null,
    string? Hint = null
);

/// <summary>
/// Holds and books tables from the hall map through the same use cases as the chat, which then shows the booking.
/// </summary>
public sealed class MiniAppBookings(
    BookingDesk bookings,
    BookingQueries queries,
    AvailabilityQueries availability,
    GuestService guests,
    VenueCatalogCache catalogs,
    BackgroundDialogs chat,
    ILogger<MiniAppBookings> logger
)
{
    public async Task<MiniAppAnswer> HoldAsync(
        MiniAppGuest guest,
        MiniAppRequest request,
        CancellationToken cancellationToken
    )
    {
        var venue = await catalogs.GetAsync(cancellationToken);
        var outcome = await bookings.Book.HoldAsync(guest.Actor, Of(request), cancellationToken);
        if (outcome.Value is not { } hold)
            return await RefusedAsync(guest, venue, request, outcome.Error!, cancellationToken);
        var texts = guest.Texts;
        return new MiniAppAnswer(
            Title: Plain(texts.Check),
            Lines: Lines(texts, venue, request.Day, hold.StartsAt, hold.EndsAt, request.Party, hold.Table.TableIds),
            Hint: (BookingRules.NeedsApproval(venue.Settings, request.Party) ? texts.WillBeAsked + "\n" : "")
                + texts.HeldUntil(BotTexts.Time(venue.Clock, hold.ExpiresAt))
        );
    }

    public async Task<MiniAppAnswer> BookAsync(
        MiniAppGuest guest,
        MiniAppRequest request,
        CancellationToken cancellationToken
    )
    {
        var venue = await catalogs.GetAsync(cancellationToken);
        var outcome = await bookings.Book.CreateAsync(guest.Actor, Of(request), cancellationToken);
        if (outcome.Value is not { } made)
            return await RefusedAsync(guest, venue, request, outcome.Error!, cancellationToken);
        await TellChatAsync(guest, made.Id, cancellationToken);
        var (texts, booking) = (guest.Texts, (await queries.FindAsync(guest.Actor, made.Id, cancellationToken))!);
        return new MiniAppAnswer(
            Title: Plain(booking.IsCertain ? texts.Booked : texts.RequestReceived),
            Lines:
            [
                .. Lines(
                    texts,
                    venue,
                    booking.ServiceDay,
                    booking.StartsAt,
                    booking.EndsAt,
                    booking.PartySize,
                    booking.TableIds
                ),
                Plain(texts.Code(booking.Code)),
            ],
            Hint: texts.AppDoneHint
        );
    }

    public Task ReleaseAsync(MiniAppGuest guest, CancellationToken cancellationToken) =>
        bookings.Book.ReleaseHoldAsync(guest.Actor, cancellationToken);

    private static BookingRequest Of(MiniAppRequest request) =>
        new(request.Day, request.Slot, new(request.Party), request.Key) { TableIds = request.Tables };

    /// <summary>If the table is taken, offers other tables at that time before other times.</summary>
    private async Task<MiniAppAnswer> RefusedAsync(
        MiniAppGuest guest,
        VenueCatalog venue,
        MiniAppRequest request,
        Refusal error,
        CancellationToken cancellationToken
    )
    {
        if (
            error is AvailabilityRefusal.TableTaken
            && request.Tables is { Count: > 0 } wanted
            && await availability.TablesAsync(guest.Actor, request.Day, request.Slot, request.Party, cancellationToken)
                is { Offer.Options: { Count: > 0 } free }
        )
        {
            var others = string.Join(
                ", ",
                free.Take(8).Select(o => guest.Texts.TableNumber(venue.TableNames(o.TableIds)))
            );
            return new MiniAppAnswer(guest.Texts.AppTooLate(venue.TableNames(wanted), others));
        }

        return new MiniAppAnswer(guest.Texts.Refusal(error, venue.Clock));
    }

    private async Task TellChatAsync(MiniAppGuest guest, Guid booking, CancellationToken cancellationToken)
    {
        try
        {
            await chat.ShowBookedAsync(
                guest.Person,
                await guests.RegisterAsync(guest.Person, cancellationToken),
                booking,
                cancellationToken
            );
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The booking is made; "My bookings" shows it too.
            logger.LogWarning("A booking made on the hall map could not be shown in the chat: {Reason}", fault.Message);
        }
    }

    private static IReadOnlyList<string> Lines(
        BotTexts texts,
        VenueCatalog venue,
        DateOnly day,
        DateTimeOffset from,
        DateTimeOffset until,
        int party,
        IReadOnlyList<int> tables
    ) =>
        [
            "🗓 " + texts.When(venue.Clock, day, from, until),
            texts.Party(party),
            texts.TableLine(venue.TableNames(tables), venue.Seats(tables), ""),
        ];

    /// <summary>Removes the tags from the chat's texts.</summary>
    private static string Plain(string html) =>
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", ""));
}
