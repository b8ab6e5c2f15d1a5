using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>
/// The venue's database in an SQLite file, for one process. Instants are stored as Unix milliseconds, so that SQL can
/// compare them.
/// </summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : VenueDb(options)
{
    private const string ClaimSql = """
        DELETE FROM table_claims
        WHERE table_id IN (SELECT value FROM json_each(@tables))
            AND starts_at < @ends AND ends_at > @starts AND expires_at <= @now;
        DELETE FROM table_claims WHERE holder = @holder AND kind = 'hold';
        INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id, holder, expires_at, note)
        SELECT value, @starts, @ends, @kind, @booking, CASE WHEN @booking IS NULL THEN @holder END, @expires, @note
        FROM json_each(@tables)
        RETURNING id
        """;

    protected override string TablesSql => "SELECT name AS Value FROM sqlite_master WHERE type = 'table'";

    protected override string ForgetSql => AppendOnly.SqliteForget;

    protected override string RememberSql => AppendOnly.SqliteRemember;

    internal override string TurnSql => "(ended_at - seated_at) / 60000.0";

    public override async Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken)
    {
        await using var command = Command(ClaimSql);
        var parameters = command.Parameters;
        parameters.AddWithValue("@tables", JsonSerializer.Serialize(claim.TableIds.Order()));
        var (from, until) = claim.Wanted;
        parameters.AddWithValue("@starts", from.ToUnixTimeMilliseconds());
        parameters.AddWithValue("@ends", until.ToUnixTimeMilliseconds());
        parameters.AddWithValue("@now", claim.Now.ToUnixTimeMilliseconds());
        parameters.AddWithValue("@kind", SnakeCase.Of(claim.Kind));
        parameters.AddWithValue("@booking", (object?)claim.BookingId?.ToString().ToUpperInvariant() ?? DBNull.Value);
        parameters.AddWithValue("@holder", (object?)claim.Holder ?? DBNull.Value);
        parameters.AddWithValue("@expires", (object?)claim.ExpiresAt?.ToUnixTimeMilliseconds() ?? DBNull.Value);
        parameters.AddWithValue("@note", (object?)claim.Note ?? DBNull.Value);

        NullCharacters.Remove(parameters);
        var taken = new List<long>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                taken.Add(reader.GetInt64(0));
        }

        if (taken.Count == claim.TableIds.Count)
        {
            if (claim.IsMore)
                await Claims
                    .Where(c => taken.Contains(c.Id))
                    .ExecuteUpdateAsync(
                        c =>
                            c.SetProperty(x => x.StartsAt, claim.StartsAt)
                                .SetProperty(x => x.EndsAt, claim.EndsAt)
                                .SetProperty(x => x.Guests, claim.Guests),
                        cancellationToken
                    );
            return true;
        }

        if (taken.Count > 0)
            await Claims.Where(c => taken.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        return false;
    }

    // No lock needed: SQLite has one writer at a time.
    public override Task LockGuestsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override Task LockPhoneAsync(string phone, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockPaceAsync(DateTimeOffset window, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override Task LockScheduleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockWaitlistAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockStaffAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes no lock: SQLite has one writer at a time.</summary>
    public override async Task<Booker> LockBookerAsync(
        long? guestId,
        Guid? idempotencyKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var made = idempotencyKey is null
            ? null
            : await Bookings
                .Where(b => b.IdempotencyKey == idempotencyKey)
                .Select(b => (Guid?)b.Id)
                .SingleOrDefaultAsync(cancellationToken);
        var guest = guestId is null
            ? null
            : await Guests
                .Where(g => g.Id == guestId && g.MergedIntoId == null && g.AnonymizedAt == null)
                .Select(g => new
                {
                    g.IsBlocked,
                    Active = Bookings.Where(Booking.IsOpen).Count(b => b.GuestId == g.Id && b.EndsAt > now),
                })
                .SingleOrDefaultAsync(cancellationToken);
        return new Booker(guestId is null || guest is not null, guest?.IsBlocked is true, guest?.Active ?? 0, made);
    }

    public override async Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now,
        DateTimeOffset lockedUntil,
        int count,
        long[] busy,
        CancellationToken cancellationToken
    )
    {
        var due = Outbox.Where(OutboxMessage.IsDue(now));
        var tried = Outbox
            .Where(OutboxMessage.IsWaiting)
            .Where(m => m.Attempts >= 1 && m.Attempts <= OutboxMessage.AttemptsInOrder);
        var ids = await due.Where(m => !busy.Contains(m.ChatId))
            .Where(m =>
                !due.Any(e => e.ChatId == m.ChatId && e.Id < m.Id)
                && !tried.Any(e => e.ChatId == m.ChatId && e.Id < m.Id)
            )
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return [];
        await Outbox
            .Where(m => ids.Contains(m.Id))
            .ExecuteUpdateAsync(
                m => m.SetProperty(x => x.LockedUntil, lockedUntil).SetProperty(x => x.Attempts, x => x.Attempts + 1),
                cancellationToken
            );
        return await Outbox.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private SqliteCommand Command(string sql)
    {
        var command = ((SqliteConnection)Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(
            instant => instant.ToUnixTimeMilliseconds(),
            milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        );
}
