using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Tests.Data.Setup;

public sealed class VenueSeedTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Shipped_TenTablesAndNineSlots_LoadOnceAndStay(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var catalog = await venue.CatalogAsync();

        Assert.Equal(Enumerable.Range(1, 10), catalog.Tables.Select(t => t.Number));
        Assert.Equal((1, 6), (catalog.Tables.Min(t => t.Seats), catalog.Tables.Max(t => t.Seats)));
        Assert.Equal(2, catalog.Tables.Count(t => t.Zone == "VIP"));
        Assert.Equal([6, 8, 10, 12, 14, 16, 18, 20, 22], catalog.Slots.Select(s => s.Start.Hour));
        Assert.Equal(new SeedReport(0, 0, 10), await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel));
        Assert.Equal(new SeedReport(0, 0, 9), await Seed(venue).LoadSlotsAsync(TestVenue.Boris, Cancel));
    }

    [Fact]
    public async Task OwnFile_InTheFormOfEarlierInstallations_AddsAndChangesButNeverDeletes()
    {
        using var folder = new TempFolder();
        var file = folder.Write(
            "tables.json",
            """[{"description":"У окна","capacity":2,"id":7,"colour":"red"},{"capacity":4,"description":"Зал"}]"""
        );
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?>
            {
                ["TABLES_JSON"] = file,
                ["SLOTS_JSON"] =
                    """[{"start_time":"22:00","end_time":"00:00"},{"start_time":"20:00","end_time":"22:00"}]""",
            }
        );
        Assert.Equal([7, 8], (await venue.CatalogAsync()).Tables.Select(t => t.Number));

        folder.Write(
            "tables.json",
            """[{"id":7,"capacity":3,"description":"У окна"},{"id":1,"capacity":1,"description":"Бар","x":100,"y":"""
                + """100,"shape":"round"}]"""
        );
        Assert.Equal(new SeedReport(1, 1, 0), await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel));

        var catalog = await venue.CatalogAsync();
        Assert.Equal([(1, 1), (7, 3), (8, 4)], catalog.Tables.Select(t => (t.Number, t.Seats)));
        Assert.Equal(TableShape.Round, catalog.Tables[0].Shape);
        Assert.Equal([20, 22], catalog.Slots.Select(s => s.Start.Hour));
    }

    [Theory]
    [InlineData(
        "[\n{\"id\":1,\"capacity\":2},\n{\"id\":2,\"capacity\":\"four\"}\n]",
        "line 3: \"capacity\" is \"four\"; a whole number from 1 to 100 is expected"
    )]
    [InlineData("[\n{\"id\":1}\n]", "line 2: \"capacity\" is missing")]
    [InlineData("[\n{\"id\":1,\"capacity\":2},\n{\"id\":1,\"capacity\":2}\n]", "line 3: table 1 appears twice")]
    [InlineData("[\n{\"id\":1,\"capacity\":2,\n]", "line 3: not valid JSON")]
    [InlineData("{}", "line 1: a list [ … ] is expected")]
    [InlineData("[]", "line 1: the list is empty")]
    [InlineData("[{\"id\":1,\"capacity\":2,\"min_party\":3}]", "line 1: \"min_party\" is 3, but the table seats 2")]
    [InlineData("[{\"id\":1,\"capacity\":2,\"x\":1,\"y\":1,\"shape\":\"star\"}]", "line 1: \"shape\" is \"star\"")]
    [InlineData("[{\"id\":1,\"capacity\":2,\"combines_with\":[9]}]", "line 1: table 1 combines with table 9")]
    public async Task BrokenTables_AreRefusedAsAWholeWithLineAndReason(string json, string problem)
    {
        using var folder = new TempFolder();
        var file = folder.Write("tables.json", """[{"id":1,"capacity":6,"description":"Зал"}]""");
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["TABLES_JSON"] = file }
        );
        folder.Write("tables.json", json);

        var report = await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel);

        Assert.Contains(problem, report.Problem!.In(SeedTexts.English), StringComparison.Ordinal);
        Assert.Equal(
            (1, 6),
            ((await venue.CatalogAsync()).Tables.Single().Number, (await venue.CatalogAsync()).Tables.Single().Seats)
        );
    }

    [Theory]
    [InlineData("""[{"start_time":"25:00","end_time":"00:00"}]""", "\"start_time\" is \"25:00\"")]
    [InlineData("""[{"start_time":"22:00"}]""", "\"end_time\" is missing")]
    [InlineData("""[{"start_time":"22:00","end_time":"22:00"}]""", "both 22:00")]
    [InlineData(
        """[{"start_time":"22:00","end_time":"23:00"},{"start_time":"22:00","end_time":"00:00"}]""",
        "start_time 22:00 appears twice"
    )]
    public void BrokenSlots_AreRefused(string json, string problem)
    {
        var (rows, reason) = SeedJson.ReadSlots(json);
        Assert.Null(rows);
        Assert.Contains(problem, reason!.In(SeedTexts.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_OfTheEnvironment_IsTheVenues_AndRussiaWithoutIt()
    {
        await using var here = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await using var abroad = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["VENUE_COUNTRY"] = "VN" }
        );

        Assert.Equal(
            ("RU", "VN"),
            ((await here.CatalogAsync()).Settings.Country, (await abroad.CatalogAsync()).Settings.Country)
        );
    }

    [Theory]
    [InlineData("24:00")]
    [InlineData("24:00:00")]
    [InlineData("00:00")]
    public void Slots_ThatEndAt24_EndAtMidnight(string end)
    {
        var (rows, _) = SeedJson.ReadSlots($$"""[{"start_time":"22:00","end_time":"{{end}}"}]""");

        Assert.Equal(TimeOnly.MinValue, Assert.Single(rows!).End);
    }

    [Theory]
    [InlineData("utf-8", true, null)]
    [InlineData("utf-8", false, null)]
    [InlineData("utf-16", true, null)]
    [InlineData("utf-16BE", true, null)]
    [InlineData("utf-16", false, "is not in UTF-8")]
    [InlineData("windows-1251", false, "is not in UTF-8; save it again in that encoding")]
    public async Task Tables_InAnyEncoding_AreReadRightlyOrRefusedByItsName(
        string encoding,
        bool hasMark,
        string? problem
    )
    {
        using var folder = new TempFolder();
        var file = folder.Write("tables.json", """[{"id":1,"capacity":6,"description":"Зал"}]""");
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["TABLES_JSON"] = file }
        );
        var written = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        await File.WriteAllBytesAsync(
            file,
            [
                .. hasMark ? written.GetPreamble() : [],
                .. written.GetBytes("""[{"id":1,"capacity":6,"description":"У окна"}]"""),
            ],
            Cancel
        );

        var report = await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel);

        Assert.Equal(problem is null ? "У окна" : "Зал", (await venue.CatalogAsync()).Tables.Single().Description);
        if (problem is null)
            Assert.Null(report.Problem);
        else
            Assert.Contains(
                $"TABLES_JSON ({file}): the file {problem}",
                report.Problem!.In(SeedTexts.English),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task Tables_WhoseFileHasGone_AreRefusedInTheLanguageOfWhoAsks()
    {
        using var folder = new TempFolder();
        var file = folder.Write("tables.json", """[{"id":1,"capacity":6}]""");
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["TABLES_JSON"] = file }
        );
        File.Delete(file);

        var problem = (await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel)).Problem!;

        Assert.Equal($"TABLES_JSON ({file}): такого файла нет", problem.In(SeedTexts.Russian));
        Assert.Equal($"TABLES_JSON ({file}): there is no such file", problem.In(SeedTexts.English));
    }

    [Fact]
    public async Task Zone_ThatTheEnvironmentChanges_StopsTheStartUntilItIsConfirmed()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        var moved = venue.Installation with
        {
            VenueTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Yekaterinburg"),
        };

        var stopped = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(venue, moved));
        Assert.Contains($"(1: {booking.Code})", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("VENUE_TIMEZONE_CONFIRM=Asia/Yekaterinburg", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', stopped.Message);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            StartAsync(venue, moved with { ConfirmedTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tbilisi") })
        );
        Assert.Equal("Europe/Moscow", (await venue.CatalogAsync()).Settings.TimeZone);

        await StartAsync(venue, moved with { ConfirmedTimeZone = moved.VenueTimeZone });
        var catalog = await venue.CatalogAsync();
        var kept = (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))!;
        Assert.Equal(
            ("Asia/Yekaterinburg", new TimeOnly(20, 0)),
            (catalog.Settings.TimeZone, TimeOnly.FromDateTime(catalog.Clock.ToLocal(kept.StartsAt)))
        );
        await StartAsync(venue, moved);
    }

    private static Task StartAsync(TestVenue venue, InstallationSettings installation) =>
        new VenueSeed(venue.Store, venue.Services.GetRequiredService<SettingsService>(), installation).FillEmptyAsync(
            Cancel
        );

    private static VenueSeed Seed(TestVenue venue) => venue.Services.GetRequiredService<VenueSeed>();
}
