using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Data;

/// <summary>The venue on PostgreSQL 15 or later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : VenueDb(options)
{
    private const long OutboxLock = 0x4F7574626F78; // "Outbox"
    private const string ClaimSql = """
        DELETE FROM table_claims
        WHERE table_id = ANY(@tables) AND starts_at < @ends AND ends_at > @starts AND expires_at <= @now;
        DELETE FROM table_claims WHERE holder = @holder AND kind = 'hold';
        INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id, holder, expires_at, note)
        SELECT table_id, @starts, @ends, @kind, @booking, CASE WHEN @booking IS NULL THEN @holder END, @expires, @note
        FROM unnest(@tables) AS table_id ORDER BY table_id
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    public override async Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ClaimSql, Connection, Transaction);
        var parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter<int[]>("tables", [.. claim.TableIds.Order()]));
        parameters.Add(new NpgsqlParameter<DateTimeOffset>("starts", claim.StartsAt));
        parameters.Add(new NpgsqlParameter<DateTimeOffset>("ends", claim.EndsAt));
        parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", claim.Now));
        parameters.Add(new NpgsqlParameter<string>("kind", SnakeCase.Of(claim.Kind)));
        parameters.Add(new NpgsqlParameter("booking", NpgsqlDbType.Uuid) { Value = (object?)claim.BookingId ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter("holder", NpgsqlDbType.Text) { Value = (object?)claim.Holder ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter("expires", NpgsqlDbType.TimestampTz) { Value = (object?)claim.ExpiresAt ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter("note", NpgsqlDbType.Text) { Value = (object?)claim.Note ?? DBNull.Value });

        var taken = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            taken++;
        return taken == claim.TableIds.Count;
    }

    public override async Task<bool> TryBookAsync(
        ClaimRequest claim, Booking booking, BookingHistory history, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var written = await RunAsync(PostgresBooking.Commands(claim, booking, history, messages), cancellationToken) > 0
            || (await RunAsync([PostgresBooking.MakeRoom(claim)], cancellationToken) > 0
                && await RunAsync(PostgresBooking.Commands(claim, booking, history, messages), cancellationToken) > 0);
        if (written)
            // The interceptor sees only what EF saves.
            Changes.Add(VenueChange.Of(booking));
        return written;
    }

    /// <summary>Runs the commands in one round trip and says how many rows the last of them returned or removed.</summary>
    private async Task<ulong> RunAsync(IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return batch.BatchCommands[^1].Rows;
    }

    public override async Task<Booker> LockBookerAsync(
        long? guestId, Guid? idempotencyKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One round trip. The statement after the lock sees what those committed who held it before.
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        // NO KEY: bookings of this guest being inserted elsewhere only need the key to stay.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT is_blocked FROM users WHERE id = $1 FOR NO KEY UPDATE")
        {
            Parameters = { PostgresBooking.Of(guestId, NpgsqlDbType.Bigint) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("""
            SELECT
                (SELECT count(*) FROM bookings WHERE guest_id = $1 AND ends_at > $2 AND status IN ('booked', 'confirmed', 'seated')),
                (SELECT id FROM bookings WHERE idempotency_key = $3)
            """)
        {
            Parameters = { PostgresBooking.Of(guestId, NpgsqlDbType.Bigint), PostgresBooking.Of(now), PostgresBooking.Of(idempotencyKey, NpgsqlDbType.Uuid) },
        });

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        bool? blocked = await reader.ReadAsync(cancellationToken) ? reader.GetBoolean(0) : null;
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        Guid? made = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetGuid(1);
        return new Booker(blocked is not null, blocked is true, (int)reader.GetInt64(0), made);
    }

    public override async Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now, DateTimeOffset lockedUntil, int count, CancellationToken cancellationToken)
    {
        // One dispatcher takes at a time, or two would share out one chat's messages and send them in any order.
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OutboxLock})", cancellationToken);
        return await Outbox.FromSql($"""
            UPDATE outbox SET locked_until = {lockedUntil}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM outbox m
                WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= {now} AND (locked_until IS NULL OR locked_until <= {now})
                    AND NOT EXISTS (
                        SELECT 1 FROM outbox e
                        WHERE e.chat_id = m.chat_id AND e.id < m.id AND e.sent_at IS NULL AND e.failed_at IS NULL
                            AND e.attempts BETWEEN 1 AND {OutboxMessage.AttemptsInOrder} AND (e.due_at > {now} OR e.locked_until > {now}))
                ORDER BY due_at, id LIMIT {count} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)Database.GetDbConnection();

    private NpgsqlTransaction? Transaction => (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction();
}
