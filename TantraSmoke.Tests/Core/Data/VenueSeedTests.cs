using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Tests.Core.Data;

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
        var file = folder.Write("tables.json", """[{"description":"У окна","capacity":2,"id":7,"colour":"red"},{"capacity":4,"description":"Зал"}]""");
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite, variables: new Dictionary<string, string?>
        {
            ["TABLES_JSON"] = file,
            ["SLOTS_JSON"] = """[{"start_time":"22:00","end_time":"00:00"},{"start_time":"20:00","end_time":"22:00"}]""",
        });
        Assert.Equal([7, 8], (await venue.CatalogAsync()).Tables.Select(t => t.Number));

        folder.Write("tables.json", """[{"id":7,"capacity":3,"description":"У окна"},{"id":1,"capacity":1,"description":"Бар","x":100,"y":100,"shape":"round"}]""");
        Assert.Equal(new SeedReport(1, 1, 0), await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel));

        var catalog = await venue.CatalogAsync();
        Assert.Equal([(1, 1), (7, 3), (8, 4)], catalog.Tables.Select(t => (t.Number, t.Seats)));
        Assert.Equal(TableShape.Round, catalog.Tables[0].Shape);
        Assert.Equal([20, 22], catalog.Slots.Select(s => s.Start.Hour));
    }

    [Theory]
    [InlineData("[\n{\"id\":1,\"capacity\":2},\n{\"id\":2,\"capacity\":\"four\"}\n]", "line 3: \"capacity\" is \"four\"; a whole number from 1 to 100 is expected")]
    [InlineData("[\n{\"id\":1}\n]", "line 2: \"capacity\" is missing")]
    [InlineData("[\n{\"id\":1,\"capacity\":2},\n{\"id\":1,\"capacity\":2}\n]", "line 3: table 1 is there twice")]
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
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite, variables: new Dictionary<string, string?> { ["TABLES_JSON"] = file });
        folder.Write("tables.json", json);

        var report = await Seed(venue).LoadTablesAsync(TestVenue.Boris, Cancel);

        Assert.Contains(problem, report.Problem, StringComparison.Ordinal);
        Assert.Equal((1, 6), ((await venue.CatalogAsync()).Tables.Single().Number, (await venue.CatalogAsync()).Tables.Single().Seats));
    }

    [Theory]
    [InlineData("""[{"start_time":"25:00","end_time":"00:00"}]""", "\"start_time\" is \"25:00\"")]
    [InlineData("""[{"start_time":"22:00"}]""", "\"end_time\" is missing")]
    [InlineData("""[{"start_time":"22:00","end_time":"22:00"}]""", "both 22:00")]
    [InlineData("""[{"start_time":"22:00","end_time":"23:00"},{"start_time":"22:00","end_time":"00:00"}]""", "start_time 22:00 is there twice")]
    public void BrokenSlots_AreRefused(string json, string problem)
    {
        var (rows, reason) = SeedJson.ReadSlots(json);
        Assert.Null(rows);
        Assert.Contains(problem, reason, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Country_OfTheEnvironment_IsTheVenues_AndRussiaWithoutIt(TestDatabase database)
    {
        await using var here = await TestVenue.OpenAsync(database);
        await using var abroad = await TestVenue.OpenAsync(database, variables: new Dictionary<string, string?> { ["VENUE_COUNTRY"] = "VN" });

        Assert.Equal(("RU", "VN"), ((await here.CatalogAsync()).Settings.Country, (await abroad.CatalogAsync()).Settings.Country));
    }

    private static VenueSeed Seed(TestVenue venue) => venue.Services.GetRequiredService<VenueSeed>();
}
