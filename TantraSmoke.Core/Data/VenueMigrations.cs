using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Data;

/// <summary>Migrates the database to this version, or one migration back.</summary>
public sealed class VenueMigrations(VenueStore store, InstallationSettings installation)
{
    /// <summary>Applied and pending migrations, oldest first. For a missing SQLite file all are pending.</summary>
    public async Task<MigrationStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        if (installation.Postgres is null && !File.Exists(installation.SqliteFile))
            return new MigrationStatus([], [.. db.Database.GetMigrations()]);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return new MigrationStatus(applied, [.. db.Database.GetMigrations().Except(applied)]);
    }

    /// <summary>Applies pending migrations under the lock. Creates a PostgreSQL database that does not exist.</summary>
    public async Task UpAsync(CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        await using var turn = await MigrationLock.TakeAsync(db, installation, cancellationToken);
        await MigrateAsync(db, installation, cancellationToken);
    }

    /// <summary>Applies pending migrations; the caller holds the lock.</summary>
    /// <exception cref="InvalidDataException">As of <see cref="FindPendingAsync"/>.</exception>
    internal static async Task MigrateAsync(
        VenueDb db,
        InstallationSettings installation,
        CancellationToken cancellationToken
    )
    {
        // Checked first: migrating compares the whole model even if nothing is pending.
        if ((await FindPendingAsync(db, installation, cancellationToken)).Count > 0)
            await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Migrations that are to be applied.</summary>
    /// <exception cref="InvalidDataException">
    /// The database belongs to another version, or to another program.
    /// </exception>
    internal static async Task<IReadOnlyList<string>> FindPendingAsync(
        VenueDb db,
        InstallationSettings installation,
        CancellationToken cancellationToken
    )
    {
        var (known, applied) = (
            db.Database.GetMigrations(),
            (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList()
        );
        if (applied.Except(known).LastOrDefault() is { } unknown)
            throw new InvalidDataException(
                $"{installation.DatabaseName} belongs to another version of TantraSmoke, which applied {unknown}; "
                    + "start that version or name another database."
            );
        if (applied.Count == 0 && await db.FindForeignTableAsync(cancellationToken) is { } table)
            throw new InvalidDataException(
                $"{installation.DatabaseName} has a table \"{table}\" that this version of TantraSmoke did not make: "
                    + "it belongs to an earlier installation or to another program. Nothing was changed in it. "
                    + "Name an empty database, or, when its content is not needed any more, delete it and start again."
            );
        return [.. known.Except(applied)];
    }

    /// <summary>
    /// Reverts the newest migration and returns its name, or null if there is none. Throws InvalidDataException if a
    /// newer version made it, or if it is the first one and guests or bookings would be lost without <paramref
    /// name="loseData"/>.
    /// </summary>
    public async Task<string?> DownAsync(bool loseData, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(cancellationToken);
        if (status.Applied.Count == 0)
            return null;
        await using var db = store.Open();
        var newest = status.Applied[^1];
        if (!db.Database.GetMigrations().Contains(newest))
            throw new InvalidDataException(
                $"{newest} comes from a newer version of TantraSmoke; take it back with that version."
            );
        if (status.Applied.Count == 1 && !loseData)
            await RefuseToForgetAsync(db, cancellationToken);

        await using var turn = await MigrationLock.TakeAsync(db, installation, cancellationToken);
        var before = status.Applied.Count == 1 ? Migration.InitialDatabase : status.Applied[^2];
        await db.GetService<IMigrator>().MigrateAsync(before, cancellationToken);
        return newest;
    }

    private static async Task RefuseToForgetAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var (guests, bookings) = (
            await db.Guests.CountAsync(cancellationToken),
            await db.Bookings.CountAsync(cancellationToken)
        );
        if (guests + bookings > 0)
            throw new InvalidDataException(
                "Taking back the first migration deletes everything, "
                    + $"{bookings} bookings and {guests} guests among it; add --lose-data to do it."
            );
    }
}

/// <summary>Names of migrations, oldest first.</summary>
public sealed record MigrationStatus(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending);
