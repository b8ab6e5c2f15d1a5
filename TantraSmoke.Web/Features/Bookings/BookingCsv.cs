using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>
/// Bookings as a text file that spreadsheets open: RFC 4180 in UTF-8 with a byte order mark. A cell that a spreadsheet
/// would take for a formula gets an apostrophe before it.
/// </summary>
public static partial class BookingCsv
{
    private const int FlushEvery = 500;

    // At the beginning, and after whatever some spreadsheet takes for the end of a cell: where the decimal comma is
    // used that is a semicolon, and quotes in the middle of such a line mean nothing.
    [GeneratedRegex(
        @"^(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;\t\r\n])(?=[\s""]*[=+\-@＝＋－＠])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FormulaStart();

    [GeneratedRegex(@"^\+[\d \-()]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneOnly();

    /// <summary>Writes everything; says every so often how many rows are written.</summary>
    public static async Task WriteAsync(
        Stream stream,
        BookingExport export,
        DashboardTexts texts,
        Action<int> written,
        CancellationToken cancellationToken
    )
    {
        var text = new StringBuilder("\uFEFF").Append(Line(texts.ExportColumns, texts.Culture));
        var rows = 0;
        await foreach (var row in export.Rows.WithCancellation(cancellationToken))
        {
            text.Append(Line(BookingCells.Of(row, export.Catalog, texts).Select(Text), texts.Culture));
            if (++rows % FlushEvery == 0)
                await SendAsync();
        }

        await SendAsync();

        // No StreamWriter: it writes, and closes, without asking the token, and where the line stands still that never
        // ends.
        async Task SendAsync()
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            text.Clear();
            written(rows);
        }
    }

    /// <summary>
    /// One line; cells are separated by the semicolon where the language writes decimals with a comma, as its
    /// spreadsheets expect.
    /// </summary>
    public static string Line(IEnumerable<string?> cells, CultureInfo culture) =>
        string.Join(culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        text ??= "";
        // A phone number is no formula, and an apostrophe before it would be taken over with it.
        if (!PhoneOnly().IsMatch(text))
            text = FormulaStart().Replace(text, "'");
        return text.AsSpan().IndexOfAny("\",;\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string? Text(object? value) =>
        value switch
        {
            DateOnly day => IsoDay.Write(day),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
