using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Setup;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Demo;

/// <summary>Fills an empty installation with a venue, guests and some weeks of bookings around now.</summary>
public static class DemoVenue
{
    /// <summary>Four weeks.</summary>
    public const int Days = 28;

    /// <summary>Fills the configured database, which may not exist yet.</summary>
    /// <param name="now">End of the simulated weeks (UTC).</param>
    /// <param name="days">Their length in days, at least twelve.</param>
    /// <param name="progress">Called with each service day that begins.</param>
    /// <returns>Number of guests and bookings.</returns>
    /// <exception cref="InvalidDataException">
    /// The installation has data already, or the database cannot be set up.
    /// </exception>
    public static async Task<(int Guests, int Bookings)> FillAsync(
        InstallationSettings installation,
        DateTimeOffset now,
        int days,
        IProgress<DateOnly> progress,
        CancellationToken cancellationToken
    )
    {
        // Without a bot: no messages about invented events.
        var quiet = installation with
        {
            AdminIds = new HashSet<long>(),
            StaffChatId = null,
            Tables = installation.Tables ?? Own("TABLES_JSON", "tables"),
            Slots = installation.Slots ?? Own("SLOTS_JSON", "slots"),
        };
        var clock = new DemoClock { Now = now };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddCore(quiet)
            .BuildServiceProvider();
        await services.GetRequiredService<VenueSetup>().RunAsync(cancellationToken);
        var store = services.GetRequiredService<VenueStore>();
        if (await CountAsync(store, cancellationToken) is not (0, 0) and var (guests, bookings))
            throw new InvalidDataException(
                $"The demo needs an empty installation, and this one has data "
                    + $"(guests: {guests}, bookings: {bookings}). Choose another folder or database."
            );

        var weeks = new DemoWeeks(
            services.GetRequiredService<BookingDesk>(),
            services.GetRequiredService<WaitingParties>(),
            services.GetRequiredService<GuestService>(),
            services.GetRequiredService<GuestNotes>(),
            services.GetRequiredService<VenueCatalogCache>(),
            store,
            clock,
            now,
            days
        );
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                (await db.Settings.SingleAsync(cancellationToken)).Settle(SetupSteps.All);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        await weeks.LiveAsync(progress, cancellationToken);
        return await CountAsync(store, cancellationToken);
    }

    private static Task<(int Guests, int Bookings)> CountAsync(VenueStore store, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db =>
                (await db.Guests.CountAsync(cancellationToken), await db.Bookings.CountAsync(cancellationToken)),
            cancellationToken
        );

    private static SeedSource Own(string variable, string name)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream($"TantraSmoke.Core.Demo.{name}.json")!;
        using var reader = new StreamReader(stream);
        return SeedSource.Text(variable, reader.ReadToEnd());
    }
}
