using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Rooms;

public sealed class TableFilesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Export_ThenImport_ChangesNothing(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        foreach (var draft in Rooms().Sample(12))
        {
            var catalog = await venue.CatalogAsync();
            var mine = HallDraft.Of(catalog, catalog.Halls[0].Id)!;
            var drawn = mine with
            {
                Width = draft.Width,
                Height = draft.Height,
                Tables = [.. mine.Tables.Zip(draft.Tables, (own, any) => any with { Key = own.Key })],
                Combinations = [],
            };
            var active = drawn.Tables.Where(t => t.IsActive).Select(t => t.Key).Take(3).ToList();
            var outcome = await Service(venue)
                .Halls.SaveAsync(TestVenue.Boris, active.Count > 1 ? drawn.Combine(active) : drawn, false, Cancel);
            Assert.True(
                outcome.Succeeded,
                outcome.Error is RoomRefusal.RoomBroken broken
                    ? string.Join('\n', broken.Problems)
                    : outcome.Error?.ToString()
            );
            var before = await StateAsync(venue);

            var file = (await Service(venue).Files.ExportAsync(TestVenue.Boris, Cancel)).Value!;
            var preview = (
                await Service(venue).Files.PreviewImportAsync(TestVenue.Boris, file, anew: false, Cancel)
            ).Value!;
            var done = (await Service(venue).Files.ImportAsync(TestVenue.Boris, file, Cancel)).Value!;

            Assert.Equal(new SeedReport(0, 0, 10), preview.Report);
            Assert.Equal(new SeedReport(0, 0, 10), done.Report);
            Assert.Equal(before, await StateAsync(venue));
            Assert.Equal(file, (await Service(venue).Files.ExportAsync(TestVenue.Boris, Cancel)).Value);
        }
    }

    [Fact]
    public async Task Export_IntoAnotherVenue_BringsTablesAndWhatTheyMakeTogether()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var draft = HallDraft.Of(catalog, catalog.Halls[0].Id)!;
        draft = draft
            .With(draft.Tables[0] with { IsOnline = false })
            .Remove([DraftItem.OfTable(draft.Tables[1].Key)])
            .Combine([5, 6, 8])
            .WithCombination(0, draft.Combinations[0] with { Name = "Большой стол", MinParty = 4, Seats = 7 });
        Assert.True((await Service(venue).Halls.SaveAsync(TestVenue.Boris, draft, false, Cancel)).Succeeded);
        var file = (await Service(venue).Files.ExportAsync(TestVenue.Boris, Cancel)).Value!;

        await using var other = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["TABLES_JSON"] = file }
        );

        var (mine, theirs) = (await venue.CatalogAsync(), await other.CatalogAsync());
        Assert.Equal(
            mine.Tables.Select(t =>
                (t.Number, t.Seats, t.MinParty, t.Description, t.Place, t.Zone, t.IsOnline, t.IsActive)
            ),
            theirs.Tables.Select(t =>
                (t.Number, t.Seats, t.MinParty, t.Description, t.Place, t.Zone, t.IsOnline, t.IsActive)
            )
        );
        Assert.Equal(Together(mine), Together(theirs));

        static IEnumerable<(string, string, int, int)> Together(TantraSmoke.Core.Catalog.VenueCatalog catalog) =>
            catalog.Combinations.Select(c => (c.Name, catalog.TableNames(c.TableIds), c.MinParty, c.Seats)).Order();
    }

    [Fact]
    public async Task Preview_SaysWhatImportingDoes_AndDoesNothing()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var before = await StateAsync(venue);
        const string file = """[{"id":5,"capacity":3},{"id":40,"capacity":2,"hall":"Терраса","combines_with":[5]}]""";

        var preview = (
            await Service(venue).Files.PreviewImportAsync(TestVenue.Boris, file, anew: false, Cancel)
        ).Value!;

        Assert.Equal(new SeedReport(1, 1, 0), preview.Report);
        Assert.Equal(
            [new TableChange(5, new("Главный зал", "Main hall"), false), new TableChange(40, "Терраса", true)],
            preview.Changes
        );
        Assert.Equal(["Терраса"], preview.NewHalls);
        Assert.Equal(["5+40"], preview.NewCombinations);
        Assert.Equal(before, await StateAsync(venue));

        Assert.Equal(
            preview.Report,
            (await Service(venue).Files.ImportAsync(TestVenue.Boris, file, Cancel)).Value!.Report
        );
        Assert.Equal(
            new SeedReport(0, 0, 2),
            (await Service(venue).Files.PreviewImportAsync(TestVenue.Boris, file, anew: false, Cancel)).Value!.Report
        );
    }

    [Fact]
    public async Task Import_OverWhatSomebodyIsDrawing_TellsThem()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var mine = HallDraft.Of(catalog, catalog.Halls[0].Id)!;
        await Service(venue)
            .Files.ImportAsync(
                new Actor.Staff(4, StaffRole.Manager, "Maria"),
                """[{"id":40,"capacity":2,"hall":"Главный зал"}]""",
                Cancel
            );

        Assert.Equal(
            new RoomRefusal.HallChanged("Maria"),
            (await Service(venue).Halls.SaveAsync(TestVenue.Boris, mine with { Name = "Mine" }, false, Cancel)).Error
        );

        var theirs = HallDraft.Of(await venue.CatalogAsync(), mine.HallId)!;
        var saved = await Service(venue)
            .Halls.SaveAsync(TestVenue.Boris, (mine with { Name = "Mine" }).Onto(theirs, mine), false, Cancel);
        Assert.Equal(("Mine", 11), (saved.Value!.Hall.Name, saved.Value.Hall.Tables.Count));
    }

    [Fact]
    public async Task Import_WhatBookingsDoNotSurvive_IsRefusedWithTheirNames()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5, party: 4);

        var error = (
            await Service(venue).Files.ImportAsync(TestVenue.Boris, """[{"id":5,"capacity":2}]""", Cancel)
        ).Error;

        Assert.Equal(
            [booking.Code],
            Assert.IsType<RoomRefusal.TablesNeeded>(error).Bookings.Select(b => b.Booking.Code)
        );
        Assert.Equal(4, (await venue.CatalogAsync()).Tables.Single(t => t.Number == 5).Seats);
    }

    [Theory]
    [InlineData(
        "[\n{\"id\":1,\"capacity\":2,\"online\":\"yes\"}\n]",
        "line 2: \"online\" is \"yes\"; true or false is expected"
    )]
    [InlineData(
        "[\n{\"id\":1,\"capacity\":2,\"combinations\":[{\"tables\":[1],\"seats\":2}]}\n]",
        "line 2: \"tables\" of a combination must be 2 to 6 table numbers"
    )]
    [InlineData(
        "[\n{\"id\":1,\"capacity\":2,\"combinations\":[{\"tables\":[1,7],\"seats\":2}]}\n]",
        "line 2: a combination of table 1 has table 7, which is not in this file"
    )]
    [InlineData("[\n{\"id\":1,\"capacity\":2,\n]", "line 3: not valid JSON")]
    public async Task Import_BrokenFile_IsRefusedWithLineAndReason(string file, string problem)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);

        Assert.StartsWith(
            problem,
            (
                await Service(venue).Files.PreviewImportAsync(TestVenue.Boris, file, anew: false, Cancel)
            ).Value!.Report.Problem!.In(SeedTexts.English),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            problem,
            (await Service(venue).Files.ImportAsync(TestVenue.Boris, file, Cancel)).Value!.Report.Problem!.In(
                SeedTexts.English
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}", "строка 1: нужен список [ … ]")]
    [InlineData("[]", "строка 1: список пуст")]
    [InlineData("[\n5]", "строка 2: нужен объект { … }")]
    [InlineData("[{\"id\":1,\"description\":\"Зал\" 5}]", "строка 1: это не JSON, посмотрите на символ 30")]
    [InlineData("[{\"id\":1}]", "строка 1: нет поля \"capacity\"")]
    [InlineData("[{\"id\":0,\"capacity\":2}]", "строка 1: \"id\" — 0, а нужно целое число от 1 до 9999")]
    [InlineData("[{\"id\":1,\"capacity\":2},\n{\"id\":1,\"capacity\":2}]", "строка 2: стол 1 указан дважды")]
    [InlineData("[{\"id\":1,\"capacity\":2,\"min_party\":3}]", "строка 1: \"min_party\" равно 3, а мест за столом 2")]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"x\":1,\"y\":1,\"shape\":\"star\"}]",
        "строка 1: \"shape\" — \"star\", а нужно одно из round, square, rectangle, sofa"
    )]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"combines_with\":[9]}]",
        "строка 1: стол 1 сдвигается со столом 9, но другого такого стола в файле нет"
    )]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"combines_with\":9}]",
        "строка 1: \"combines_with\" — 9, а нужен список номеров столов"
    )]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"online\":\"yes\"}]",
        "строка 1: \"online\" — \"yes\", а нужно true или false"
    )]
    [InlineData("[{\"id\":1,\"capacity\":2,\"hall\":7}]", "строка 1: \"hall\" — это текст не длиннее 500 символов")]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"combinations\":5}]",
        "строка 1: \"combinations\" — 5, а нужен список объектов { … }"
    )]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"combinations\":[{\"tables\":[1],\"seats\":2}]}]",
        "строка 1: \"tables\" в сочетании — это от 2 до 6 номеров столов"
    )]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"combinations\":[{\"tables\":[1,7]}]}]",
        "строка 1: в сочетании столов нет поля \"seats\""
    )]
    [InlineData(
        "[{\"id\":1,\"capacity\":2,\"combinations\":[{\"tables\":[1,7],\"seats\":2}]}]",
        "строка 1: в сочетании стола 1 есть стол 7, которого нет в этом файле"
    )]
    public void ReadTables_ABrokenFile_IsRefusedInRussianForRussians(string file, string problem) =>
        Assert.Equal(problem, SeedJson.ReadTables(file).Problem?.In(SeedTexts.Russian));

    [Fact]
    public async Task Files_ForAHost_AreRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var expected = new CommonRefusal.NotAllowed(Right.EditTables);

        Assert.Equal(expected, (await Service(venue).Files.ExportAsync(TestVenue.Anna, Cancel)).Error);
        Assert.Equal(
            expected,
            (await Service(venue).Files.PreviewImportAsync(TestVenue.Anna, "[]", anew: false, Cancel)).Error
        );
        Assert.Equal(expected, (await Service(venue).Files.ImportAsync(TestVenue.Anna, "[]", Cancel)).Error);
    }

    private static RoomEditing Service(TestVenue venue) => venue.Services.GetRequiredService<RoomEditing>();

    private static async Task<string> StateAsync(TestVenue venue)
    {
        var catalog = await venue.CatalogAsync();
        var audit = await venue.Store.ReadAsync(db => db.Audit.CountAsync(Cancel), Cancel);
        return System.Text.Json.JsonSerializer.Serialize(
            new
            {
                catalog.Halls,
                catalog.Tables,
                catalog.Combinations,
                audit,
            }
        );
    }

    /// <summary>Halls with ten tables of any kind that keep the rules.</summary>
    private static Gen<HallDraft> Rooms()
    {
        var table =
            from seats in Gen.Choose(1, 50)
            from minParty in Gen.Choose(1, seats)
            from words in Gen.Elements("", "У окна", "a \"quoted\" word", "back\\slash, 50 %", "ночь 🌙")
            from zone in Gen.Elements(null, "VIP", "Терраса <2>")
            from x in Gen.Choose(500, 4500)
            from y in Gen.Choose(500, 4500)
            from width in Gen.Choose(20, 600)
            from height in Gen.Choose(20, 600)
            from rotation in Gen.Choose(0, 359)
            from shape in Gen.Elements(Enum.GetValues<TableShape>())
            from flags in Gen.Choose(0, 3)
            select new TableDraft(
                0,
                0,
                seats,
                minParty,
                words,
                new TablePlace(x, y, width, height, rotation, shape),
                zone,
                (flags & 1) == 0,
                (flags & 2) == 0
            );
        var halls =
            from tables in table.ListOf(10)
            from first in Gen.Choose(1, 900)
            select HallDraft.New("Hall") with
            {
                Width = 5000,
                Height = 5000,
                Tables = [.. tables.Select((t, i) => t with { Number = first + (i * 7) })],
            };
        return halls;
    }
}
