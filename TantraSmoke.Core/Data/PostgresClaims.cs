using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Claims tables and inserts a new booking in one statement, which also returns the guest's state. The change tracker
/// needs three times the processor time.
/// </summary>
internal static class PostgresClaims
{
    // NO KEY: concurrent inserts of this guest's bookings only need the key to stay.
    private const string LockSql = "SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE";

    private static readonly string StandingSql = $"""
        SELECT
            (SELECT id FROM bookings WHERE idempotency_key = $3) AS made,
            (SELECT is_blocked FROM users
                WHERE id = $1 AND merged_into_id IS NULL AND anonymized_at IS NULL) AS is_blocked,
            (SELECT count(*) FROM bookings WHERE guest_id = $1 AND ends_at > $2 AND {VenueDb.IsOpenSql}) AS active
        """;

    private const string TimesSql = """
        SELECT table_id, starts_at, ends_at, expires_at, CASE kind WHEN 'hold' THEN holder END, false FROM table_claims
        WHERE starts_at >= $1 AND starts_at < $2
        UNION ALL
        SELECT unnest(table_ids), starts_at, ends_at, NULL, NULL, true FROM bookings
        WHERE status = 'seated' AND starts_at >= $1 AND starts_at < $2
        ORDER BY 2
        """;

    private const string MakeRoomSql = """
        DELETE FROM table_claims
        WHERE (table_id = ANY($1) AND starts_at < $3 AND ends_at > $2 AND expires_at <= $4) OR id = ANY($5)
        """;

    private const string SettleSql =
        "UPDATE table_claims SET starts_at = $2, ends_at = $3, guests = $4 WHERE id = ANY($1)";

    // The holder's holds are deleted before the insert, because the insert reads from "standing", which counts them. A
    // repeated key returns its booking and deletes nothing.
    private static readonly string ClaimSql = $"""
        WITH given_back AS (
            DELETE FROM table_claims
            WHERE holder = $12 AND kind = 'hold' AND NOT EXISTS (SELECT FROM bookings WHERE idempotency_key = $3)
            RETURNING id),
        standing AS MATERIALIZED ({StandingSql}, (SELECT count(*) FROM given_back) AS given_back),
        claim AS (
            INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id, holder, expires_at, note)
            SELECT table_id, $5, $6, $7, $8, $9, $10, $11 FROM standing, unnest($4) AS table_id
            WHERE made IS NULL AND given_back >= 0 AND ($1 IS NULL OR is_blocked IS NOT NULL)
            ORDER BY table_id
            ON CONFLICT DO NOTHING
            RETURNING id)
        """;

    /// <summary>Number of parameters of <see cref="ClaimSql"/>.</summary>
    private const int ClaimParameters = 12;

    private const string ResultSql = "SELECT made, is_blocked, active, ARRAY(SELECT id FROM claim) FROM standing";

    private static readonly ConditionalWeakTable<IModel, string> BookSqls = [];

    /// <summary>Serializes bookings of one guest.</summary>
    public static NpgsqlBatchCommand Lock(long? guestId) =>
        new(LockSql) { Parameters = { Of(guestId, NpgsqlDbType.Bigint) } };

    /// <summary>Reads the guest's state, for <see cref="BookerAsync"/>.</summary>
    public static NpgsqlBatchCommand Standing(long? guestId, Guid? idempotencyKey, DateTimeOffset now) =>
        new(StandingSql)
        {
            Parameters = { Of(guestId, NpgsqlDbType.Bigint), Of(now), Of(idempotencyKey, NpgsqlDbType.Uuid) },
        };

    /// <summary>
    /// Deletes expired holds in the way, and the claims of an attempt that got only some of its tables. Only run after
    /// such an attempt: it is rare, and PostgreSQL plans this statement anew each time, which takes longer than the
    /// booking.
    /// </summary>
    public static NpgsqlBatchCommand MakeRoom(ClaimRequest claim, long[] taken) =>
        new(MakeRoomSql)
        {
            Parameters =
            {
                Of(claim.TableIds.ToArray()),
                Of(claim.Wanted.From),
                Of(claim.Wanted.Until),
                Of(claim.Now),
                Of(taken),
            },
        };

    /// <summary>Releases what was claimed only to check the gap.</summary>
    public static NpgsqlBatchCommand Settle(ClaimRequest claim, long[] taken) =>
        new(SettleSql)
        {
            Parameters = { Of(taken), Of(claim.StartsAt), Of(claim.EndsAt), Of(claim.Guests, NpgsqlDbType.Integer) },
        };

    /// <summary>
    /// Claims those of the tables that are free, after deleting the holder's holds. Does nothing if the guest does not
    /// exist.
    /// </summary>
    public static NpgsqlBatchCommand Claim(ClaimRequest claim, long? guestId) =>
        With(new($"{ClaimSql} {ResultSql}"), Parameters(claim, guestId, null));

    /// <summary>
    /// As above, and inserts the booking if all tables were claimed. Does nothing if the key made a booking before.
    /// </summary>
    public static NpgsqlBatchCommand Book(IModel model, NewBooking wanted)
    {
        var (claim, booking, history, messages) = wanted;
        return With(
            new(BookSqls.GetValue(model, BookSql)),
            [
                .. Parameters(claim, booking.GuestId, booking.IdempotencyKey),
                .. InsertColumns<Booking>.Of(model).Values(booking),
                .. InsertColumns<BookingHistory>.Of(model).Values(history),
                .. InsertColumns<OutboxMessage>.Of(model).Arrays(messages),
            ]
        );
    }

    /// <summary>
    /// Reads the result row of <see cref="Standing"/>, <see cref="Claim"/> or <see cref="Book"/>; preceding results
    /// have no columns.
    /// </summary>
    public static async Task<Booker> BookerAsync(
        NpgsqlDataReader reader,
        long? guestId,
        CancellationToken cancellationToken
    )
    {
        while (reader.FieldCount == 0)
            await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        Guid? made = await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetGuid(0);
        bool? blocked = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetBoolean(1);
        return new Booker(guestId is null || blocked is not null, blocked is true, (int)reader.GetInt64(2), made);
    }

    /// <summary>
    /// Ids of the claims made by <see cref="Claim"/> or <see cref="Book"/>; call after <see cref="BookerAsync"/>.
    /// </summary>
    public static long[] Taken(NpgsqlDataReader reader) => reader.GetFieldValue<long[]>(3);

    /// <summary>Claims and seated parties that start in that range; for <see cref="TimesAsync"/>.</summary>
    public static NpgsqlBatchCommand Times((DateTimeOffset From, DateTimeOffset To) time) =>
        new(TimesSql) { Parameters = { Of(time.From), Of(time.To) } };

    public static async Task<List<TakenTime>> TimesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var taken = new List<TakenTime>();
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var time = new BusyTime(
                    reader.GetInt32(0),
                    reader.GetFieldValue<DateTimeOffset>(1),
                    reader.GetFieldValue<DateTimeOffset>(2)
                );
                taken.Add(
                    new TakenTime(
                        time,
                        reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                        reader.IsDBNull(4) ? null : reader.GetString(4)
                    )
                    {
                        IsSeated = reader.GetBoolean(5),
                    }
                );
            }
        } while (await reader.NextResultAsync(cancellationToken));

        return taken;
    }

    private static string BookSql(IModel model)
    {
        var (booking, history, outbox) = (
            InsertColumns<Booking>.Of(model),
            InsertColumns<BookingHistory>.Of(model),
            InsertColumns<OutboxMessage>.Of(model)
        );
        var next = ClaimParameters + 1;
        return $"""
            {ClaimSql},
            booking AS (
                INSERT INTO bookings ({booking.Names})
                SELECT {Next(booking)} WHERE (SELECT count(*) FROM claim) = cardinality($4)
                RETURNING id),
            history AS (INSERT INTO booking_history ({history.Names}) SELECT {Next(history)} FROM booking),
            messages AS (
                INSERT INTO outbox ({outbox.Names})
                SELECT message.* FROM booking, unnest({Next(outbox)}) AS message ({outbox.Names}))
            {ResultSql}
            """;

        string Next<T>(InsertColumns<T> columns)
            where T : class
        {
            var numbers = columns.Expressions(next);
            next += columns.Count;
            return numbers;
        }
    }

    private static IEnumerable<NpgsqlParameter> Parameters(ClaimRequest claim, long? guestId, Guid? idempotencyKey) =>
        [
            Of(guestId, NpgsqlDbType.Bigint),
            Of(claim.Now),
            Of(idempotencyKey, NpgsqlDbType.Uuid),
            Of(claim.TableIds.Order().ToArray()),
            Of(claim.Wanted.From),
            Of(claim.Wanted.Until),
            Of(SnakeCase.Of(claim.Kind)),
            Of(claim.BookingId, NpgsqlDbType.Uuid),
            Of(claim.BookingId is null ? claim.Holder : null, NpgsqlDbType.Text),
            Of(claim.ExpiresAt, NpgsqlDbType.TimestampTz),
            Of(claim.Note, NpgsqlDbType.Text),
            Of(claim.Holder, NpgsqlDbType.Text),
        ];

    private static NpgsqlBatchCommand With(NpgsqlBatchCommand command, IEnumerable<NpgsqlParameter> parameters)
    {
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>A nullable parameter.</summary>
    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) =>
        new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
