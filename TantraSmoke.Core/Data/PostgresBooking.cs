using Npgsql;
using NpgsqlTypes;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Data;

/// <summary>
/// A new booking in one round trip: the guest's hold gives way, then one statement claims the tables and, if it got all of them,
/// writes booking, history and messages. Through the change tracker the same work takes the processor three times as long.
/// </summary>
internal static class PostgresBooking
{
    private const string FreeHoldSql = "DELETE FROM table_claims WHERE holder = $1 AND kind = 'hold'";

    private const string FreeExpiredSql = """
        DELETE FROM table_claims
        WHERE (table_id = ANY($1) AND starts_at < $3 AND ends_at > $2 AND expires_at <= $4) OR booking_id = $5
        """;

    private const string BookSql = """
        WITH claim AS (
            INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id)
            SELECT table_id, $2, $3, $4, $5 FROM unnest($1) AS table_id ORDER BY table_id
            ON CONFLICT DO NOTHING
            RETURNING table_id),
        booking AS (
            INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids, party_size,
                status, source, comment, idempotency_key, version, created_at, seated_at)
            SELECT $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20
            WHERE (SELECT count(*) FROM claim) = cardinality($1)
            RETURNING id),
        history AS (
            INSERT INTO booking_history (booking_id, action, actor_kind, actor_id, actor_name, at, version)
            SELECT id, $21, $22, $23, $24, $25, $18 FROM booking),
        messages AS (
            INSERT INTO outbox (kind, chat_id, for_guest, booking_id, due_at, dedupe_key, attempts, created_at)
            SELECT message.kind, message.chat_id, message.for_guest, booking.id, $25, message.dedupe_key, 0, $25
            FROM booking, unnest($26, $27, $28, $29) AS message (kind, chat_id, for_guest, dedupe_key))
        SELECT id FROM booking
        """;

    /// <summary>
    /// Expired holds in the way, and what a try that got only some of its tables has left. Looked for only after such a try:
    /// there is hardly ever one, and PostgreSQL plans this anew each time, which takes longer than the booking.
    /// </summary>
    public static NpgsqlBatchCommand MakeRoom(ClaimRequest claim) => new(FreeExpiredSql)
    {
        Parameters = { Of(claim.TableIds.ToArray()), Of(claim.StartsAt), Of(claim.EndsAt), Of(claim.Now), Of(claim.BookingId, NpgsqlDbType.Uuid) },
    };

    /// <summary>To be run in this order in one transaction; a row of the last one means that the booking was written.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Commands(
        ClaimRequest claim, Booking booking, BookingHistory history, IReadOnlyList<OutboxMessage> messages)
    {
        int[] tables = [.. claim.TableIds.Order()];
        if (claim.Holder is { } holder)
            yield return new NpgsqlBatchCommand(FreeHoldSql) { Parameters = { Of(holder) } };
        yield return new NpgsqlBatchCommand(BookSql)
        {
            Parameters =
            {
                Of(tables), Of(claim.StartsAt), Of(claim.EndsAt), Of(SnakeCase.Of(claim.Kind)),
                Of(booking.Id), Of(booking.Code), Of(booking.GuestId, NpgsqlDbType.Bigint), Of(booking.ServiceDay),
                Of(booking.StartsAt), Of(booking.EndsAt), Of(booking.SlotId, NpgsqlDbType.Integer), Of(booking.TableIds.ToArray()),
                Of(booking.PartySize), Of(SnakeCase.Of(booking.Status)), Of(SnakeCase.Of(booking.Source)),
                Of(booking.Comment, NpgsqlDbType.Text), Of(booking.IdempotencyKey), Of(booking.Version), Of(booking.CreatedAt),
                Of(booking.SeatedAt, NpgsqlDbType.TimestampTz),
                Of(SnakeCase.Of(history.Action)), Of(history.ActorKind), Of(history.ActorId, NpgsqlDbType.Bigint), Of(history.ActorName), Of(history.At),
                Of(messages.Select(m => SnakeCase.Of(m.Kind)).ToArray()), Of(messages.Select(m => m.ChatId).ToArray()),
                Of(messages.Select(m => m.ForGuest).ToArray()), Of(messages.Select(m => m.DedupeKey).ToArray()),
            },
        };
    }

    /// <summary>A parameter that may be null.</summary>
    public static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    public static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };
}
