using System.Globalization;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>What the guest asks for; missing values are chosen for them.</summary>
public sealed record MiniAppWish(int Party = 0, DateOnly? Day = null, int? Slot = null, int? Hall = null);

/// <summary>An option; one with <paramref name="IsFree"/> false is shown with the reason in its label.</summary>
public sealed record MiniAppChoice(string Value, string Label, bool IsFree);

/// <summary>An available table or combination.</summary>
/// <param name="Ids">For example "5,6".</param>
/// <param name="Photo">Id of a table with a photo.</param>
public sealed record MiniAppTable(string Ids, string Label, string Seats, string About, string? Zone, int? Photo);

/// <summary>Everything the page shows.</summary>
public sealed record MiniAppView(
    int Party,
    int Largest,
    string? Day,
    IReadOnlyList<MiniAppChoice> Days,
    string? Slot,
    IReadOnlyList<MiniAppChoice> Times,
    string When,
    string? Note,
    string? Hall,
    IReadOnlyList<MiniAppChoice> Halls,
    string? Svg,
    IReadOnlyList<MiniAppTable> Tables
);

/// <summary>Builds the hall map's content from the same availability as the chat.</summary>
public sealed class MiniAppViews(AvailabilityQueries availability, VenueCatalogCache catalogs, TimeProvider time)
{
    private const int UsualParty = 2;

    public async Task<MiniAppView> ReadAsync(MiniAppGuest guest, MiniAppWish wish, CancellationToken cancellationToken)
    {
        var (venue, texts, now) = (await catalogs.GetAsync(cancellationToken), guest.Texts, time.GetUtcNow());
        var largest = Math.Max(1, BookingRules.LargestParty(venue.Settings, venue.Options, forStaff: false));
        var party = wish.Party is > 0 ? Math.Min(wish.Party, largest) : Math.Min(UsualParty, largest);
        var empty = new MiniAppView(party, largest, null, [], null, [], "", null, null, [], null, []);
        var paused = BookingRules.IsPaused(venue.Settings, now)
            ? texts.Paused(texts.Opens(venue.Clock, venue.Settings.OnlinePausedUntil!.Value, now), venue.Settings.Phone)
            : null;
        var days = (await availability.DaysAsync(guest.Actor, party, cancellationToken))
            .Where(d => d.Slots > 0)
            .ToList();
        if (days.Count == 0)
            return empty with { Note = paused ?? texts.NoDays(venue.Settings.Phone) };
        var day = (
            days.FirstOrDefault(d => d.ServiceDay == wish.Day) ?? days.FirstOrDefault(d => d.FreeSlots > 0) ?? days[0]
        ).ServiceDay;
        var view = empty with
        {
            Day = Iso(day),
            Days =
            [
                .. days.Select(d => new MiniAppChoice(
                    Iso(d.ServiceDay),
                    texts.DayButton(venue.Clock, d.ServiceDay, now)
                        + (d.FreeSlots > 0 ? "" : $" · {texts.FullDayMark}"),
                    d.FreeSlots > 0
                )),
            ],
        };
        var offers = (await availability.DayAsync(guest.Actor, day, party, cancellationToken))
            .Where(o => o.State != OfferState.Closed)
            .ToList();
        if (
            (
                offers.FirstOrDefault(o => o.SlotId == wish.Slot)
                ?? offers.FirstOrDefault(o => o.State == OfferState.Free)
                ?? offers.FirstOrDefault()
            )
                is not { } offer
            || await availability.TablesAsync(guest.Actor, day, offer.SlotId, party, cancellationToken) is not { } then
        )
            return view with { Note = paused ?? texts.AppNoTimes };
        view = view with
        {
            Slot = Text(offer.SlotId),
            Times =
            [
                .. offers.Select(o => new MiniAppChoice(
                    Text(o.SlotId),
                    texts.SlotTimes(venue.Clock, day, o.StartsAt, o.EndsAt)
                        + (o.State == OfferState.Free ? "" : $" · {texts.FullDayMark}"),
                    o.State == OfferState.Free
                )),
            ],
            When = texts.When(venue.Clock, day, then.Offer.StartsAt, then.Offer.EndsAt),
            Note = offers.All(o => o.State != OfferState.Free) ? texts.AppNoTimes : paused,
        };
        return WithHall(view, venue, texts, then, wish.Hall);
    }

    private static MiniAppView WithHall(
        MiniAppView view,
        VenueCatalog venue,
        BotTexts texts,
        HistoricalTables then,
        int? wanted
    )
    {
        var halls = venue.Halls.Where(h => venue.Tables.Any(t => t.HallId == h.Id && t.IsActive)).ToList();
        if (
            (
                halls.FirstOrDefault(h => h.Id == wanted)
                ?? halls.FirstOrDefault(h => Free(h).Any())
                ?? halls.FirstOrDefault()
            )
            is not { } hall
        )
            return view;
        return view with
        {
            Hall = Text(hall.Id),
            Halls =
                halls.Count < 2
                    ? []
                    :
                    [
                        .. halls.Select(h => new MiniAppChoice(
                            Text(h.Id),
                            $"{h.Name.In(texts.Language)} ({Free(h).Count()})",
                            Free(h).Any()
                        )),
                    ],
            Svg = FloorPlanSvg.Draw(FloorDrawing.Of(hall, venue.Tables), then.Tables, texts.Language),
            Tables =
            [
                .. Free(hall)
                    .OrderBy(o => o.TableIds.Count)
                    .ThenBy(o => venue.Table(o.TableIds[0])!.Number)
                    .Select(o => TableOf(venue, texts, o)),
            ],
        };

        IEnumerable<TableOption> Free(Hall of) =>
            then.Offer.Options.Where(o => venue.Table(o.TableIds[0])?.HallId == of.Id);
    }

    private static MiniAppTable TableOf(VenueCatalog venue, BotTexts texts, TableOption option)
    {
        var tables = option.TableIds.Select(id => venue.Table(id)!).ToList();
        return new MiniAppTable(
            string.Join(',', option.TableIds.Select(Text)),
            texts.TableLabel(venue.TableNames(option.TableIds)),
            texts.AppSeats(option.Seats),
            string.Join(
                " + ",
                tables.Select(t => t.Description.In(texts.Language)).Where(d => d.Length > 0).Distinct()
            ),
            tables.Select(t => t.Zone?.In(texts.Language)).FirstOrDefault(z => z is not null),
            tables.FirstOrDefault(t => t.Photo is not null)?.Id
        );
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
