using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Data;

/// <summary>The venue's database on PostgreSQL 15 or later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : VenueDb(options)
{
    private const long OutboxLock = 0x4F7574626F78; // "Outbox"
    private const long ScheduleLock = 0x5363686564; // "Sched"
    private const int PaceLock = 0x50616365; // "Pace"
    private const long StaffLock = 0x5374616666; // "Staff"
    private const long WaitlistLock = 0x57616974; // "Wait"

    // The parameter is only mentioned: the id is known to the statement alone.
    private static readonly Dictionary<string, string> AddedId = new()
    {
        ["subject_id"] = "COALESCE(added.id::text, {0})",
    };

    protected override string TablesSql =>
        "SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = current_schema()";

    protected override string ForgetSql => AppendOnly.PostgresForget;

    protected override string RememberSql => AppendOnly.PostgresRemember;

    internal override string TurnSql => "date_part('epoch', ended_at - seated_at) / 60";

    public override Task<Booker> LockBookerAsync(
        long? guestId,
        Guid? idempotencyKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            [PostgresClaims.Lock(guestId), PostgresClaims.Standing(guestId, idempotencyKey, now)],
            reader => PostgresClaims.BookerAsync(reader, guestId, cancellationToken),
            cancellationToken
        );

    public override Task LockGuestsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var sorted = ids.Order().ToArray();
        return Database.ExecuteSqlAsync(
            $"SELECT FROM users WHERE id = ANY({sorted}) ORDER BY id FOR NO KEY UPDATE",
            cancellationToken
        );
    }

    public override Task LockPhoneAsync(string phone, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({phone}, 0))", cancellationToken);

    public override Task LockPaceAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        var quarter = (int)(window.ToUnixTimeSeconds() / 900);
        return Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PaceLock}, {quarter})", cancellationToken);
    }

    public override Task LockScheduleAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ScheduleLock})", cancellationToken);

    public override Task LockWaitlistAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WaitlistLock})", cancellationToken);

    public override Task LockStaffAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({StaffLock})", cancellationToken);

    public override async Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken) =>
        (await TakeAsync([], () => PostgresClaims.Claim(claim, null), claim, null, cancellationToken)).IsTaken;

    // One round trip including the lock: later statements see what the previous lock holder committed.
    public override Task<(Booker Booker, bool IsTaken)> LockBookerAndTryClaimAsync(
        long? guestId,
        ClaimRequest claim,
        CancellationToken cancellationToken
    ) =>
        TakeAsync(
            [PostgresClaims.Lock(guestId)],
            () => PostgresClaims.Claim(claim, guestId),
            claim,
            guestId,
            cancellationToken
        );

    public override async Task<bool> TryBookAsync(NewBooking wanted, CancellationToken cancellationToken) =>
        Noted(
            wanted,
            await TakeAsync(
                [],
                () => PostgresClaims.Book(Model, wanted),
                wanted.Claim,
                wanted.Booking.GuestId,
                cancellationToken
            )
        ).IsTaken;

    public override async Task<(Booker Booker, bool IsTaken)> LockBookerAndTryBookAsync(
        NewBooking wanted,
        CancellationToken cancellationToken
    )
    {
        var guestId = wanted.Booking.GuestId;
        return Noted(
            wanted,
            await TakeAsync(
                [PostgresClaims.Lock(guestId)],
                () => PostgresClaims.Book(Model, wanted),
                wanted.Claim,
                guestId,
                cancellationToken
            )
        );
    }

    public override async Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now,
        DateTimeOffset lockedUntil,
        int count,
        long[] busy,
        CancellationToken cancellationToken
    )
    {
        // One dispatcher at a time: two could take messages of the same chat and send them out of order.
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OutboxLock})", cancellationToken);
        return await Outbox
            .FromSql(
                $"""
                UPDATE outbox SET locked_until = {lockedUntil}, attempts = attempts + 1
                WHERE id IN (
                    SELECT id FROM outbox m
                    WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= {now}
                        AND (locked_until IS NULL OR locked_until <= {now})
                        AND chat_id <> ALL ({busy})
                        AND NOT EXISTS (
                            SELECT 1 FROM outbox e
                            WHERE e.chat_id = m.chat_id AND e.id < m.id AND e.sent_at IS NULL AND e.failed_at IS NULL
                                AND (e.attempts BETWEEN 1 AND {OutboxMessage.AttemptsInOrder}
                                    OR e.due_at <= {now} AND (e.locked_until IS NULL OR e.locked_until <= {now})))
                    ORDER BY due_at, id LIMIT {count} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <summary>As the base method in one statement: every new guest of the bot passes here.</summary>
    public override async Task<bool> TryAddGuestAsync(Guest guest, CancellationToken cancellationToken)
    {
        var entry = Guests.Add(guest);
        var added = ChangeInterceptor.Saved.Of(entry)!;
        var (users, audit) = (InsertColumns<Guest>.Of(Model), InsertColumns<AuditEntry>.Of(Model));
        var insert = new NpgsqlBatchCommand(
            $"""
            WITH added AS (
                INSERT INTO users ({users.Names}) VALUES ({users.Expressions(1)})
                ON CONFLICT DO NOTHING
                RETURNING id),
            noted AS (
                INSERT INTO audit ({audit.Names})
                SELECT {audit.Expressions(users.Count + 1, AddedId)} FROM added)
            SELECT id FROM added
            """
        );
        foreach (var value in users.Values(guest).Concat(audit.Values(added.Audit(guest.CreatedAt, Actor))))
            insert.Parameters.Add(value);
        var id = await ReadAsync(
            [insert],
            async reader => await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : (long?)null,
            cancellationToken
        );
        if (id is null)
        {
            entry.State = EntityState.Detached;
            return false;
        }

        entry.Property(g => g.Id).CurrentValue = id.Value;
        entry.State = EntityState.Unchanged;
        Changes.Add(added.Change());
        return true;
    }

    /// <summary>As the base method but without EF, whose cost per row exceeds the database's.</summary>
    public override Task<List<TakenTime>> ReadTakenAsync(
        IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> times,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            times.Select(PostgresClaims.Times),
            reader => PostgresClaims.TimesAsync(reader, cancellationToken),
            cancellationToken
        );

    /// <summary>Claims all tables or none, with a second attempt after deleting expired holds.</summary>
    private async Task<(Booker Booker, bool IsTaken)> TakeAsync(
        NpgsqlBatchCommand[] first,
        Func<NpgsqlBatchCommand> take,
        ClaimRequest claim,
        long? guestId,
        CancellationToken cancellationToken
    )
    {
        var (booker, taken) = await RunAsync([.. first, take()], Read, cancellationToken);
        if (taken.Length == claim.TableIds.Count || !booker.GoesOn)
        {
            if (booker.GoesOn)
                await SettleAsync();
            return (booker, booker.GoesOn);
        }

        if (await MakeRoomAsync(taken) == 0)
            return (booker, false);

        (_, taken) = await RunAsync([take()], Read, cancellationToken);
        var isTaken = taken.Length == claim.TableIds.Count;
        if (isTaken)
            await SettleAsync();
        else if (taken.Length > 0)
            await MakeRoomAsync(taken);
        return (booker, isTaken);

        Task SettleAsync() =>
            claim.IsMore
                ? RunAsync(
                    [PostgresClaims.Settle(claim, taken)],
                    reader => Task.FromResult(reader.RecordsAffected),
                    cancellationToken
                )
                : Task.CompletedTask;

        async Task<(Booker Booker, long[] Taken)> Read(NpgsqlDataReader reader) =>
            (await PostgresClaims.BookerAsync(reader, guestId, cancellationToken), PostgresClaims.Taken(reader));

        // Number of expired holds.
        async Task<int> MakeRoomAsync(long[] back) =>
            await RunAsync(
                [PostgresClaims.MakeRoom(claim, back)],
                reader => Task.FromResult(reader.RecordsAffected),
                cancellationToken
            ) - back.Length;
    }

    /// <summary>Records the changes, because the interceptor sees only what EF saves.</summary>
    private (Booker Booker, bool IsTaken) Noted(NewBooking wanted, (Booker Booker, bool IsTaken) done)
    {
        if (done.IsTaken)
            Changes.Add(VenueChange.Of(wanted.Booking));
        return done;
    }

    /// <summary>Runs without EF, and without a transaction unless there is one.</summary>
    internal async Task<T> ReadAsync<T>(
        IEnumerable<NpgsqlBatchCommand> commands,
        Func<NpgsqlDataReader, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await RunAsync(commands, read, cancellationToken);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    private async Task<T> RunAsync<T>(
        IEnumerable<NpgsqlBatchCommand> commands,
        Func<NpgsqlDataReader, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        foreach (var command in commands)
        {
            // Interceptors do not see these commands.
            NullCharacters.Remove(command.Parameters);
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await read(reader);
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)Database.GetDbConnection();

    private NpgsqlTransaction? Transaction => (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction();
}
