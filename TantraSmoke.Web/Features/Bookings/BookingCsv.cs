using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>
/// Writes bookings as CSV for spreadsheets: RFC 4180 in UTF-8 with a byte order mark. Cells that a spreadsheet would
/// evaluate as a formula are prefixed with an apostrophe.
/// </summary>
public static partial class BookingCsv
{
    private const int FlushEvery = 500;

    // Matches at the start and after anything a spreadsheet may take for a cell separator: with a decimal comma that is
    // a semicolon, and quotes inside such a line have no effect.
    [GeneratedRegex(
        @"^(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;\t\r\n])(?=[\s""]*[=+\-@＝＋－＠])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FormulaStart();

    [GeneratedRegex(@"^\+[\d \-()]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneOnly();

    /// <summary>Writes all rows and reports the progress.</summary>
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

        // No StreamWriter: it writes and closes without the token and would never end on a stalled connection.
        async Task SendAsync()
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            text.Clear();
            written(rows);
        }
    }

    /// <summary>
    /// One line; separated by semicolons in languages with a decimal comma, as their spreadsheets expect.
    /// </summary>
    public static string Line(IEnumerable<string?> cells, CultureInfo culture) =>
        string.Join(culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        text ??= "";
        // Phone numbers are not formulas, and the apostrophe would be copied with them.
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
