using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingCsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("he said \"hi\"", "\"he said \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+79161234567", "+79161234567")]
    [InlineData("+7 (916) 123-45-67", "+7 (916) 123-45-67")]
    [InlineData("+1+cmd", "'+1+cmd")]
    [InlineData("-2", "'-2")]
    [InlineData("@petr", "'@petr")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=b", "a=b")]
    [InlineData("at 8;=HYPERLINK(A1)", "\"at 8;'=HYPERLINK(A1)\"")]
    [InlineData("at 8; \"@SUM(A1)", "\"at 8;' \"\"@SUM(A1)\"")]
    [InlineData("two\n=1+1", "\"two\n'=1+1\"")]
    [InlineData(";-)", "\";'-)\"")]
    [InlineData("one; two", "\"one; two\"")]
    public void Line_AnyCell_IsQuotedAndNoFormula(string? cell, string expected) =>
        Assert.Equal(expected + "\r\n", BookingCsv.Line([cell], CultureInfo.InvariantCulture));

    [Fact]
    public async Task Write_Bookings_HasAByteOrderMarkAHeadAndEveryRow()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var row = Samples.Booking with
        {
            TableIds = [await venue.TableAsync(5)],
            Details = new(2) { Comment = "=cmd|' /C calc'!A0", Allergies = "орехи, мёд" },
        };
        using var file = new MemoryStream();
        var said = new List<int>();

        await BookingCsv.WriteAsync(
            file,
            new BookingExport(Twice(row), 2, catalog),
            DashboardTexts.Of("en"),
            said.Add,
            TestVenue.Cancel
        );

        var bytes = file.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal((4, ""), (lines.Length, lines[3]));
        Assert.StartsWith("Code,Day,Start,End,Status,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            "K7PW3M,2026-11-20,2026-11-20 15:00,2026-11-20 17:00,Confirmed,Telegram,"
                + $"{catalog.Halls.Single(hall => hall.Id == catalog.Table(row.TableIds[0])!.HallId).NameEn},5,2,"
                + "Ёлкин Пётр,+7 916 123-45-67,'@petr_e,'=cmd|' /C calc'!A0,,\"орехи, мёд\",,2026-11-20 15:00",
            lines[1]
        );
        Assert.Equal(lines[1], lines[2]);
        Assert.Equal(2, said[^1]);
    }

    [Theory]
    [InlineData("ru", "a;1;\"b;c\"")]
    [InlineData("en", "a,1,\"b;c\"")]
    public void Line_ByTheLanguage_IsSeparatedAsItsSpreadsheetsExpect(string language, string expected) =>
        Assert.Equal(expected + "\r\n", BookingCsv.Line(["a", "1", "b;c"], DashboardTexts.Of(language).Culture));

    [Fact]
    public async Task Sheet_OfBookings_HasNumbersDatesAndTextsThatAreNoFormulas()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var row = Samples.Booking with
        {
            TableIds = [await venue.TableAsync(5)],
            Details = new(2) { Comment = "=cmd|' /C calc'!A0" },
        };
        using var file = new MemoryStream();
        var said = new List<int>();

        await BookingSheet.WriteAsync(
            file,
            new BookingExport(Twice(row), 2, catalog),
            DashboardTexts.Of("en"),
            said.Add,
            TestVenue.Cancel
        );

        Assert.Equal([1, 2], said);
        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(new DateTime(2026, 11, 20), rows[0]["Day"]);
        Assert.Equal(new DateTime(2026, 11, 20, 15, 0, 0), rows[0]["Start"]);
        Assert.Equal(2d, rows[0][DashboardTexts.Of("en").ExportColumns[8]]);
        Assert.Equal(new DateTime(2026, 11, 20, 15, 0, 0), rows[0]["Created"]);
        Assert.Equal("+7 916 123-45-67", rows[0]["Phone"]);
        Assert.Equal("=cmd|' /C calc'!A0", rows[0]["Request"]);
        using var parts = new ZipArchive(file);
        using var sheet = new StreamReader(parts.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var cells = await sheet.ReadToEndAsync(TestVenue.Cancel);
        Assert.DoesNotContain("<x:f>", cells, StringComparison.Ordinal);
        // Created, the last column, looks like the start.
        Assert.Equal(StyleOf(cells, "C2"), StyleOf(cells, "Q2"));
    }

    [Fact]
    public async Task Write_StoppedWhileTheLineStandsStill_EndsAtOnce()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var export = new BookingExport(
            Enumerable.Repeat(Samples.Booking, 2000).ToAsyncEnumerable(),
            2000,
            await venue.CatalogAsync()
        );
        var line = new Pipe(new PipeOptions(pauseWriterThreshold: 1024, resumeWriterThreshold: 512));
        using var stop = new CancellationTokenSource();

        var writing = BookingCsv.WriteAsync(
            line.Writer.AsStream(),
            export,
            DashboardTexts.Of("en"),
            _ => { },
            stop.Token
        );
        await line.Reader.ReadAtLeastAsync(1024, TestVenue.Cancel);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            writing.WaitAsync(TimeSpan.FromSeconds(20), TestVenue.Cancel)
        );
    }

    private static string StyleOf(string cells, string cell) =>
        Regex.Match(cells, $"<x:c r=\"{cell}\"[^>]* s=\"([0-9]+)\"").Groups[1].Value is { Length: > 0 } style
            ? style
            : throw new InvalidOperationException($"No style of {cell} in {cells[..Math.Min(2000, cells.Length)]}");

    private static async IAsyncEnumerable<BookingRow> Twice(BookingRow row)
    {
        await Task.Yield();
        yield return row;
        yield return row;
    }
}
