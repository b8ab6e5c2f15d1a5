using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Data;

/// <summary>
/// One model for both databases. What EF cannot express is raw SQL in the migrations: the constraint that refuses
/// overlapping claims (<see cref="ClaimConstraint"/>) and, on PostgreSQL, the foreign key from a claim to its booking
/// being checked at commit, because the claim is written first: it decides whether there will be a booking.
/// </summary>
public abstract class VenueDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<TalkMessage> TalkMessages => Set<TalkMessage>();
    public DbSet<FriendAnswer> FriendAnswers => Set<FriendAnswer>();
    public DbSet<Hall> Halls => Set<Hall>();
    public DbSet<Table> Tables => Set<Table>();
    public DbSet<TablePhoto> TablePhotos => Set<TablePhoto>();
    public DbSet<TableCombination> Combinations => Set<TableCombination>();
    public DbSet<TimeSlot> TimeSlots => Set<TimeSlot>();
    public DbSet<SpecialDay> SpecialDays => Set<SpecialDay>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<BookingHistory> BookingHistory => Set<BookingHistory>();
    public DbSet<TableClaim> Claims => Set<TableClaim>();
    public DbSet<WaitlistEntry> Waitlist => Set<WaitlistEntry>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<PostedCard> PostedCards => Set<PostedCard>();
    public DbSet<KnownChat> KnownChats => Set<KnownChat>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<VenueSettings> Settings => Set<VenueSettings>();
    public DbSet<ChatSessionRow> ChatSessions => Set<ChatSessionRow>();
    public DbSet<Attendance> Attendance => Set<Attendance>();
    public DbSet<CachedValue> CachedValues => Set<CachedValue>();
    public DbSet<PendingUpdateRow> PendingUpdates => Set<PendingUpdateRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>On whose behalf this context saves; audit entries carry it.</summary>
    public Actor Actor { get; set; } = Actor.System.Instance;

    /// <summary><see cref="Booking.IsOpen"/> in SQL, for both databases.</summary>
    internal static string IsOpenSql { get; } =
        $"status IN ({string.Join(", ", BookingStatuses.Open.Select(status => $"'{SnakeCase.Of(status)}'"))})";

    /// <summary>The names of the tables that are there, as "Value".</summary>
    protected abstract string TablesSql { get; }

    protected abstract string ForgetSql { get; }

    protected abstract string RememberSql { get; }

    /// <summary>Minutes from sitting down to leaving.</summary>
    internal abstract string TurnSql { get; }

    /// <summary>Hints to publish once this context's transaction has committed.</summary>
    internal List<VenueChange> Changes { get; } = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        VenueModel.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => VenueModel.Configure(modelBuilder);

    /// <summary>A table that is in the way of ours in a database without migrations; null when there is none.</summary>
    internal async Task<string?> FindForeignTableAsync(CancellationToken cancellationToken)
    {
        var ours = Model.GetEntityTypes().Select(entity => entity.GetTableName()).ToHashSet();
        return (await Database.SqlQueryRaw<string>(TablesSql).ToListAsync(cancellationToken))
            .Order()
            .FirstOrDefault(ours.Contains);
    }

    /// <summary>
    /// Takes the tables for that time, all or none, inside the current transaction. Expired holds in the way and other
    /// holds of the same holder are removed first. Returns false when a table is taken.
    /// </summary>
    public abstract Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the tables like <see cref="TryClaimAsync"/> and, having got them, writes the booking with its history and
    /// messages.
    /// </summary>
    public virtual async Task<bool> TryBookAsync(NewBooking wanted, CancellationToken cancellationToken)
    {
        if (!await TryClaimAsync(wanted.Claim, cancellationToken))
            return false;
        Bookings.Add(wanted.Booking);
        BookingHistory.Add(wanted.History);
        Outbox.AddRange(wanted.Messages);
        await SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Makes bookings of one guest wait for each other until the transaction ends, and then says where the guest stands
    /// and which booking the key has already made.
    /// </summary>
    public abstract Task<Booker> LockBookerAsync(
        long? guestId,
        Guid? idempotencyKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Keeps everybody else from booking for, merging or changing these guests until the transaction ends.
    /// </summary>
    public abstract Task LockGuestsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Makes those who look for a guest by this number wait for each other until the transaction ends. Numbers are not
    /// unique in the database: two guests may have to share one until they are merged.
    /// </summary>
    public abstract Task LockPhoneAsync(string phone, CancellationToken cancellationToken);

    /// <summary>
    /// Makes those who give free tables to waiting guests wait for each other until the transaction ends: the first in
    /// line comes first.
    /// </summary>
    public abstract Task LockWaitlistAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes changes of the staff wait for each other until the transaction ends: together they must leave an admin.
    /// </summary>
    public abstract Task LockStaffAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Meanwhile, in the current transaction, words about people may be taken out of audit and history; otherwise the
    /// database refuses to change either (<see cref="AppendOnly"/>).
    /// </summary>
    public async Task ForgetAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlRawAsync(ForgetSql, cancellationToken);
        await work();
        await Database.ExecuteSqlRawAsync(RememberSql, cancellationToken);
    }

    /// <summary>
    /// Makes guests who book a time that begins within this quarter of an hour wait for each other until the
    /// transaction ends, so that what is counted of it is true until then.
    /// </summary>
    public abstract Task LockPaceAsync(DateTimeOffset window, CancellationToken cancellationToken);

    /// <summary>Makes those who change the schedule wait for each other until the transaction ends.</summary>
    public abstract Task LockScheduleAsync(CancellationToken cancellationToken);

    /// <summary>
    /// <see cref="LockBookerAsync"/>, and <see cref="TryBookAsync"/> unless there is no such guest or the key has made
    /// a booking already. The caller judges the booker and rolls back what they may not book.
    /// </summary>
    public virtual async Task<(Booker Booker, bool IsTaken)> LockBookerAndTryBookAsync(
        NewBooking wanted,
        CancellationToken cancellationToken
    )
    {
        var booker = await LockBookerAsync(
            wanted.Booking.GuestId,
            wanted.Booking.IdempotencyKey,
            wanted.Claim.Now,
            cancellationToken
        );
        return (booker, booker.GoesOn && await TryBookAsync(wanted, cancellationToken));
    }

    /// <summary>The same with <see cref="TryClaimAsync"/>.</summary>
    public virtual async Task<(Booker Booker, bool IsTaken)> LockBookerAndTryClaimAsync(
        long? guestId,
        ClaimRequest claim,
        CancellationToken cancellationToken
    )
    {
        var booker = await LockBookerAsync(guestId, null, claim.Now, cancellationToken);
        return (booker, booker.GoesOn && await TryClaimAsync(claim, cancellationToken));
    }

    /// <summary>
    /// Gives this dispatcher the first due message of up to <paramref name="count"/> chats until
    /// <paramref name="lockedUntil"/>; two never get the same, and nobody gets one of a chat whose earlier message is
    /// being sent or has to be tried again.
    /// </summary>
    /// <param name="busy">Chats that are left out.</param>
    public abstract Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now,
        DateTimeOffset lockedUntil,
        int count,
        long[] busy,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Claims that begin in one of these times (UTC, end exclusive; in order, none overlapping another), expired ones
    /// and everybody's holds included, and parties that sit, by their beginning.
    /// </summary>
    public virtual async Task<List<TakenTime>> ReadTakenAsync(
        IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> times,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<TakenTime>();
        foreach (var (from, to) in times)
        {
            var claims = await Claims
                .AsNoTracking()
                .Where(c => c.StartsAt >= from && c.StartsAt < to)
                .Select(c => new TakenTime(
                    new BusyTime(c.TableId, c.StartsAt, c.EndsAt),
                    c.ExpiresAt,
                    c.Kind == ClaimKind.Hold ? c.Holder : null
                ))
                .ToListAsync(cancellationToken);
            var seated = await Bookings
                .AsNoTracking()
                .Where(b => b.Status == BookingStatus.Seated && b.StartsAt >= from && b.StartsAt < to)
                .Select(b => new
                {
                    b.TableIds,
                    b.StartsAt,
                    b.EndsAt,
                })
                .ToListAsync(cancellationToken);
            taken.AddRange(
                seated
                    .SelectMany(b =>
                        b.TableIds.Select(id => new TakenTime(new BusyTime(id, b.StartsAt, b.EndsAt), null, null)
                        {
                            IsSeated = true,
                        })
                    )
                    .Concat(claims)
                    .OrderBy(t => t.Time.StartsAt)
            );
        }

        return taken;
    }
}
