using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Core.Data;

/// <summary>Brings the database to this version and fills an empty one, before anything else starts.</summary>
public sealed class VenueSetup(VenueStore store, VenueSeed seed, InstallationSettings installation, ILogger<VenueSetup> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Waits up to a minute for PostgreSQL, creates a database that does not exist, migrates and seeds what is empty; replicas that
    /// start together wait for each other.
    /// </summary>
    /// <exception cref="InvalidDataException">The database is set up in a way that would lose bookings, or a seed file is broken.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var db = store.Open())
        {
            if (db is PostgresDb)
                await AwaitServerAsync(db, cancellationToken);
            await using var turn = await SetupTurn.TakeAsync(db, installation, cancellationToken);
            var (known, applied) = (db.Database.GetMigrations(), (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList());
            if (applied.Except(known).LastOrDefault() is { } unknown)
                throw new InvalidDataException(
                    $"{installation.DatabaseName} belongs to another version of TantraSmoke, which applied {unknown}; "
                    + "start that version or name another database.");
            // Asked first: migrating compares the whole model even when there is nothing to do.
            if (known.Except(applied).Any())
                await db.Database.MigrateAsync(cancellationToken);
            if (db is PostgresDb)
                await RefuseLossyAsync(db, cancellationToken);
            else
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            await seed.FillEmptyAsync(cancellationToken);
        }

        logger.LogInformation("Ready with {Database}", installation.DatabaseName);
    }

    private async Task AwaitServerAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        for (var said = false; ; said = true)
        {
            try
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                await db.Database.CloseConnectionAsync();
                return;
            }
            catch (Npgsql.NpgsqlException fault) when (fault.SqlState is null or Npgsql.PostgresErrorCodes.CannotConnectNow)
            {
                if (TimeProvider.System.GetElapsedTime(deadline) > Patience)
                    throw new InvalidDataException($"{installation.Postgres} cannot be reached: {fault.InnerException?.Message ?? fault.Message}", fault);
                if (!said)
                    logger.LogWarning("Waiting for {Database}: {Reason}", installation.Postgres, fault.InnerException?.Message ?? fault.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
            catch (Npgsql.PostgresException missing) when (missing.SqlState == Npgsql.PostgresErrorCodes.InvalidCatalogName)
            {
                // The server is there; whoever has the turn creates the database.
                return;
            }
            catch (Npgsql.PostgresException fault)
            {
                throw new InvalidDataException($"{installation.Postgres} refuses us: {fault.MessageText}", fault);
            }
        }
    }

    private static async Task RefuseLossyAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var setting = await db.Database.SqlQueryRaw<string>("SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync(cancellationToken);
        if (setting == "off")
            throw new InvalidDataException(
                "PostgreSQL runs with synchronous_commit=off and would forget bookings it has promised after a crash; set it to on.");
    }
}
