using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.GuestRecords;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Replicas;
using TantraSmoke.Core.Reports;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Setup;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core;

/// <summary>Registers the services of the core.</summary>
public static class CoreRegistration
{
    /// <summary>
    /// Adds everything except the background services of <see cref="AddCoreTimers"/>. The caller runs
    /// <see cref="VenueSetup.RunAsync"/> once before use and supplies an <see cref="IGuestMessenger"/>.
    /// </summary>
    public static IServiceCollection AddCore(this IServiceCollection services, InstallationSettings installation)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(installation);
        services.AddSingleton<VenueFeed>();
        services.AddSingleton<ChangeInterceptor>();
        services.AddSingleton<ReplicaLeader>();
        services.AddSingleton<VenueStore>();
        services.AddSingleton<VenueMigrations>();
        services.AddSingleton<VenueSetup>();
        services.AddSingleton<VenueSeed>();
        services.AddSingleton<VenueCatalogCache>();
        services.AddSingleton<BusyTimeCache>();
        services.AddSingleton<AvailabilityQueries>();
        services.AddSingleton<StaffChats>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<ShiftSummaries>();
        services.AddSingleton<PlaceChoice>();
        services.AddSingleton<BookingWriter>();
        services.AddSingleton<TableBooking>();
        services.AddSingleton<WalkIns>();
        services.AddSingleton<BookingLifecycle>();
        services.AddSingleton<BookingApproval>();
        services.AddSingleton<BookingMoves>();
        services.AddSingleton<BookingEdits>();
        services.AddSingleton<OwnBookings>();
        services.AddSingleton<BookingUndo>();
        services.AddSingleton<TableBlocks>();
        services.AddSingleton<BookingClock>();
        services.AddSingleton<BookingDesk>();
        services.AddSingleton<FriendService>();
        services.AddSingleton<TalkService>();
        services.AddSingleton<ScheduleWriter>();
        services.AddSingleton<WeekHours>();
        services.AddSingleton<SpecialDayEditing>();
        services.AddSingleton<OnlinePause>();
        services.AddSingleton<ScheduleEditing>();
        services.AddSingleton<SettingsService>();
        services.AddSingleton<BookingQueries>();
        services.AddSingleton<FloorService>();
        services.AddSingleton<HallWriter>();
        services.AddSingleton<HallEditing>();
        services.AddSingleton<RoomBookings>();
        services.AddSingleton<RoomBeginning>();
        services.AddSingleton<TableFiles>();
        services.AddSingleton<TablePhotoStore>();
        services.AddSingleton<RoomEditing>();
        services.AddSingleton<TimelineQueries>();
        services.AddSingleton<BookingLists>();
        services.AddSingleton<GuestService>();
        services.AddSingleton<GuestNotes>();
        services.AddSingleton<GuestErasure>();
        services.AddSingleton<GuestMerging>();
        services.AddSingleton<GuestQueries>();
        services.AddSingleton<ReportQueries>();
        services.AddSingleton<StaffLookup>();
        services.AddSingleton<StaffLinks>();
        services.AddSingleton<StaffChanges>();
        services.AddSingleton<StaffRegistry>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<WaitlistQueries>();
        services.AddSingleton<WaitingParties>();
        services.AddSingleton<OwnWaiting>();
        services.AddSingleton<WaitlistOffers>();
        services.AddSingleton<WaitingList>();
        services.AddSingleton<RateLimiter>();
        return installation.Postgres is { } postgres
            ? services.AddPostgres(postgres)
            : services.AddSqlite(installation.SqliteFile);
    }

    /// <summary>Adds leadership, timers, outbox and, on PostgreSQL, the relay to other replicas.</summary>
    public static IServiceCollection AddCoreTimers(this IServiceCollection services, InstallationSettings installation)
    {
        // First, so that it is stopped last: what runs on the leader has ended when another is elected.
        services.AddHostedService(provider => provider.GetRequiredService<ReplicaLeader>());
        services.AddHostedService<BookingTimer>();
        services.AddHostedService<WaitlistTimer>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<Retention>();
        if (installation.Postgres is not null)
            services.AddHostedService<ChangeRelay>();
        return services;
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services, PostgresSettings postgres)
    {
        services.AddPooledDbContextFactory<PostgresDb>(
            (provider, options) =>
                options
                    .UseNpgsql(postgres.ToConnectionString())
                    .AddInterceptors(provider.GetRequiredService<ChangeInterceptor>(), NullCharacters.Remover)
        );
        return services.AddSingleton<Func<VenueDb>>(provider =>
            provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext
        );
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string file)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        services.AddPooledDbContextFactory<SqliteDb>(
            (provider, options) =>
                options
                    .UseSqlite(connection)
                    .AddInterceptors(
                        provider.GetRequiredService<ChangeInterceptor>(),
                        FullSync.Instance,
                        NullCharacters.Remover
                    )
        );
        return services.AddSingleton<Func<VenueDb>>(provider =>
            provider.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext
        );
    }
}
