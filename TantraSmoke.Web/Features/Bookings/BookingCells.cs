using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>Cells of a booking in exported files, in the order of <see cref="DashboardTexts.ExportColumns"/>.</summary>
internal static class BookingCells
{
    /// <summary>Dates, venue times, whole numbers and texts.</summary>
    public static IEnumerable<object?> Of(BookingRow row, VenueCatalog catalog, DashboardTexts texts)
    {
        yield return row.Code;
        yield return row.ServiceDay;
        yield return catalog.Clock.ToLocal(row.StartsAt);
        yield return catalog.Clock.ToLocal(row.EndsAt);
        yield return texts.Status(row.Status);
        yield return texts.Source(row.Source);
        yield return string.Join(
            ", ",
            row.TableIds.Select(id => catalog.Table(id))
                .Select(table =>
                    catalog.Halls.FirstOrDefault(hall => hall.Id == table?.HallId)?.Name.In(texts.Language)
                )
                .Distinct()
        );
        yield return catalog.TableNames(row.TableIds);
        yield return row.PartySize;
        yield return row.GuestName;
        yield return PhoneNumber.Written(row.Phone);
        yield return row.Username is { } username ? "@" + username : null;
        yield return row.Comment;
        yield return row.Occasion is { } occasion ? texts.Occasion(occasion) : null;
        yield return row.Allergies;
        yield return row.InternalNote;
        yield return catalog.Clock.ToLocal(row.CreatedAt);
    }
}
