using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Setup;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Data.Rooms;

/// <summary>The room is thrown away and begun anew, as long as nobody has booked.</summary>
public sealed class RoomBeginningTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Begin_WithATemplate_TakesThePlaceOfTheExample(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var halls = RoomTemplates.Draw(RoomTemplate.Restaurant, DashboardTexts.TemplateWords);

        var begun = await Rooms(venue).Beginning.BeginAsync(TestVenue.Boris, halls, Cancel);

        Assert.Equal(new BegunRoom(2, 18), begun.Value);
        var catalog = await venue.CatalogAsync();
        Assert.Equal([new("Главный зал", "Main hall"), new("Терраса", "Terrace")], catalog.Halls.Select(h => h.Name));
        Assert.Equal(
            halls.SelectMany(h => h.Tables).Select(t => (t.Number, t.Seats, t.Description)),
            catalog.Tables.Select(t => (t.Number, t.Seats, t.Description))
        );
        Assert.Equal(["23+24", "4+5", "7+8"], catalog.Combinations.Select(c => c.Name).Order(StringComparer.Ordinal));
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 21);
    }

    [Theory, OnBothDatabases]
    public async Task Begin_OnceSomebodyHasBooked_IsRefusedAndNothingGoes(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, booking.Version, null, Cancel);

        Assert.False(await Rooms(venue).Beginning.MayBeginAsync(Cancel));
        Assert.IsType<RoomRefusal.RoomInUse>(
            (await Rooms(venue).Beginning.BeginAsync(TestVenue.Boris, [], Cancel)).Error
        );
        Assert.IsType<RoomRefusal.RoomInUse>(
            (await Rooms(venue).Beginning.BeginFromFileAsync(TestVenue.Boris, """[{"capacity": 2}]""", Cancel)).Error
        );
        Assert.Equal(10, (await venue.CatalogAsync()).Tables.Count);
    }

    [Fact]
    public async Task Begin_WhileSomebodyHoldsATable_WaitsForTheHoldToRunOut()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var hold = await venue.Bookings.Book.HoldAsync(
            await venue.GuestAsync(),
            await venue.RequestAsync(20, table: 5),
            Cancel
        );
        Assert.True(hold.Succeeded, hold.Error?.ToString());

        Assert.IsType<RoomRefusal.RoomInUse>(
            (await Rooms(venue).Beginning.BeginAsync(TestVenue.Boris, [], Cancel)).Error
        );
        venue.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(new BegunRoom(0, 0), (await Rooms(venue).Beginning.BeginAsync(TestVenue.Boris, [], Cancel)).Value);
    }

    [Fact]
    public async Task Begin_Empty_StaysEmptyWithTheNextStart()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        Assert.True((await Rooms(venue).Beginning.BeginAsync(TestVenue.Boris, [], Cancel)).Succeeded);

        await venue.Services.GetRequiredService<VenueSetup>().RunAsync(Cancel);

        Assert.Equal(
            (0, 0),
            await venue.Store.ReadAsync(
                async db => (await db.Tables.CountAsync(Cancel), await db.Halls.CountAsync(Cancel)),
                Cancel
            )
        );
        Assert.Equal(9, (await venue.CatalogAsync()).Slots.Count);
    }

    [Fact]
    public async Task BeginFromFile_WhatThePreviewSays_IsAllThereIs()
    {
        const string file =
            """[{"id": 5, "capacity": 3, "hall": "Bar", "combines_with": [7]}, {"id": 7, "capacity": 2, "hall":"""
            + """ "Bar"}]""";
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);

        var preview = (await Rooms(venue).Files.PreviewImportAsync(TestVenue.Boris, file, anew: true, Cancel)).Value!;
        Assert.Equal(
            (2, "Bar", "5+7"),
            (preview.Report.Added, preview.NewHalls.Single(), preview.NewCombinations.Single())
        );
        Assert.Equal(10, (await venue.CatalogAsync()).Tables.Count);
        var broken = (await Rooms(venue).Beginning.BeginFromFileAsync(TestVenue.Boris, "[{}]", Cancel)).Value!;
        Assert.Contains("line 1", broken.Report.Problem!.In(SeedTexts.English), StringComparison.Ordinal);
        Assert.Equal(10, (await venue.CatalogAsync()).Tables.Count);

        var done = (await Rooms(venue).Beginning.BeginFromFileAsync(TestVenue.Boris, file, Cancel)).Value!;

        Assert.Equal(preview.Report, done.Report);
        Assert.Equal([(5, 3), (7, 2)], (await venue.CatalogAsync()).Tables.Select(t => (t.Number, t.Seats)));
        Assert.Equal("Bar", (await venue.CatalogAsync()).Halls.Single().Name);
    }

    private static RoomEditing Rooms(TestVenue venue) => venue.Services.GetRequiredService<RoomEditing>();
}
