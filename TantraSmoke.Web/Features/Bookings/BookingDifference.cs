using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>One difference made by a change, in words; empty for no value.</summary>
public sealed record BookingDifference(string What, string Before, string After)
{
    /// <summary>All differences of a change; empty if the previous state is unknown.</summary>
    public static IReadOnlyList<BookingDifference> Of(BookingChange change, VenueCatalog catalog, DashboardTexts texts)
    {
        if (change is not { Before: { } before, After: { } after })
            return [];
        var list = new List<BookingDifference>();
        Add(texts.StatusLabel, texts.Status(before.Status), texts.Status(after.Status));
        Add(texts.TimeLabel, When(before.Place), When(after.Place));
        Add(texts.TableLabel, catalog.TableNames(before.Place.TableIds), catalog.TableNames(after.Place.TableIds));
        Add(
            texts.ArrivedLabel,
            before.ArrivedGuests?.ToString(texts.Culture),
            after.ArrivedGuests?.ToString(texts.Culture)
        );
        if (before.Details is { } was && after.Details is { } now)
        {
            Add(texts.GuestLabel, change.GuestBefore, change.GuestAfter);
            Add(texts.PartySize, was.PartySize.ToString(texts.Culture), now.PartySize.ToString(texts.Culture));
            Add(texts.GuestRequest, was.Comment, now.Comment);
            Add(
                texts.OccasionLabel,
                was.Occasion is { } o ? texts.Occasion(o) : null,
                now.Occasion is { } n ? texts.Occasion(n) : null
            );
            Add(texts.Allergies, was.Allergies, now.Allergies);
            Add(texts.InternalNote, was.InternalNote, now.InternalNote);
        }

        return list;

        string When(BookingPlace place) =>
            $"{texts.When(catalog.Clock, place.ServiceDay, place.StartsAt)}–{texts.Clock(catalog.Clock, place.EndsAt)}";

        void Add(string what, string? from, string? to)
        {
            if (from != to)
                list.Add(new BookingDifference(what, from ?? "", to ?? ""));
        }
    }
}
