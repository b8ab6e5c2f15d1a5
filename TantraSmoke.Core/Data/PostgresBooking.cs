using Npgsql;
using NpgsqlTypes;

namespace TantraSmoke.Core.Data;

/// <summary>
/// A new booking in one round trip: the guest's hold gives way, then one statement claims the tables and, if it got all of them,
/// writes booking, history and messages. Through the change tracker the same work takes the processor three times as long.
/// </summary>
internal static class PostgresBooking
{
    public const int IsBookedColumn = 3;

    // NO KEY: bookings of this guest being inserted elsewhere only need the key to stay.
    private const string LockSql = "SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE";

    private const string StandingSql = """
        SELECT
            (SELECT id FROM bookings WHERE idempotency_key = $3) AS made,
            (SELECT is_blocked FROM users WHERE id = $1) AS is_blocked,
            (SELECT count(*) FROM bookings WHERE guest_id = $1 AND ends_at > $2 AND status IN ('booked', 'confirmed', 'seated')) AS active
        """;

    // A key that comes again gets the booking it has made, and takes nothing else away.
    private const string FreeHoldSql = """
        DELETE FROM table_claims
        WHERE holder = $1 AND kind = 'hold' AND NOT EXISTS (SELECT FROM bookings WHERE idempotency_key = $2)
        """;

    private const string FreeExpiredSql = """
        DELETE FROM table_claims
        WHERE (table_id = ANY($1) AND starts_at < $3 AND ends_at > $2 AND expires_at <= $4) OR booking_id = $5
        """;

    private const string BookSql = $"""
        WITH standing AS MATERIALIZED ({StandingSql}),
        claim AS (
            INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id)
            SELECT table_id, $5, $6, $7, $8 FROM standing, unnest($4) AS table_id
            WHERE made IS NULL AND ($1 IS NULL OR is_blocked IS NOT NULL)
            ORDER BY table_id
            ON CONFLICT DO NOTHING
            RETURNING table_id),
        booking AS (
            INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids, party_size,
                status, source, comment, idempotency_key, version, created_at, seated_at)
            SELECT $8, $9, $1, $10, $11, $12, $13, $14, $15, $16, $17, $18, $3, $19, $20, $21
            WHERE (SELECT count(*) FROM claim) = cardinality($4)
            RETURNING id),
        history AS (
            INSERT INTO booking_history (booking_id, action, actor_kind, actor_id, actor_name, at, version)
            SELECT id, $22, $23, $24, $25, $26, $19 FROM booking),
        messages AS (
            INSERT INTO outbox (kind, chat_id, for_guest, booking_id, due_at, dedupe_key, attempts, created_at)
            SELECT message.kind, message.chat_id, message.for_guest, booking.id, $26, message.dedupe_key, 0, $26
            FROM booking, unnest($27, $28, $29, $30) AS message (kind, chat_id, for_guest, dedupe_key))
        SELECT made, is_blocked, active, EXISTS (SELECT FROM booking) FROM standing
        """;

    /// <summary>Makes bookings of one guest wait for each other.</summary>
    public static NpgsqlBatchCommand Lock(long? guestId) => new(LockSql) { Parameters = { Of(guestId, NpgsqlDbType.Bigint) } };

    /// <summary>Where the guest stands; for <see cref="BookerAsync"/>.</summary>
    public static NpgsqlBatchCommand Standing(long? guestId, Guid? idempotencyKey, DateTimeOffset now) => new(StandingSql)
    {
        Parameters = { Of(guestId, NpgsqlDbType.Bigint), Of(now), Of(idempotencyKey, NpgsqlDbType.Uuid) },
    };

    /// <summary>
    /// Expired holds in the way, and what a try that got only some of its tables has left. Looked for only after such a try:
    /// there is hardly ever one, and PostgreSQL plans this anew each time, which takes longer than the booking.
    /// </summary>
    public static NpgsqlBatchCommand MakeRoom(ClaimRequest claim) => new(FreeExpiredSql)
    {
        Parameters = { Of(claim.TableIds.ToArray()), Of(claim.StartsAt), Of(claim.EndsAt), Of(claim.Now), Of(claim.BookingId, NpgsqlDbType.Uuid) },
    };

    /// <summary>
    /// To be run in this order in one transaction; the row says where the guest stands and, in <see cref="IsBookedColumn"/>,
    /// whether the booking was written. Nothing is when the key has made one before or there is no such guest.
    /// </summary>
    public static IEnumerable<NpgsqlBatchCommand> Write(NewBooking wanted)
    {
        var (claim, booking, history, messages) = wanted;
        if (claim.Holder is { } holder)
            yield return new NpgsqlBatchCommand(FreeHoldSql) { Parameters = { Of(holder), Of(booking.IdempotencyKey) } };
        yield return new NpgsqlBatchCommand(BookSql)
        {
            Parameters =
            {
                Of(booking.GuestId, NpgsqlDbType.Bigint), Of(claim.Now), Of(booking.IdempotencyKey),
                Of(claim.TableIds.Order().ToArray()), Of(claim.StartsAt), Of(claim.EndsAt), Of(SnakeCase.Of(claim.Kind)),
                Of(booking.Id), Of(booking.Code), Of(booking.ServiceDay), Of(booking.StartsAt), Of(booking.EndsAt),
                Of(booking.SlotId, NpgsqlDbType.Integer), Of(booking.TableIds.ToArray()), Of(booking.PartySize),
                Of(SnakeCase.Of(booking.Status)), Of(SnakeCase.Of(booking.Source)), Of(booking.Comment, NpgsqlDbType.Text),
                Of(booking.Version), Of(booking.CreatedAt), Of(booking.SeatedAt, NpgsqlDbType.TimestampTz),
                Of(SnakeCase.Of(history.Action)), Of(history.ActorKind), Of(history.ActorId, NpgsqlDbType.Bigint), Of(history.ActorName), Of(history.At),
                Of(messages.Select(m => SnakeCase.Of(m.Kind)).ToArray()), Of(messages.Select(m => m.ChatId).ToArray()),
                Of(messages.Select(m => m.ForGuest).ToArray()), Of(messages.Select(m => m.DedupeKey).ToArray()),
            },
        };
    }

    /// <summary>Reads the row of <see cref="Standing"/> or <see cref="Write"/>; what came before it has no columns.</summary>
    public static async Task<Booker> BookerAsync(NpgsqlDataReader reader, long? guestId, CancellationToken cancellationToken)
    {
        while (reader.FieldCount == 0)
            await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        bool? blocked = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetBoolean(1);
        Guid? made = await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetGuid(0);
        return new Booker(guestId is null || blocked is not null, blocked is true, (int)reader.GetInt64(2), made);
    }

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    private static NpgsqlParameter<T> Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };
}
