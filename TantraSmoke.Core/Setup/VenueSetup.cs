using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Setup;

/// <summary>Migrates the database and fills an empty one, before anything else starts.</summary>
public sealed class VenueSetup(
    VenueStore store,
    VenueSeed seed,
    InstallationSettings installation,
    ILogger<VenueSetup> logger
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Waits up to a minute for PostgreSQL, creates a missing database, migrates and seeds; replicas that start
    /// together wait for each other.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The database is configured in a way that could lose bookings, or a seed file is invalid.
    /// </exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var db = store.Open())
        {
            if (db is PostgresDb)
                await AwaitServerAsync(cancellationToken);
            await using var turn = await MigrationLock.TakeAsync(db, installation, cancellationToken);
            await VenueMigrations.MigrateAsync(db, installation, cancellationToken);
            if (db is PostgresDb)
                await RefuseLossyAsync(db, cancellationToken);
            else
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            await seed.FillEmptyAsync(cancellationToken);
        }

        logger.LogInformation("Ready with {Database}", installation.DatabaseName);
    }

    /// <summary>
    /// Throws what <see cref="RunAsync"/> would refuse about the database, without waiting for it or changing it.
    /// </summary>
    /// <returns>The migrations that are to be applied.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        if (db is PostgresDb)
            await RefuseLossyAsync(db, cancellationToken);
        else if (!File.Exists(installation.SqliteFile))
            return [.. db.Database.GetMigrations()];
        return await VenueMigrations.FindPendingAsync(db, installation, cancellationToken);
    }

    /// <summary>Connects without EF, which wraps connection errors in exceptions of its own.</summary>
    private async Task AwaitServerAsync(CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        for (var said = false; ; said = true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(
                    installation.Postgres!.ToConnectionString() + ";Pooling=false"
                );
                await connection.OpenAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException fault) when (fault.SqlState is null or PostgresErrorCodes.CannotConnectNow)
            {
                if (TimeProvider.System.GetElapsedTime(deadline) > Patience)
                    throw new InvalidDataException(
                        $"{installation.Postgres} cannot be reached: {fault.InnerException?.Message ?? fault.Message}",
                        fault
                    );
                if (!said)
                    logger.LogWarning(
                        "Waiting for {Database}: {Reason}",
                        installation.Postgres,
                        fault.InnerException?.Message ?? fault.Message
                    );
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                // The server is reachable; the holder of the lock creates the database.
                return;
            }
            catch (PostgresException fault)
            {
                throw new InvalidDataException($"{installation.Postgres} refuses us: {fault.MessageText}", fault);
            }
        }
    }

    private static async Task RefuseLossyAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var setting = await db
            .Database.SqlQueryRaw<string>("SELECT current_setting('synchronous_commit') AS \"Value\"")
            .SingleAsync(cancellationToken);
        if (setting == "off")
            throw new InvalidDataException(
                "PostgreSQL runs with synchronous_commit=off and would forget bookings it has promised after a crash; "
                    + "set it to on."
            );
    }
}
