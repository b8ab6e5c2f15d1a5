using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Setup;

[assembly: AssemblyFixture(typeof(TantraSmoke.Tests.Support.MigratedDatabase))]

namespace TantraSmoke.Tests.Support;

/// <summary>
/// An empty database with every migration applied, made once per run on either server; tests get copies, because
/// migrating takes longer than most of them, and on PostgreSQL copies that others have done with.
/// </summary>
public sealed class MigratedDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresDatabase>> Template = new(MakePostgresAsync);
    private static readonly ConcurrentBag<PostgresDatabase> Idle = [];
    private static readonly Lazy<Task<byte[]>> Empty = new(() => MakeSqliteAsync(isSetUp: false));
    private static readonly Lazy<Task<byte[]>> SetUp = new(() => MakeSqliteAsync(isSetUp: true));

    /// <summary>A copy on the PostgreSQL server.</summary>
    public static async Task<PostgresDatabase> CopyAsync()
    {
        while (Idle.TryTake(out var used))
        {
            if (await used.EmptyAsync())
                return used;
            await used.DropAsync();
        }

        return await PostgresDatabase.CreateAsync(await Template.Value);
    }

    /// <summary>Takes a copy back.</summary>
    public static void Give(PostgresDatabase copy) => Idle.Add(copy);

    /// <summary>A copy in a file that does not exist yet.</summary>
    /// <param name="isSetUp">With the shipped venue in it, as set up on <see cref="TestVenue.Friday"/>.</param>
    public static async Task CopyToAsync(string sqliteFile, bool isSetUp = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(sqliteFile)!);
        await System.IO.File.WriteAllBytesAsync(sqliteFile, await (isSetUp ? SetUp : Empty).Value);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in Idle)
            await copy.DropAsync();
        // Without a server it was never made.
        if (Template is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Template.Value).DisposeAsync();
    }

    private static async Task<PostgresDatabase> MakePostgresAsync()
    {
        var database = await PostgresDatabase.CreateAsync();
        using var folder = new TempFolder();
        await MigrateAsync(database.AsVariables(), folder, isSetUp: false);
        await database.RememberShapeAsync();
        // Nobody may be connected to what is copied.
        NpgsqlConnection.ClearAllPools();
        return database;
    }

    private static async Task<byte[]> MakeSqliteAsync(bool isSetUp)
    {
        using var folder = new TempFolder();
        var file = await MigrateAsync(new Dictionary<string, string?>(), folder, isSetUp);
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            await command.ExecuteNonQueryAsync();
        }

        return await System.IO.File.ReadAllBytesAsync(file);
    }

    private static async Task<string> MigrateAsync(
        IReadOnlyDictionary<string, string?> variables,
        TempFolder folder,
        bool isSetUp
    )
    {
        var installation = TestInstallation.Load(variables, folder.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(installation.SqliteFile)!);
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(new TestTime(TestVenue.Friday));
        services.AddCore(installation);
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<VenueMigrations>().UpAsync(CancellationToken.None);
            if (isSetUp)
                await provider.GetRequiredService<VenueSetup>().RunAsync(CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        return installation.SqliteFile;
    }
}
