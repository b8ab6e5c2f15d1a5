using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Lock for migrating and seeding the database, released when its process ends. EF's own lock does not cover the
/// seeding, and on SQLite it is a row that a killed process leaves behind.
/// </summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    private const long AdvisoryLock = 0x54616E747261; // "Tantra"
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IAsyncDisposable _held;

    private MigrationLock(IAsyncDisposable held) => _held = held;

    /// <summary>
    /// Waits up to a minute, then throws InvalidDataException. Creates a PostgreSQL database that does not exist.
    /// </summary>
    public static async Task<MigrationLock> TakeAsync(
        VenueDb db,
        InstallationSettings installation,
        CancellationToken cancellationToken
    ) =>
        new(
            db is PostgresDb
                ? await LockDatabaseAsync(db, installation, cancellationToken)
                : await LockFileAsync(db, installation, cancellationToken)
        );

    public ValueTask DisposeAsync() => _held.DisposeAsync();

    private static async Task<IAsyncDisposable> LockDatabaseAsync(
        VenueDb db,
        InstallationSettings installation,
        CancellationToken cancellationToken
    )
    {
        await CreateMissingAsync(db, installation, cancellationToken);
        // Not pooled: closing it has to end the session and with it the lock.
        var connection = new NpgsqlConnection(installation.Postgres!.ToConnectionString() + ";Pooling=false");
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(
                $"SET lock_timeout = {(int)Patience.TotalMilliseconds}; SELECT pg_advisory_lock({AdvisoryLock})",
                connection
            );
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch (Exception fault)
        {
            await connection.DisposeAsync();
            if (fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
                throw TookTooLong(fault);
            throw;
        }
    }

    private static async Task CreateMissingAsync(
        VenueDb db,
        InstallationSettings installation,
        CancellationToken cancellationToken
    )
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
            return;
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException fault)
            when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica created it at the same time.
        }
        catch (PostgresException fault)
        {
            throw new InvalidDataException(
                $"{installation.Postgres} does not exist and cannot be created: {fault.MessageText}",
                fault
            );
        }
    }

    private static async Task<IAsyncDisposable> LockFileAsync(
        VenueDb db,
        InstallationSettings installation,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(installation.DataDirectory);
        var file =
            await LockFile.TryTakeAsync(
                Path.Combine(installation.DataDirectory, "setup.lock"),
                Patience,
                cancellationToken
            ) ?? throw TookTooLong();
        if (
            await db
                .Database.SqlQueryRaw<int>(
                    "SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'"
                )
                .SingleAsync(cancellationToken) > 0
        )
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        return file;
    }

    private static InvalidDataException TookTooLong(Exception? fault = null) =>
        new(
            "Another process has been setting up the database for a minute; see what it is waiting for, "
                + "then start again.",
            fault
        );
}
