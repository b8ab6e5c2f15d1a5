using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Data;

/// <summary>
/// One model for both databases. What EF cannot express is raw SQL in the migrations: the constraint on overlapping
/// claims (<see cref="ClaimConstraint"/>) and, on PostgreSQL, the deferred foreign key from claim to booking, because
/// the claim is inserted first and decides whether there is a booking.
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

    /// <summary>The actor on whose behalf this context saves, for audit entries.</summary>
    public Actor Actor { get; set; } = Actor.System.Instance;

    /// <summary><see cref="Booking.IsOpen"/> in SQL, for both databases.</summary>
    internal static string IsOpenSql { get; } =
        $"status IN ({string.Join(", ", BookingStatuses.Open.Select(status => $"'{SnakeCase.Of(status)}'"))})";

    /// <summary>SQL for the names of the existing tables, as "Value".</summary>
    protected abstract string TablesSql { get; }

    protected abstract string ForgetSql { get; }

    protected abstract string RememberSql { get; }

    /// <summary>SQL for the minutes from seating to leaving.</summary>
    internal abstract string TurnSql { get; }

    /// <summary>Notifications to publish after this context's transaction commits.</summary>
    internal List<VenueChange> Changes { get; } = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        VenueModel.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => VenueModel.Configure(modelBuilder);

    /// <summary>A table that conflicts with ours in a database without migrations; null if there is none.</summary>
    internal async Task<string?> FindForeignTableAsync(CancellationToken cancellationToken)
    {
        var ours = Model.GetEntityTypes().Select(entity => entity.GetTableName()).ToHashSet();
        return (await Database.SqlQueryRaw<string>(TablesSql).ToListAsync(cancellationToken))
            .Order()
            .FirstOrDefault(ours.Contains);
    }

    /// <summary>
    /// Claims the tables for that time, all or none, inside the current transaction, after deleting expired holds in
    /// the way and other holds of the same holder. Returns false if a table is taken.
    /// </summary>
    public abstract Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken);

    /// <summary>
    /// Claims the tables like <see cref="TryClaimAsync"/> and on success inserts the booking with its history and
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
    /// Serializes bookings of one guest until the transaction ends; returns the guest's state and the booking already
    /// made with the key.
    /// </summary>
    public abstract Task<Booker> LockBookerAsync(
        long? guestId,
        Guid? idempotencyKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Locks these guests against being booked for, merged or changed by others until the transaction ends.
    /// </summary>
    public abstract Task LockGuestsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Serializes lookups of a guest by this number until the transaction ends. Numbers are not unique in the database:
    /// two guests may share one until they are merged.
    /// </summary>
    public abstract Task LockPhoneAsync(string phone, CancellationToken cancellationToken);

    /// <summary>Serializes offers to waiting guests until the transaction ends, to keep their order.</summary>
    public abstract Task LockWaitlistAsync(CancellationToken cancellationToken);

    /// <summary>Serializes changes of the staff until the transaction ends, so that an admin always remains.</summary>
    public abstract Task LockStaffAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs work that may remove texts about people from audit and history in the current transaction; otherwise the
    /// database refuses to change either (<see cref="AppendOnly"/>).
    /// </summary>
    public async Task ForgetAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlRawAsync(ForgetSql, cancellationToken);
        await work();
        await Database.ExecuteSqlRawAsync(RememberSql, cancellationToken);
    }

    /// <summary>
    /// Serializes guests' bookings that start within this quarter of an hour until the transaction ends, so that the
    /// pacing count stays valid.
    /// </summary>
    public abstract Task LockPaceAsync(DateTimeOffset window, CancellationToken cancellationToken);

    /// <summary>Serializes changes of the schedule until the transaction ends.</summary>
    public abstract Task LockScheduleAsync(CancellationToken cancellationToken);

    /// <summary>
    /// <see cref="LockBookerAsync"/>, followed by <see cref="TryBookAsync"/> unless the guest does not exist or the key
    /// has made a booking. The caller checks the booker and rolls back if they may not book.
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
    /// Leases the first due message of up to <paramref name="count"/> chats until <paramref name="lockedUntil"/>. Two
    /// dispatchers never get the same message, or a message of a chat whose earlier one is being sent or retried.
    /// </summary>
    /// <param name="busy">Chats to leave out.</param>
    public abstract Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now,
        DateTimeOffset lockedUntil,
        int count,
        long[] busy,
        CancellationToken cancellationToken
    );

    /// <summary>Adds a guest known from Telegram; false if there is one already.</summary>
    public virtual async Task<bool> TryAddGuestAsync(Guest guest, CancellationToken cancellationToken)
    {
        if (await Guests.AnyAsync(g => g.TelegramId == guest.TelegramId, cancellationToken))
            return false;
        Guests.Add(guest);
        await SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Claims that start in one of these ranges (UTC, end exclusive; sorted and disjoint), including expired ones and
    /// all holds, and seated parties, by start.
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
