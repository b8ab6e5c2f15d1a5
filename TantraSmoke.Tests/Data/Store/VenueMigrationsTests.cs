using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Tests.Data.Store;

public sealed class VenueMigrationsTests
{
    [Fact]
    public void Model_OnPostgres_IsWhatTheMigrationsLeadTo() =>
        AssertComplete(new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=127.0.0.1").Options));

    [Fact]
    public void Model_OnSqlite_IsWhatTheMigrationsLeadTo() =>
        AssertComplete(new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options));

    [Theory]
    [OnBothDatabases]
    public async Task Down_ThenUp_LeavesAWorkingVenue(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.BookAsync(await venue.GuestAsync(), hour: 20);
        var migrations = venue.Services.GetRequiredService<VenueMigrations>();
        var all = (await migrations.StatusAsync(TestVenue.Cancel)).Applied;

        Assert.Equal(all[^1], await migrations.DownAsync(loseData: true, TestVenue.Cancel));
        var down = await migrations.StatusAsync(TestVenue.Cancel);
        await migrations.UpAsync(TestVenue.Cancel);
        var up = await migrations.StatusAsync(TestVenue.Cancel);

        Assert.Equal(all.SkipLast(1), down.Applied);
        Assert.Equal([all[^1]], down.Pending);
        Assert.Equal(all, up.Applied);
        Assert.Empty(up.Pending);
        await venue.Services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel);
        Assert.Equal(1, await ClaimTwiceAsync(venue));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Down_EveryMigration_TakesAllBack(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var migrations = venue.Services.GetRequiredService<VenueMigrations>();

        while (await migrations.DownAsync(loseData: true, TestVenue.Cancel) is not null) { }

        Assert.Empty((await migrations.StatusAsync(TestVenue.Cancel)).Applied);
        await migrations.UpAsync(TestVenue.Cancel);
        Assert.Empty((await migrations.StatusAsync(TestVenue.Cancel)).Pending);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Down_FirstMigrationWithBookings_IsRefusedUnlessTheirLossIsMeant(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.BookAsync(await venue.GuestAsync(), hour: 20);
        var migrations = venue.Services.GetRequiredService<VenueMigrations>();
        while ((await migrations.StatusAsync(TestVenue.Cancel)).Applied.Count > 1)
            await migrations.DownAsync(loseData: false, TestVenue.Cancel);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            migrations.DownAsync(loseData: false, TestVenue.Cancel)
        );

        Assert.Contains("1 bookings and 1 guests", refusal.Message, StringComparison.Ordinal);
        Assert.Single((await migrations.StatusAsync(TestVenue.Cancel)).Applied);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Down_MigrationOfANewerVersion_IsRefused(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await ExecuteAsync(venue, """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Future', '99')""");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            venue.Services.GetRequiredService<VenueMigrations>().DownAsync(loseData: true, TestVenue.Cancel)
        );

        Assert.StartsWith(
            "29991231000000_Future comes from a newer version",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [OnBothDatabases]
    public async Task Setup_DatabaseOfAnotherVersion_IsRefused(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await ExecuteAsync(venue, """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Future', '99')""");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            venue.Services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel)
        );

        Assert.Contains(
            "belongs to another version of TantraSmoke, which applied 29991231000000_Future",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Up_LockOfAKilledProcessLeftBehind_IsNotWaitedFor()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await ExecuteAsync(
            venue,
            """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-20 12:00:00+00:00')"""
        );

        await venue
            .Services.GetRequiredService<VenueMigrations>()
            .UpAsync(TestVenue.Cancel)
            .WaitAsync(TimeSpan.FromSeconds(20), TestVenue.Cancel);
    }

    private static void AssertComplete(VenueDb db)
    {
        using (db)
            Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: run ./migrations.sh add NAME");
    }

    /// <summary>How many of two equal claims the database accepts.</summary>
    private static async Task<int> ClaimTwiceAsync(TestVenue venue)
    {
        await using var db = venue.Store.Open();
        var table = await db.Tables.Select(t => t.Id).FirstAsync(TestVenue.Cancel);
        var claim = new ClaimRequest(
            [table],
            TestVenue.Friday,
            TestVenue.Friday.AddHours(2),
            TantraSmoke.Core.Entities.ClaimKind.Block,
            TestVenue.Friday
        );
        await using var transaction = await db.Database.BeginTransactionAsync(TestVenue.Cancel);
        return (await db.TryClaimAsync(claim, TestVenue.Cancel) ? 1 : 0)
            + (await db.TryClaimAsync(claim, TestVenue.Cancel) ? 1 : 0);
    }

    private static async Task ExecuteAsync(TestVenue venue, string sql)
    {
        await using var db = venue.Store.Open();
        await db.Database.ExecuteSqlRawAsync(sql, TestVenue.Cancel);
    }
}
