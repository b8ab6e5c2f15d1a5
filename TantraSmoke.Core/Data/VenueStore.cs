using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Opens one short-lived context per operation. A write is one transaction, committed on success and rolled back on a
/// refusal; serialization failures, deadlocks and unique-key races are retried with a fresh context. On SQLite, writes
/// are queued here in order.
/// </summary>
public sealed class VenueStore(IServiceProvider services, TimeProvider time, ILogger<VenueStore> logger) : IDisposable
{
    private const int Tries = 6;
    private readonly SemaphoreSlim _sqliteWriter = new(1, 1);

    public async Task<T> ReadAsync<T>(Func<VenueDb, Task<T>> query, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var db = Open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await query(db);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in its own transaction. It may be retried, so it must not have other side effects.
    /// Missing rights of staff are audited.
    /// </summary>
    /// <param name="isOneStatement">
    /// The work is one statement, which PostgreSQL commits by itself, and a refusal has changed nothing.
    /// </param>
    public async Task<Outcome<T>> WriteAsync<T>(
        Actor actor,
        Func<VenueDb, Task<Outcome<T>>> work,
        CancellationToken cancellationToken,
        bool isOneStatement = false
    )
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await WriteOnceAsync(actor, work, isOneStatement, cancellationToken);
                return outcome.Error is CommonRefusal.NotAllowed refused
                    ? await RefuseAsync(actor, refused.Right, cancellationToken)
                    : outcome;
            }
            catch (Exception fault) when (attempt < Tries && IsRace(fault))
            {
                logger.LogDebug(fault, "A write lost a race and is tried again ({Attempt})", attempt);
                await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellationToken);
            }
        }
    }

    /// <summary>The refusal for a missing right, audited for staff.</summary>
    public async Task<Refusal> RefuseAsync(Actor actor, Right right, CancellationToken cancellationToken)
    {
        if (actor is Actor.Staff)
        {
            await ChangeAsync(
                actor,
                async db =>
                {
                    db.Audit.Add(
                        new AuditEntry(
                            time.GetUtcNow(),
                            actor,
                            AuditEntry.Refused,
                            AuditEntry.Rights,
                            right.ToString(),
                            null,
                            null
                        )
                    );
                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
        }

        return new CommonRefusal.NotAllowed(right);
    }

    /// <summary>A write that cannot be refused.</summary>
    public async Task ChangeAsync(Actor actor, Func<VenueDb, Task> work, CancellationToken cancellationToken) =>
        await WriteAsync<object>(
            actor,
            async db =>
            {
                await work(db);
                return new object();
            },
            cancellationToken
        );

    public VenueDb Open()
    {
        var db = services.GetRequiredService<Func<VenueDb>>()();
        // Contexts are pooled; EF does not reset our own properties.
        db.Actor = Actor.System.Instance;
        db.Changes.Clear();
        return db;
    }

    public void Dispose() => _sqliteWriter.Dispose();

    private async Task<Outcome<T>> WriteOnceAsync<T>(
        Actor actor,
        Func<VenueDb, Task<Outcome<T>>> work,
        bool isOneStatement,
        CancellationToken cancellationToken
    )
        where T : class
    {
        await using var db = Open();
        db.Actor = actor;
        if (isOneStatement && db is PostgresDb postgres)
        {
            var committed = await work(postgres);
            services.GetRequiredService<ChangeInterceptor>().Publish(postgres);
            return committed;
        }

        // A failed write is rolled back as a whole, so savepoints would only add two round trips.
        db.Database.AutoSavepointsEnabled = false;
        var isSqlite = db is SqliteDb;
        if (isSqlite)
            await _sqliteWriter.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (isSqlite)
                await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
            var outcome = await work(db);
            if (outcome.Succeeded)
                // A commit is not cancelled half way: the caller must learn its result.
                await transaction.CommitAsync(CancellationToken.None);
            return outcome;
        }
        finally
        {
            if (isSqlite)
                _sqliteWriter.Release();
        }
    }

    private static bool IsRace(Exception fault) =>
        fault switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.UniqueViolation
            } => true,
            SqliteException { SqliteErrorCode: 5 or 6 } => true,
            SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
            DbUpdateConcurrencyException => false,
            DbUpdateException { InnerException: { } inner } => IsRace(inner),
            _ => false,
        };
}
