using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Tests.Core.Data;

public sealed class VenueSetupTests
{
    [Theory]
    [OnBothDatabases]
    public async Task Run_SeveralAtOnceOnAnEmptyDatabase_SetUpOneVenue(TestDatabase database)
    {
        using var folder = new TempFolder();
        await using var postgres = database == TestDatabase.Postgres ? await PostgresDatabase.CreateAsync() : null;
        var load = InstallationSettings.Load(postgres?.AsVariables() ?? new Dictionary<string, string?>(), folder.Path);
        var replicas = Enumerable.Range(0, 4)
            .Select(_ => new ServiceCollection().AddLogging().AddCore(load.Settings!).BuildServiceProvider()).ToList();

        await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel))));

        await using (var db = replicas[0].GetRequiredService<VenueStore>().Open())
        {
            Assert.Equal(1, await db.Settings.CountAsync(TestVenue.Cancel));
            Assert.Equal(10, await db.Tables.CountAsync(TestVenue.Cancel));
            Assert.Equal(9, await db.TimeSlots.CountAsync(TestVenue.Cancel));
        }

        foreach (var replica in replicas)
            await replica.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Up_DatabaseThatDoesNotExist_IsCreated()
    {
        await using var postgres = await PostgresDatabase.CreateAsync();
        await postgres.DropAsync();
        using var folder = new TempFolder();
        await using var services = new ServiceCollection().AddLogging()
            .AddCore(InstallationSettings.Load(postgres.AsVariables(), folder.Path).Settings!).BuildServiceProvider();
        var migrations = services.GetRequiredService<VenueMigrations>();

        await migrations.UpAsync(TestVenue.Cancel);

        Assert.Empty((await migrations.StatusAsync(TestVenue.Cancel)).Pending);
    }
}
