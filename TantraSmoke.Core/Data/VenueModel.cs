using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>Tables, columns, indexes and foreign keys of <see cref="VenueDb"/>; names are snake_case.</summary>
internal static class VenueModel
{
    /// <summary>Enums are stored by name, so that their members can be reordered.</summary>
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        StoreByName<BookingStatus>(conventions);
        StoreByName<BookingSource>(conventions);
        StoreByName<BookingAction>(conventions);
        StoreByName<ClaimKind>(conventions);
        StoreByName<TableShape>(conventions);
        StoreByName<Occasion>(conventions);
        StoreByName<WaitlistStatus>(conventions);
        StoreByName<SpecialDayKind>(conventions);
        StoreByName<ChatTrouble>(conventions);
        StoreByName<SignInWay>(conventions);
        StoreByName<StaffLanguage>(conventions);
        StoreByName<PhoneWish>(conventions);
        StoreByName<StaffRole>(conventions);
        StoreByName<WaitlistEnd>(conventions);
        StoreByName<StaffQuestion>(conventions);
        StoreByName<TalkFailure>(conventions);
        StoreByName<OutboxKind>(conventions, 32);
    }

    public static void Configure(ModelBuilder modelBuilder)
    {
        ConfigureGuests(modelBuilder);
        ConfigureRoom(modelBuilder);
        ConfigureSchedule(modelBuilder);
        ConfigureBookings(modelBuilder);
        ConfigureMessages(modelBuilder);
        ConfigureStaff(modelBuilder);
        ConfigureSettings(modelBuilder);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(p => p.GetColumnName() == p.Name))
                property.SetColumnName(SnakeCase.Of(property.Name));
        }
    }

    private static void StoreByName<T>(ModelConfigurationBuilder conventions, int maxLength = 16)
        where T : struct, Enum =>
        conventions.Properties<T>().HaveConversion<SnakeCaseEnum<T>>().HaveMaxLength(maxLength);

    private static void ConfigureGuests(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>(guest =>
        {
            guest.ToTable("users");
            guest.Property(g => g.Name).HasMaxLength(Guest.NameLimit);
            guest.Property(g => g.ChosenLanguage).HasMaxLength(8);
            guest.Property(g => g.Campaign).HasMaxLength(VenueSettings.CampaignLimit);
            // Few guests come through a campaign.
            guest.HasIndex(g => g.Campaign).HasFilter("campaign IS NOT NULL");
            guest.HasIndex(g => g.TelegramId).IsUnique();
            guest.HasIndex(g => g.Phone);
            guest.HasIndex(g => g.IsBlocked, "IX_users_blocked").HasFilter("is_blocked");
            guest.Property(g => g.Notes).HasMaxLength(Guest.NotesLimit);
            guest.Property(g => g.SearchText).HasDefaultValue("");
            guest.HasOne<Guest>().WithMany().HasForeignKey(g => g.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TalkMessage>(message =>
        {
            message.ToTable("talk_messages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Text).HasMaxLength(TalkMessage.TextLimit);
            message.Property(m => m.Key).HasMaxLength(TalkMessage.KeyLimit);
            message.HasIndex(m => m.Key).IsUnique();
            message.HasIndex(m => new { m.GuestId, m.At });
            message
                .HasIndex(m => m.GuestId, "IX_talk_messages_unread")
                .HasFilter("staff_name IS NULL AND read_at IS NULL");
            message.HasOne<Guest>().WithMany().HasForeignKey(m => m.GuestId).OnDelete(DeleteBehavior.Restrict);
            message.HasOne<Booking>().WithMany().HasForeignKey(m => m.BookingId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<FriendAnswer>(answer =>
        {
            answer.ToTable("friend_answers");
            answer.HasIndex(a => new { a.BookingId, a.GuestId }).IsUnique();
            answer.HasIndex(a => a.GuestId);
            answer.HasOne<Booking>().WithMany().HasForeignKey(a => a.BookingId);
            answer.HasOne<Guest>().WithMany().HasForeignKey(a => a.GuestId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureRoom(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Hall>(hall =>
        {
            hall.ToTable("halls").HasIndex(h => new { h.NameRu, h.NameEn }).IsUnique();
            hall.Ignore(h => h.Name);
            hall.Property(h => h.NameRu).HasColumnName("name");
            hall.Property(h => h.NameEn).HasDefaultValue("");
            hall.Property(h => h.Version).IsConcurrencyToken().HasDefaultValue(0);
            hall.Property(h => h.Marks)
                .HasConversion(marks => HallMark.Write(marks), text => HallMark.Read(text), HallMark.Comparer)
                .HasDefaultValueSql("'[]'");
        });
        modelBuilder.Entity<Table>(table =>
        {
            table.ToTable("tables");
            table.HasIndex(t => t.Number).IsUnique();
            table.Ignore(t => t.Description);
            table.Ignore(t => t.Zone);
            table.Property(t => t.DescriptionRu).HasColumnName("description");
            table.Property(t => t.DescriptionEn).HasDefaultValue("");
            table.Property(t => t.ZoneRu).HasColumnName("zone");
            table.Property(t => t.ZoneEn).HasDefaultValue("");
            table.HasOne<Hall>().WithMany().HasForeignKey(t => t.HallId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TablePhoto>(photo =>
        {
            photo.ToTable("table_photos").HasKey(p => p.TableId);
            photo.Property(p => p.TableId).ValueGeneratedNever();
            photo.HasOne<Table>().WithOne().HasForeignKey<TablePhoto>(p => p.TableId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TableCombination>().ToTable("table_combinations").HasIndex(c => c.Name).IsUnique();
    }

    private static void ConfigureSchedule(ModelBuilder modelBuilder)
    {
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
            special.Ignore(s => s.Name);
            special.Property(s => s.NameRu).HasColumnName("name").HasMaxLength(SpecialDay.NameLimit);
            special.Property(s => s.NameEn).HasDefaultValue("").HasMaxLength(SpecialDay.NameLimit);
            special.HasIndex(s => s.Day);
            special.HasOne<Hall>().WithMany().HasForeignKey(s => s.HallId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureBookings(ModelBuilder modelBuilder)
    {
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
    }

    private static void ConfigureMessages(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(message =>
        {
            message.HasIndex(m => m.TalkId).HasFilter("talk_id IS NOT NULL");
            message.ToTable("outbox");
            message.HasIndex(m => m.DedupeKey).IsUnique();
            message.HasIndex(m => m.BookingId).HasFilter("sent_at IS NULL AND failed_at IS NULL");
            message.HasIndex(m => m.DueAt).HasFilter("sent_at IS NULL AND failed_at IS NULL");
            message.HasIndex(m => new { m.ChatId, m.Id }).HasFilter("sent_at IS NULL AND failed_at IS NULL");
            // Read by every floor for the last days.
            message.HasIndex(m => m.FailedAt).HasFilter("failed_at IS NOT NULL");
        });
        modelBuilder.Entity<PostedCard>(card =>
        {
            card.ToTable("posted_cards").HasKey(c => new { c.BookingId, c.ChatId });
            card.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId);
        });
        modelBuilder.Entity<KnownChat>(chat =>
        {
            chat.ToTable("known_chats").HasKey(c => c.ChatId);
            chat.Property(c => c.ChatId).ValueGeneratedNever();
            chat.Property(c => c.TopicName).HasMaxLength(KnownChat.TopicNameLimit).HasDefaultValue("");
        });
        modelBuilder.Entity<ChatSessionRow>(session =>
        {
            session.ToTable("chat_sessions").HasKey(s => s.ChatId);
            session.Property(s => s.ChatId).ValueGeneratedNever();
            session.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.Entity<PendingUpdateRow>(update =>
        {
            update.ToTable("pending_updates").HasKey(u => u.UpdateId);
            update.Property(u => u.UpdateId).ValueGeneratedNever();
        });
    }

    private static void ConfigureStaff(ModelBuilder modelBuilder)
    {
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
        modelBuilder.Entity<AuditEntry>().ToTable("audit");
        modelBuilder.Entity<Attendance>().ToTable("attendance").Property(a => a.Id).ValueGeneratedNever();
    }

    private static void ConfigureSettings(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<VenueSettings>(settings =>
        {
            settings.ToTable("settings");
            settings.Property(s => s.Id).ValueGeneratedNever();
            settings.Property(s => s.AddressEn).HasDefaultValue("");
            settings
                .Property(s => s.Country)
                .HasMaxLength(2)
                .HasDefaultValue(VenueSettings.DefaultCountry)
                .HasSentinel(VenueSettings.DefaultCountry);
            settings.Property(s => s.TurnTimes).HasMaxLength(VenueSettings.TurnTimesLimit).HasDefaultValue("");
            settings
                .Property(s => s.ReminderHours)
                .HasMaxLength(VenueSettings.ReminderHoursLimit)
                .HasDefaultValue("24 3")
                .HasSentinel("24 3");
            settings.Property(s => s.Campaigns).HasMaxLength(VenueSettings.CampaignsLimit).HasDefaultValue("");
            settings.Ignore(s => s.CampaignNames);
            settings.Property(s => s.QuietFrom).HasDefaultValue(new TimeOnly(22, 0)).HasSentinel(new TimeOnly(22, 0));
            settings.Property(s => s.QuietUntil).HasDefaultValue(new TimeOnly(10, 0)).HasSentinel(new TimeOnly(10, 0));
            settings.Property(s => s.AsksRating).HasDefaultValue(true).HasSentinel(true);
            settings.Property(s => s.PhoneWish).HasDefaultValue(PhoneWish.Optional).HasSentinel(PhoneWish.Optional);
            settings
                .Property(s => s.StaffLanguage)
                .HasDefaultValue(StaffLanguage.Russian)
                .HasSentinel(StaffLanguage.Russian);
        });
        modelBuilder.Entity<CachedValue>(kept =>
        {
            kept.ToTable("cached_values").HasKey(k => k.Key);
            kept.HasIndex(k => k.ExpiresAt);
        });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }

    private static void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.ToTable("bookings");
        booking.Property(b => b.Id).ValueGeneratedNever();
        booking.Property(b => b.Code).HasMaxLength(8);
        booking.Property(b => b.Comment).HasMaxLength(Booking.CommentLimit);
        booking.Property(b => b.InviteToken).HasMaxLength(Booking.InviteTokenLength);
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
        // Order of the booking lists, page by page.
        booking.HasIndex(b => new { b.StartsAt, b.Id });
        booking.HasIndex(b => new { b.GuestId, b.StartsAt }, "IX_bookings_no_shows").HasFilter("status = 'no_show'");
        booking.HasIndex(b => b.Question).HasFilter("question IS NOT NULL");
        // Read by the timer; finished bookings are not in the index.
        booking.HasIndex(b => b.StartsAt, "IX_bookings_open").HasFilter(VenueDb.IsOpenSql);
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
