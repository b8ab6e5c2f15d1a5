using System.Collections.Concurrent;
using Npgsql;
using StackExchange.Redis;

namespace TantraSmoke.Bench;

/// <summary>
/// What PostgreSQL and Redis must do for a booking in a chat, whatever the bot is written with: the session read and
/// written at each step, the guest read once, days and times counted by the database, a hold and a booking that refuse
/// what overlaps, each in a transaction of one round trip. No rules, no texts, no entities: the bare statements.
/// </summary>
internal sealed class NeededWork(NpgsqlDataSource database, IDatabase redis, int tables)
{
    private const string Guest = "SELECT id, name, language FROM users WHERE telegram_id = $1";
    private const string Days =
        "SELECT starts_at::date, count(*) FROM table_claims WHERE starts_at >= now() AND starts_at < now() + "
        + "interval '14 days' GROUP BY 1";
    private const string Times =
        "SELECT starts_at, count(*) FROM table_claims WHERE starts_at >= now() + interval '1 day' AND starts_at < "
        + "now() + interval '2 days' GROUP BY 1";
    private const string Lock = "SELECT FROM users WHERE telegram_id = $1 FOR NO KEY UPDATE";

    private const string Hold = """
        INSERT INTO table_claims (table_id, starts_at, ends_at, kind, holder, expires_at)
        VALUES ($1, $2, $2 + interval '2 hours', 'hold', $3, now() + interval '5 minutes') ON CONFLICT DO NOTHING
            RETURNING id
        """;

    private const string GiveBack = "DELETE FROM table_claims WHERE holder = $1 AND kind = 'hold'";

    private const string Book = """
        WITH claim AS (
            INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id)
            VALUES ($1, $2, $2 + interval '2 hours', 'booking', $3) ON CONFLICT DO NOTHING RETURNING booking_id,
                table_id, starts_at, ends_at),
        booking AS (
            INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids, party_size,
                status, source, idempotency_key, version, created_at)
            SELECT booking_id, left($4, 8), users.id, starts_at::date, starts_at, ends_at, 1, ARRAY[table_id], 2,
                'booked', 'telegram', booking_id, 1, now()
            FROM claim, users WHERE telegram_id = $5
            RETURNING id),
        history AS (
            INSERT INTO booking_history (booking_id, action, actor_kind, actor_id, actor_name, at, version)
            SELECT id, 'created', 'guest', 1, 'Guest', now(), 1 FROM booking)
        INSERT INTO outbox (kind, chat_id, for_guest, booking_id, due_at, dedupe_key, attempts, created_at)
        SELECT 'reminder', 42, false, id, now() + interval '1 day', id || '-' || n, 0, now()
            FROM booking, generate_series(1, 3) AS n
        """;

    private static readonly string Session = new('s', 1500);
    private readonly ConcurrentDictionary<long, (int Step, int Table, DateTimeOffset At)> _people = new();
    private int _place;

    /// <summary>Later than anything the other bot books.</summary>
    private static readonly DateTimeOffset First = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task DoAsync(long person, bool begins)
    {
        RedisKey key = $"bench:{person}";
        await redis.StringGetAsync(key);
        var step = begins ? 0 : _people.GetValueOrDefault(person).Step + 1;
        var (_, table, at) = _people.GetValueOrDefault(person);
        switch (step)
        {
            case 0:
                await RunAsync(Command(Guest, person));
                break;
            case 2:
                await RunAsync(Command(Days));
                break;
            case 3:
                await RunAsync(Command(Times));
                break;
            case 4:
                var n = Interlocked.Increment(ref _place);
                (table, at) = (1 + (n % tables), First.AddHours(n / tables * 2));
                await RunAsync(
                    Command(Lock, person),
                    Command(GiveBack, $"g{person}"),
                    Command(Hold, table, at, $"g{person}")
                );
                break;
            case 5:
                var id = Guid.NewGuid();
                await RunAsync(
                    Command(Lock, person),
                    Command(GiveBack, $"g{person}"),
                    Command(Book, table, at, id, id.ToString("N"), person)
                );
                break;
        }

        _people[person] = (step, table, at);
        await redis.StringSetAsync(key, Session, TimeSpan.FromHours(24));
    }

    /// <summary>One round trip, and one transaction: a batch is one.</summary>
    private async Task RunAsync(params NpgsqlBatchCommand[] commands)
    {
        await using var batch = database.CreateBatch();
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
                continue;
        } while (await reader.NextResultAsync());
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
