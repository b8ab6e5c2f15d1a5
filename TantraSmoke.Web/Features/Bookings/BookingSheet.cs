using System.Runtime.CompilerServices;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>
/// Writes bookings as an Excel workbook (.xlsx): numbers and dates are typed, everything else is text and never a
/// formula.
/// </summary>
public static class BookingSheet
{
    /// <summary>Writes all rows and reports the count after each.</summary>
    /// <param name="stream">Must be readable from its beginning afterwards.</param>
    public static async Task WriteAsync(
        Stream stream,
        BookingExport export,
        DashboardTexts texts,
        Action<int> written,
        CancellationToken cancellationToken
    )
    {
        var configuration = new OpenXmlConfiguration
        {
            AutoFilter = true,
            FastMode = true,
            DynamicColumns =
            [
                .. texts.ExportColumns.Select(
                    (title, index) =>
                        new DynamicExcelColumn(title)
                        {
                            Index = index,
                            Width = 18,
                            Format = BookingCells.FormatOf(index),
                        }
                ),
            ],
        };
        await stream.SaveAsAsync(
            RowsAsync(export, texts, written, cancellationToken),
            sheetName: texts.Bookings,
            configuration: configuration,
            cancellationToken: cancellationToken
        );
        stream.Position = 0;
    }

    private static async IAsyncEnumerable<IDictionary<string, object?>> RowsAsync(
        BookingExport export,
        DashboardTexts texts,
        Action<int> written,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = 0;
        await foreach (var row in export.Rows.WithCancellation(cancellationToken))
        {
            yield return texts
                .ExportColumns.Zip(BookingCells.Of(row, export.Catalog, texts), KeyValuePair.Create)
                .ToDictionary(
                    cell => cell.Key,
                    object? (cell) => cell.Value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : cell.Value
                );
            written(++rows);
        }
    }
}
