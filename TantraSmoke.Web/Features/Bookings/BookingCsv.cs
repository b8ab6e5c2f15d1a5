using System.Text;
using System.Text.RegularExpressions;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Settings;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>
/// Bookings as a table that spreadsheets open: RFC 4180 in UTF-8 with a byte order mark. A cell that a spreadsheet would take for a
/// formula gets an apostrophe before it, phone numbers with their plus included.
/// </summary>
public static partial class BookingCsv
{
    private const int FlushEvery = 500;

    // At the beginning, and after whatever some spreadsheet takes for the end of a cell: where the decimal comma is used that is a
    // semicolon, and quotes in the middle of such a line mean nothing.
    [GeneratedRegex(@"^(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;\t\r\n])(?=[\s""]*[=+\-@＝＋－＠])", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaStart();

    /// <summary>Writes everything; says every so often how many rows are written.</summary>
    public static async Task WriteAsync(Stream stream, BookingExport export, DashboardTexts texts, Action<int> written, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("\uFEFF").Append(Line(texts.ExportColumns));
        var rows = 0;
        await foreach (var row in export.Rows.WithCancellation(cancellationToken))
        {
            text.Append(Line(Cells(row, export.Catalog, texts)));
            if (++rows % FlushEvery == 0)
                await SendAsync();
        }

        await SendAsync();

        // No StreamWriter: it writes, and closes, without asking the token, and where the line stands still that never ends.
        async Task SendAsync()
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            text.Clear();
            written(rows);
        }
    }

    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        text ??= "";
        text = FormulaStart().Replace(text, "'");
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string?> Cells(BookingRow row, VenueCatalog catalog, DashboardTexts texts)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        yield return row.Code;
        yield return IsoDay.Write(row.ServiceDay);
        yield return catalog.Clock.ToLocal(row.StartsAt).ToString("yyyy-MM-dd HH:mm", invariant);
        yield return catalog.Clock.ToLocal(row.EndsAt).ToString("yyyy-MM-dd HH:mm", invariant);
        yield return texts.Status(row.Status);
        yield return texts.Source(row.Source);
        yield return string.Join(", ", row.TableIds.Select(id => catalog.Table(id)).Select(table => catalog.Halls.FirstOrDefault(hall => hall.Id == table?.HallId)?.Name).Distinct());
        yield return catalog.TableNames(row.TableIds);
        yield return row.PartySize.ToString(invariant);
        yield return row.GuestName;
        yield return PhoneNumber.Written(row.Phone);
        yield return row.Username is { } username ? "@" + username : null;
        yield return row.Comment;
        yield return row.Occasion is { } occasion ? texts.Occasion(occasion) : null;
        yield return row.Allergies;
        yield return row.InternalNote;
        yield return catalog.Clock.ToLocal(row.CreatedAt).ToString("yyyy-MM-dd HH:mm", invariant);
    }
}
