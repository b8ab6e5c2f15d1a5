using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>Columns of exported bookings, in the order of <see cref="DashboardTexts.ExportColumns"/>.</summary>
internal static class BookingCells
{
    private const string Day = "yyyy-mm-dd";
    private const string Moment = "yyyy-mm-dd hh:mm";

    private static readonly (string? Format, Func<BookingRow, VenueCatalog, DashboardTexts, object?> Cell)[] Columns =
    [
        (null, (row, _, _) => row.Code),
        (Day, (row, _, _) => row.ServiceDay),
        (Moment, (row, catalog, _) => catalog.Clock.ToLocal(row.StartsAt)),
        (Moment, (row, catalog, _) => catalog.Clock.ToLocal(row.EndsAt)),
        (null, (row, _, texts) => texts.Status(row.Status)),
        (null, (row, _, texts) => texts.Source(row.Source)),
        (null, Halls),
        (null, (row, catalog, _) => catalog.TableNames(row.TableIds)),
        (null, (row, _, _) => row.PartySize),
        (null, (row, _, _) => row.GuestName),
        (null, (row, _, _) => PhoneNumber.Written(row.Phone)),
        (null, (row, _, _) => row.Username is { } username ? "@" + username : null),
        (null, (row, _, _) => row.Details.Comment),
        (null, (row, _, texts) => row.Details.Occasion is { } occasion ? texts.Occasion(occasion) : null),
        (null, (row, _, _) => row.Details.Allergies),
        (null, (row, _, _) => row.Details.InternalNote),
        (Moment, (row, catalog, _) => catalog.Clock.ToLocal(row.CreatedAt)),
    ];

    /// <summary>How a spreadsheet shows the column; null for numbers and texts.</summary>
    public static string? FormatOf(int column) => Columns[column].Format;

    /// <summary>Dates, venue times, whole numbers and texts.</summary>
    public static IEnumerable<object?> Of(BookingRow row, VenueCatalog catalog, DashboardTexts texts) =>
        Columns.Select(column => column.Cell(row, catalog, texts));

    private static string Halls(BookingRow row, VenueCatalog catalog, DashboardTexts texts) =>
        string.Join(
            ", ",
            row.TableIds.Select(id => catalog.Table(id))
                .Select(table =>
                    catalog.Halls.FirstOrDefault(hall => hall.Id == table?.HallId)?.Name.In(texts.Language)
                )
                .Distinct()
        );
}
