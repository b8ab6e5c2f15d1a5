using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Data;

/// <summary>The venue on PostgreSQL 15 or later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : VenueDb(options)
{
    private const string ClaimSql = """
        DELETE FROM table_claims
        WHERE table_id = ANY(@tables) AND tstzrange(starts_at, ends_at, '[)') && tstzrange(@starts, @ends, '[)') AND expires_at <= @now;
        DELETE FROM table_claims WHERE holder = @holder AND kind = 'hold';
        INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id, holder, expires_at, note)
        SELECT table_id, @starts, @ends, @kind, @booking, CASE WHEN @booking IS NULL THEN @holder END, @expires, @note
        FROM unnest(@tables) AS table_id ORDER BY table_id
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    public override async Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken)
    {
        await using var command = Command(ClaimSql);
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

    public override async Task LockGuestAsync(long guestId, CancellationToken cancellationToken)
    {
        // NO KEY: bookings of this guest being inserted elsewhere only need the key to stay.
        await using var command = Command("SELECT 1 FROM users WHERE id = @id FOR NO KEY UPDATE");
        command.Parameters.Add(new NpgsqlParameter<long>("id", guestId));
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public override Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now, DateTimeOffset lockedUntil, int count, CancellationToken cancellationToken) =>
        Outbox.FromSql($"""
            UPDATE outbox SET locked_until = {lockedUntil}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM outbox
                WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= {now} AND (locked_until IS NULL OR locked_until <= {now})
                ORDER BY due_at, id LIMIT {count} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);

    private NpgsqlCommand Command(string sql)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        return new NpgsqlCommand(sql, connection, (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
    }
}
