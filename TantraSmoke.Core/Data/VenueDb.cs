using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Reports;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Data;

/// <summary>
/// One model for both databases. What EF cannot express is raw SQL in the migrations: the constraint that refuses overlapping
/// claims (<see cref="ClaimConstraint"/>) and, on PostgreSQL, the foreign key from a claim to its booking being checked at
/// commit, because the claim is written first: it decides whether there will be a booking.
/// </summary>
public abstract class VenueDb(DbContextOptions options) : DbContext(options)
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
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<VenueSettings> Settings => Set<VenueSettings>();
    public DbSet<ChatSessionRow> ChatSessions => Set<ChatSessionRow>();
    public DbSet<KeptValueRow> KeptValues => Set<KeptValueRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>On whose behalf this context saves; audit entries carry it.</summary>
    public Actor Actor { get; set; } = Actor.System.Instance;

    protected abstract string ForgetSql { get; }

    protected abstract string RememberSql { get; }

    /// <summary>Minutes from sitting down to leaving.</summary>
    protected abstract string TurnSql { get; }

    /// <summary>Hints to publish once this context's transaction has committed.</summary>
    internal List<VenueChange> Changes { get; } = [];

    /// <summary>
    /// Takes the tables for that time, all or none, inside the current transaction. Expired holds in the way and other holds of
    /// the same holder are removed first. Returns false when a table is taken.
    /// </summary>
    public abstract Task<bool> TryClaimAsync(ClaimRequest claim, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the tables like <see cref="TryClaimAsync"/> and, having got them, writes the booking with its history and messages.
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
    /// Makes bookings of one guest wait for each other until the transaction ends, and then says where the guest stands and
    /// which booking the key has already made.
    /// </summary>
    public abstract Task<Booker> LockBookerAsync(
        long? guestId, Guid? idempotencyKey, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps everybody else from booking for, merging or changing these guests until the transaction ends.</summary>
    public abstract Task LockGuestsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Makes those who look for a guest by this number wait for each other until the transaction ends. Numbers are not unique in
    /// the database: two guests may have to share one until they are merged.
    /// </summary>
    public abstract Task LockPhoneAsync(string phone, CancellationToken cancellationToken);

    /// <summary>Makes those who give free tables to waiting guests wait for each other until the transaction ends: the first in line comes first.</summary>
    public abstract Task LockWaitlistAsync(CancellationToken cancellationToken);

    /// <summary>Makes changes of the staff wait for each other until the transaction ends: together they must leave an admin.</summary>
    public abstract Task LockStaffAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Meanwhile, in the current transaction, words about people may be taken out of audit and history; otherwise the database
    /// refuses to change either (<see cref="AppendOnly"/>).
    /// </summary>
    public async Task ForgetAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlRawAsync(ForgetSql, cancellationToken);
        await work();
        await Database.ExecuteSqlRawAsync(RememberSql, cancellationToken);
    }

    /// <summary>
    /// Makes guests who book a time that begins within this quarter of an hour wait for each other until the transaction ends, so
    /// that <see cref="StartsAsync"/> is true until then.
    /// </summary>
    public abstract Task LockPaceAsync(DateTimeOffset window, CancellationToken cancellationToken);

    /// <summary>Makes those who change the schedule wait for each other until the transaction ends.</summary>
    public abstract Task LockScheduleAsync(CancellationToken cancellationToken);

    /// <summary>Parties that begin then: booked, or held by somebody else who is confirming.</summary>
    public async Task<List<PartyStart>> StartsAsync(
        DateTimeOffset from, DateTimeOffset until, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = actor.Holder();
        var starts = await Bookings.AsNoTracking()
            .Where(b => b.StartsAt >= from && b.StartsAt < until && b.Status != BookingStatus.Canceled && b.Status != BookingStatus.NoShow)
            .Select(b => new PartyStart(b.StartsAt, b.PartySize))
            .ToListAsync(cancellationToken);
        var holds = await Claims.AsNoTracking()
            .Where(c => c.StartsAt >= from && c.StartsAt < until && c.Kind == ClaimKind.Hold && c.ExpiresAt > now && c.Holder != own)
            .Select(c => new { c.Holder, c.StartsAt, c.Guests })
            .Distinct().ToListAsync(cancellationToken);
        return [.. starts, .. holds.Select(h => new PartyStart(h.StartsAt, h.Guests ?? 0))];
    }

    /// <summary>
    /// <see cref="LockBookerAsync"/>, and <see cref="TryBookAsync"/> unless there is no such guest or the key has made a booking
    /// already. The caller judges the booker and rolls back what they may not book.
    /// </summary>
    public virtual async Task<(Booker Booker, bool IsTaken)> LockBookerAndTryBookAsync(NewBooking wanted, CancellationToken cancellationToken)
    {
        var booker = await LockBookerAsync(wanted.Booking.GuestId, wanted.Booking.IdempotencyKey, wanted.Claim.Now, cancellationToken);
        return (booker, booker.GoesOn && await TryBookAsync(wanted, cancellationToken));
    }

    /// <summary>The same with <see cref="TryClaimAsync"/>.</summary>
    public virtual async Task<(Booker Booker, bool IsTaken)> LockBookerAndTryClaimAsync(long? guestId, ClaimRequest claim, CancellationToken cancellationToken)
    {
        var booker = await LockBookerAsync(guestId, null, claim.Now, cancellationToken);
        return (booker, booker.GoesOn && await TryClaimAsync(claim, cancellationToken));
    }

    /// <summary>
    /// Gives this dispatcher up to <paramref name="count"/> due messages until <paramref name="lockedUntil"/>; two never get the
    /// same, and nobody gets one of a chat whose earlier message is being sent or has to be tried again.
    /// </summary>
    public abstract Task<List<OutboxMessage>> TakeDueMessagesAsync(
        DateTimeOffset now, DateTimeOffset lockedUntil, int count, CancellationToken cancellationToken);

    /// <summary>
    /// What is taken from <paramref name="start"/> to <paramref name="end"/> and so near it that it matters to who gets which
    /// table. Claims that have expired and the asker's own holds are left out.
    /// </summary>
    public async Task<List<BusyTime>> BusyAsync(DateTimeOffset start, DateTimeOffset end, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, to) = (start - TableAllocator.IdleReach, end + TableAllocator.IdleReach);
        var taken = await ReadTakenAsync([(from - TableClaim.Longest, to)], cancellationToken);
        return [.. taken.Where(t => t.Time.EndsAt > from && t.CountsFor(actor.Holder(), now)).Select(t => t.Time)];
    }

    /// <summary>
    /// Claims that begin in one of these times (UTC, end exclusive; in order, none overlapping another), expired ones and everybody's
    /// holds included, by their beginning.
    /// </summary>
    public virtual async Task<List<TakenTime>> ReadTakenAsync(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> times, CancellationToken cancellationToken)
    {
        var taken = new List<TakenTime>();
        foreach (var (from, to) in times)
        {
            taken.AddRange(await Claims.AsNoTracking()
                .Where(c => c.StartsAt >= from && c.StartsAt < to)
                .OrderBy(c => c.StartsAt)
                .Select(c => new TakenTime(new BusyTime(c.TableId, c.StartsAt, c.EndsAt), c.ExpiresAt, c.Kind == ClaimKind.Hold ? c.Holder : null))
                .ToListAsync(cancellationToken));
        }

        return taken;
    }

    /// <summary>What a report needs to know of each booking of these days.</summary>
    internal virtual Task<List<ReportBooking>> ReadReportAsync(ReportRange range, CancellationToken cancellationToken) =>
        Bookings.AsNoTracking().Where(b => b.ServiceDay >= range.From && b.ServiceDay <= range.To)
            .Select(b => new ReportBooking(
                b.ServiceDay, b.Status, b.Source, b.PartySize, b.TableIds.Count, b.CreatedAt, b.StartsAt, b.SeatedAt, b.EndedAt, b.GuestId, b.Rating))
            .ToListAsync(cancellationToken);

    /// <summary>What <see cref="ReportFigures.Totals"/> counts of these days, counted by the database.</summary>
    internal Task<ReportTotals> ReadTotalsAsync(ReportRange range, CancellationToken cancellationToken) =>
        Database.SqlQueryRaw<ReportTotals>(ReportTotals.Sql(TurnSql), range.From, range.To).SingleAsync(cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<BookingStatus>().HaveConversion<SnakeCaseEnum<BookingStatus>>().HaveMaxLength(16);
        configurationBuilder.Properties<BookingSource>().HaveConversion<SnakeCaseEnum<BookingSource>>().HaveMaxLength(16);
        configurationBuilder.Properties<BookingAction>().HaveConversion<SnakeCaseEnum<BookingAction>>().HaveMaxLength(16);
        configurationBuilder.Properties<ClaimKind>().HaveConversion<SnakeCaseEnum<ClaimKind>>().HaveMaxLength(16);
        configurationBuilder.Properties<TableShape>().HaveConversion<SnakeCaseEnum<TableShape>>().HaveMaxLength(16);
        configurationBuilder.Properties<Occasion>().HaveConversion<SnakeCaseEnum<Occasion>>().HaveMaxLength(16);
        configurationBuilder.Properties<WaitlistStatus>().HaveConversion<SnakeCaseEnum<WaitlistStatus>>().HaveMaxLength(16);
        configurationBuilder.Properties<SpecialDayKind>().HaveConversion<SnakeCaseEnum<SpecialDayKind>>().HaveMaxLength(16);
        configurationBuilder.Properties<SignInWay>().HaveConversion<SnakeCaseEnum<SignInWay>>().HaveMaxLength(16);
        configurationBuilder.Properties<StaffLanguage>().HaveConversion<SnakeCaseEnum<StaffLanguage>>().HaveMaxLength(16);
        configurationBuilder.Properties<PhoneWish>().HaveConversion<SnakeCaseEnum<PhoneWish>>().HaveMaxLength(16);
        configurationBuilder.Properties<StaffRole>().HaveConversion<SnakeCaseEnum<StaffRole>>().HaveMaxLength(16);
        configurationBuilder.Properties<OutboxKind>().HaveConversion<SnakeCaseEnum<OutboxKind>>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>(guest =>
        {
            guest.ToTable("users");
            guest.Property(g => g.Name).HasMaxLength(Guest.NameLimit);
            guest.Property(g => g.ChosenLanguage).HasMaxLength(8);
            guest.Property(g => g.Campaign).HasMaxLength(VenueSettings.CampaignLimit);
            // Few guests come by a campaign.
            guest.HasIndex(g => g.Campaign).HasFilter("campaign IS NOT NULL");
            guest.HasIndex(g => g.TelegramId).IsUnique();
            guest.HasIndex(g => g.Phone);
            guest.HasIndex(g => g.IsBlocked, "IX_users_blocked").HasFilter("is_blocked");
            guest.Property(g => g.Notes).HasMaxLength(Guest.NotesLimit);
            guest.Property(g => g.SearchText).HasDefaultValue("");
            guest.HasOne<Guest>().WithMany().HasForeignKey(g => g.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Hall>(hall =>
        {
            hall.ToTable("halls").HasIndex(h => h.Name).IsUnique();
            hall.Property(h => h.Version).IsConcurrencyToken().HasDefaultValue(0);
            hall.Property(h => h.Marks)
                .HasConversion(marks => HallMark.Write(marks), text => HallMark.Read(text), HallMark.Comparer)
                .HasDefaultValueSql("'[]'");
        });
        modelBuilder.Entity<Table>(table =>
        {
            table.ToTable("tables");
            table.HasIndex(t => t.Number).IsUnique();
            table.HasOne<Hall>().WithMany().HasForeignKey(t => t.HallId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TablePhoto>(photo =>
        {
            photo.ToTable("table_photos").HasKey(p => p.TableId);
            photo.Property(p => p.TableId).ValueGeneratedNever();
            photo.HasOne<Table>().WithOne().HasForeignKey<TablePhoto>(p => p.TableId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TableCombination>().ToTable("table_combinations").HasIndex(c => c.Name).IsUnique();
        modelBuilder.Entity<TimeSlot>(slot =>
        {
            slot.ToTable("time_slots");
            slot.Property(s => s.Start).HasColumnName("start_time");
            slot.Property(s => s.End).HasColumnName("end_time");
            slot.Property(s => s.Weekdays).HasDefaultValue(Weekdays.All).HasSentinel(Weekdays.None);
            slot.HasIndex(s => s.Start);
            slot.HasOne<SpecialDay>().WithMany().HasForeignKey(s => s.SpecialDayId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SpecialDay>(special =>
        {
            special.ToTable("special_days");
            special.Property(s => s.Name).HasMaxLength(SpecialDay.NameLimit);
            special.HasIndex(s => s.Day);
            special.HasOne<Hall>().WithMany().HasForeignKey(s => s.HallId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Booking>(Configure);
        modelBuilder.Entity<BookingHistory>(history =>
        {
            history.ToTable("booking_history");
            history.HasOne<Booking>().WithMany().HasForeignKey(h => h.BookingId);
        });
        modelBuilder.Entity<TableClaim>(Configure);
        modelBuilder.Entity<WaitlistEntry>(entry =>
        {
            entry.ToTable("waitlist_entries");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Name).HasMaxLength(Guest.NameLimit);
            entry.Property(e => e.Comment).HasMaxLength(WaitlistEntry.CommentLimit);
            entry.Property(e => e.Version).IsConcurrencyToken();
            entry.HasIndex(e => e.IdempotencyKey).IsUnique();
            entry.HasIndex(e => e.ServiceDay);
            entry.HasIndex(e => e.JoinedAt, "IX_waitlist_entries_there").HasFilter("status IN ('waiting', 'offered')");
            entry.HasOne<Guest>().WithMany().HasForeignKey(e => e.GuestId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Booking>().WithMany().HasForeignKey(e => e.BookingId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<FriendAnswer>(answer =>
        {
            answer.ToTable("friend_answers");
            answer.HasIndex(a => new { a.BookingId, a.GuestId }).IsUnique();
            answer.HasIndex(a => a.GuestId);
            answer.HasOne<Booking>().WithMany().HasForeignKey(a => a.BookingId);
            answer.HasOne<Guest>().WithMany().HasForeignKey(a => a.GuestId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TalkMessage>(message =>
        {
            message.ToTable("talk_messages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Text).HasMaxLength(TalkMessage.TextLimit);
            message.Property(m => m.Key).HasMaxLength(TalkMessage.KeyLimit);
            message.HasIndex(m => m.Key).IsUnique();
            message.HasIndex(m => new { m.GuestId, m.At });
            message.HasIndex(m => m.GuestId, "IX_talk_messages_unread").HasFilter("staff_name IS NULL AND read_at IS NULL");
            message.HasOne<Guest>().WithMany().HasForeignKey(m => m.GuestId).OnDelete(DeleteBehavior.Restrict);
            message.HasOne<Booking>().WithMany().HasForeignKey(m => m.BookingId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<OutboxMessage>(message =>
        {
            message.HasIndex(m => m.TalkId).HasFilter("talk_id IS NOT NULL");
            message.ToTable("outbox");
            message.HasIndex(m => m.DedupeKey).IsUnique();
            message.HasIndex(m => m.BookingId).HasFilter("sent_at IS NULL AND failed_at IS NULL");
            message.HasIndex(m => m.DueAt).HasFilter("sent_at IS NULL AND failed_at IS NULL");
        });
        modelBuilder.Entity<PostedCard>(card =>
        {
            card.ToTable("posted_cards").HasKey(c => new { c.BookingId, c.ChatId });
            card.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId);
        });
        modelBuilder.Entity<AuditEntry>().ToTable("audit");
        modelBuilder.Entity<StaffMember>(staff =>
        {
            staff.ToTable("staff");
            staff.HasIndex(s => s.TelegramId).IsUnique();
            staff.HasIndex(s => s.Email).IsUnique();
        });
        modelBuilder.Entity<StaffSession>(session =>
        {
            session.ToTable("staff_sessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Device).HasMaxLength(StaffSession.DeviceLimit);
            session.HasIndex(s => s.StaffId);
            session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SignInLink>().ToTable("sign_in_links").HasIndex(l => l.TokenHash).IsUnique();
        modelBuilder.Entity<VenueSettings>(settings =>
        {
            settings.ToTable("settings");
            settings.Property(s => s.Id).ValueGeneratedNever();
            settings.Property(s => s.TurnTimes).HasMaxLength(VenueSettings.TurnTimesLimit).HasDefaultValue("");
            settings.Property(s => s.ReminderHours).HasMaxLength(VenueSettings.ReminderHoursLimit).HasDefaultValue("24 3").HasSentinel("24 3");
            settings.Property(s => s.Campaigns).HasMaxLength(VenueSettings.CampaignsLimit).HasDefaultValue("");
            settings.Ignore(s => s.CampaignNames);
            settings.Property(s => s.QuietFrom).HasDefaultValue(new TimeOnly(22, 0)).HasSentinel(new TimeOnly(22, 0));
            settings.Property(s => s.QuietUntil).HasDefaultValue(new TimeOnly(10, 0)).HasSentinel(new TimeOnly(10, 0));
            settings.Property(s => s.AsksRating).HasDefaultValue(true).HasSentinel(true);
            settings.Property(s => s.PhoneWish).HasDefaultValue(PhoneWish.Optional).HasSentinel(PhoneWish.Optional);
            settings.Property(s => s.StaffLanguage).HasDefaultValue(StaffLanguage.Russian).HasSentinel(StaffLanguage.Russian);
        });
        modelBuilder.Entity<ChatSessionRow>(session =>
        {
            session.ToTable("chat_sessions").HasKey(s => s.ChatId);
            session.Property(s => s.ChatId).ValueGeneratedNever();
            session.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.Entity<KeptValueRow>(kept =>
        {
            kept.ToTable("kept_values").HasKey(k => k.Key);
            kept.HasIndex(k => k.ExpiresAt);
        });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(p => p.GetColumnName() == p.Name))
                property.SetColumnName(SnakeCase.Of(property.Name));
        }
    }

    private static void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.ToTable("bookings");
        booking.Property(b => b.Id).ValueGeneratedNever();
        booking.Property(b => b.Code).HasMaxLength(8);
        booking.Property(b => b.Comment).HasMaxLength(Booking.CommentLimit);
        booking.Property(b => b.InviteToken).HasMaxLength(FriendService.TokenLength);
        booking.HasIndex(b => b.InviteToken).IsUnique().HasFilter("invite_token IS NOT NULL");
        booking.Property(b => b.FriendsComing).HasDefaultValue(0);
        booking.Property(b => b.FriendsDeclined).HasDefaultValue(0);
        booking.Property(b => b.Campaign).HasMaxLength(VenueSettings.CampaignLimit);
        booking.HasIndex(b => b.ServiceDay, "IX_bookings_of_campaigns").HasFilter("campaign IS NOT NULL");
        booking.Property(b => b.Allergies).HasMaxLength(Booking.AllergiesLimit);
        booking.Property(b => b.InternalNote).HasMaxLength(Booking.InternalNoteLimit);
        booking.Property(b => b.RatingComment).HasMaxLength(Booking.RatingCommentLimit);
        booking.Property(b => b.Version).IsConcurrencyToken();
        booking.HasIndex(b => b.Code).IsUnique();
        booking.HasIndex(b => b.IdempotencyKey).IsUnique();
        booking.HasIndex(b => b.ServiceDay);
        booking.HasIndex(b => b.GuestId);
        booking.HasOne<Guest>().WithMany().HasForeignKey(b => b.GuestId).OnDelete(DeleteBehavior.Restrict);
        // Lists are read in this order, page by page.
        booking.HasIndex(b => new { b.StartsAt, b.Id });
        booking.HasIndex(b => new { b.GuestId, b.StartsAt }, "IX_bookings_no_shows").HasFilter("status = 'no_show'");
        // The timer looks for these; everything that has ended stays out of the index.
        booking.HasIndex(b => b.StartsAt, "IX_bookings_open").HasFilter("status IN ('requested', 'booked', 'confirmed', 'seated')");
    }

    private static void Configure(EntityTypeBuilder<TableClaim> claim)
    {
        claim.ToTable("table_claims");
        claim.HasOne<Table>().WithMany().HasForeignKey(c => c.TableId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId);
        claim.HasIndex(c => c.StartsAt);
        claim.HasIndex(c => new { c.TableId, c.StartsAt });
        claim.HasIndex(c => c.Holder).HasFilter("holder IS NOT NULL");
        claim.HasIndex(c => c.ExpiresAt).HasFilter("expires_at IS NOT NULL");
    }
}

/// <summary>What has to be known of who books.</summary>
/// <param name="IsKnown">false when there is no such guest, or no longer; true when it is nobody in particular.</param>
/// <param name="ActiveBookings">Still to come, or sitting.</param>
/// <param name="Made">The booking that the idempotency key made before.</param>
public sealed record Booker(bool IsKnown, bool IsBlocked, int ActiveBookings, Guid? Made)
{
    /// <summary>Whether a booking can be written at all.</summary>
    public bool GoesOn => IsKnown && Made is null;
}

/// <summary>A booking to be written with all that belongs to it.</summary>
public sealed record NewBooking(ClaimRequest Claim, Booking Booking, BookingHistory History, IReadOnlyList<OutboxMessage> Messages);

/// <summary>What to take: the tables from <paramref name="StartsAt"/> to <paramref name="EndsAt"/> (UTC, exclusive, at most 24 h).</summary>
/// <param name="Holder">Whose holds give way ("guest:42"); stored with the claim when there is no booking.</param>
public sealed record ClaimRequest(
    IReadOnlyCollection<int> TableIds,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    ClaimKind Kind,
    DateTimeOffset Now,
    Guid? BookingId = null,
    string? Holder = null,
    DateTimeOffset? ExpiresAt = null,
    string? Note = null)
{
    /// <summary>
    /// From when and until when the tables must be free, where that is more than is taken. The whole of it is taken first, so that the
    /// constraint decides about the gap as well, and what is too much given back in the same transaction.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Clear { get; init; }

    /// <summary>How many a hold is for, where that counts.</summary>
    public int? Guests { get; init; }

    internal (DateTimeOffset From, DateTimeOffset Until) Wanted => Clear ?? (StartsAt, EndsAt);

    /// <summary>Whether what was taken has to be put right.</summary>
    internal bool IsMore => Guests is not null || Wanted != (StartsAt, EndsAt);
}
