using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Tests.Data.Setup;

public sealed class VenueSetupTests
{
    [Theory]
    [OnBothDatabases]
    public async Task Run_SeveralAtOnceOnAnEmptyDatabase_SetUpOneVenue(TestDatabase database)
    {
        using var folder = new TempFolder();
        await using var postgres = database == TestDatabase.Postgres ? await PostgresDatabase.CreateAsync() : null;
        var installation = TestInstallation.Load(
            postgres?.AsVariables() ?? new Dictionary<string, string?>(),
            folder.Path
        );
        var replicas = Enumerable
            .Range(0, 4)
            .Select(_ => new ServiceCollection().AddLogging().AddCore(installation).BuildServiceProvider())
            .ToList();

        await Task.WhenAll(
            replicas.Select(replica =>
                Task.Run(() => replica.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel))
            )
        );

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
    public async Task Run_SeveralAtOnceWithoutDatabase_CreateIt()
    {
        await using var postgres = await PostgresDatabase.CreateAsync();
        await postgres.DropAsync();
        using var folder = new TempFolder();
        var installation = TestInstallation.Load(postgres.AsVariables(), folder.Path);
        var replicas = Enumerable
            .Range(0, 3)
            .Select(_ => new ServiceCollection().AddLogging().AddCore(installation).BuildServiceProvider())
            .ToList();

        await Task.WhenAll(
            replicas.Select(replica =>
                Task.Run(() => replica.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel))
            )
        );

        Assert.Empty((await replicas[0].GetRequiredService<VenueMigrations>().StatusAsync(TestVenue.Cancel)).Pending);
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task Run_WithoutDatabaseAndTheRightToCreateIt_SaysSo()
    {
        await using var postgres = await PostgresDatabase.CreateAsync();
        var role = $"r_{Guid.NewGuid():N}";
        await PostgresDatabase.OnServerAsync($"CREATE ROLE {role} LOGIN PASSWORD 'secret'");
        await postgres.DropAsync();
        using var folder = new TempFolder();
        var variables = new Dictionary<string, string?>(postgres.AsVariables())
        {
            ["DB_USER"] = role,
            ["DB_PASSWORD"] = "secret",
        };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddCore(TestInstallation.Load(variables, folder.Path))
            .BuildServiceProvider();

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel)
        );

        Assert.Contains(
            "does not exist and cannot be created: permission denied",
            refusal.Message,
            StringComparison.Ordinal
        );
        await PostgresDatabase.OnServerAsync($"DROP ROLE {role}");
    }

    [Fact]
    public async Task Up_DatabaseThatDoesNotExist_IsCreated()
    {
        await using var postgres = await PostgresDatabase.CreateAsync();
        await postgres.DropAsync();
        using var folder = new TempFolder();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddCore(TestInstallation.Load(postgres.AsVariables(), folder.Path))
            .BuildServiceProvider();
        var migrations = services.GetRequiredService<VenueMigrations>();

        await migrations.UpAsync(TestVenue.Cancel);

        Assert.Empty((await migrations.StatusAsync(TestVenue.Cancel)).Pending);
    }

    [Theory, OnBothDatabases]
    public async Task Run_OnTablesOfAnotherInstallation_LeavesThemAloneAndSaysWhatToDo(TestDatabase database)
    {
        using var folder = new TempFolder();
        await using var postgres = database == TestDatabase.Postgres ? await PostgresDatabase.CreateAsync() : null;
        var installation = TestInstallation.Load(
            postgres?.AsVariables() ?? new Dictionary<string, string?>(),
            folder.Path
        );
        Directory.CreateDirectory(installation.DataDirectory);
        await using var services = new ServiceCollection().AddLogging().AddCore(installation).BuildServiceProvider();
        await using (var db = services.GetRequiredService<VenueStore>().Open())
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE bookings (id integer PRIMARY KEY, guest text)",
                TestVenue.Cancel
            );

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            services.GetRequiredService<VenueSetup>().RunAsync(TestVenue.Cancel)
        );
        var again = await Assert.ThrowsAsync<InvalidDataException>(() =>
            services.GetRequiredService<VenueMigrations>().UpAsync(TestVenue.Cancel)
        );

        Assert.Equal(refusal.Message, again.Message);
        Assert.StartsWith(
            $"{installation.DatabaseName} has a table \"bookings\" that this version of TantraSmoke did not make",
            refusal.Message,
            StringComparison.Ordinal
        );
        await using (var db = services.GetRequiredService<VenueStore>().Open())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO bookings VALUES (1, 'Anna')", TestVenue.Cancel);
        SqliteConnection.ClearAllPools();
    }
}
