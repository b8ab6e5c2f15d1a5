using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
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

        return await AllOrNoneAsync(claim, command, cancellationToken);
    }

    public override async Task<bool> TryBookAsync(NewBooking wanted, CancellationToken cancellationToken) =>
        (await BookAsync(PostgresBooking.Write(wanted), wanted, cancellationToken)).IsBooked || await TryAgainAsync(wanted, cancellationToken);

    public override async Task<(Booker Booker, bool IsBooked)> LockBookerAndTryBookAsync(NewBooking wanted, CancellationToken cancellationToken)
    {
        // One round trip. The statements after the lock see what those committed who held it before.
        var (booker, isBooked) = await BookAsync([PostgresBooking.Lock(wanted.Booking.GuestId), .. PostgresBooking.Write(wanted)], wanted, cancellationToken);
        return (booker, isBooked || (booker.GoesOn && await TryAgainAsync(wanted, cancellationToken)));
    }

    public override async Task<Booker> LockBookerAsync(
        long? guestId, Guid? idempotencyKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        NpgsqlBatchCommand[] commands = [PostgresBooking.Lock(guestId), PostgresBooking.Standing(guestId, idempotencyKey, now)];
        return await RunAsync(commands, reader => PostgresBooking.BookerAsync(reader, guestId, cancellationToken), cancellationToken);
    }

    /// <summary>Once more without what may be in the way; what the tries got of a combination is given back.</summary>
    private async Task<bool> TryAgainAsync(NewBooking wanted, CancellationToken cancellationToken)
    {
        if (!await MakeRoomAsync(wanted.Claim, cancellationToken))
            return false;
        var (_, isBooked) = await BookAsync(PostgresBooking.Write(wanted), wanted, cancellationToken);
        if (!isBooked && wanted.Claim.TableIds.Count > 1)
            await MakeRoomAsync(wanted.Claim, cancellationToken);
        return isBooked;
    }

    private Task<bool> MakeRoomAsync(ClaimRequest claim, CancellationToken cancellationToken) =>
        RunAsync([PostgresBooking.MakeRoom(claim)], reader => Task.FromResult(reader.RecordsAffected > 0), cancellationToken);

    private Task<(Booker Booker, bool IsBooked)> BookAsync(
        IEnumerable<NpgsqlBatchCommand> commands, NewBooking wanted, CancellationToken cancellationToken) =>
        RunAsync(commands, async reader =>
        {
            var booker = await PostgresBooking.BookerAsync(reader, wanted.Booking.GuestId, cancellationToken);
            var isBooked = reader.GetBoolean(PostgresBooking.IsBookedColumn);
            if (isBooked)
                // The interceptor sees only what EF saves.
                Changes.Add(VenueChange.Of(wanted.Booking));
            return (booker, isBooked);
        }, cancellationToken);

    private async Task<T> RunAsync<T>(
        IEnumerable<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await read(reader);
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
