using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Core.Setup;

/// <summary>
/// Loads tables and slots from TABLES_JSON and SLOTS_JSON, compatible with earlier versions. Tables are matched by
/// number, slots by start; existing ones are updated, never deleted; a file with an error is refused as a whole.
/// </summary>
public sealed class VenueSeed(VenueStore store, SettingsService settings, InstallationSettings installation)
{
    private const int MostNamed = 5;

    /// <summary>Loads the installation's tables, or the shipped ones.</summary>
    public async Task<SeedReport> LoadTablesAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            throw new InvalidOperationException($"{actor.DisplayName} may not load tables.");
        var (rows, problem) = await ReadAsync(
            installation.Tables,
            "tables.json",
            SeedJson.ReadTables,
            cancellationToken
        );
        if (rows is null)
            return new SeedReport(0, 0, 0, problem);

        var report = new SeedReport(0, 0, 0);
        await store.ChangeAsync(
            actor,
            async db => report = (await TableMerge.SaveAsync(db, rows, cancellationToken)).Report,
            cancellationToken
        );
        return report;
    }

    /// <summary>Loads the installation's slots, or the shipped ones.</summary>
    public async Task<SeedReport> LoadSlotsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditSchedule))
            throw new InvalidOperationException($"{actor.DisplayName} may not load time slots.");
        var (rows, problem) = await ReadAsync(installation.Slots, "slots.json", SeedJson.ReadSlots, cancellationToken);
        if (rows is null)
            return new SeedReport(0, 0, 0, problem);

        var report = new SeedReport(0, 0, 0);
        await store.ChangeAsync(
            actor,
            async db =>
            {
                var known = (
                    await db.TimeSlots.Where(s => s.SpecialDayId == null).ToListAsync(cancellationToken)
                ).ToLookup(s => s.Start);
                foreach (var row in rows)
                {
                    if (known[row.Start].ToList() is not { Count: > 0 } slots)
                        db.TimeSlots.Add(new TimeSlot(row.Start, row.End));
                    // Different weekdays were set in the dashboard and are kept.
                    else if (slots is [{ Weekdays: Weekdays.All } slot])
                        slot.EndAt(row.End);
                }

                report = Report(db, rows.Count, typeof(TimeSlot));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        return report;
    }

    /// <summary>
    /// Fills an empty database with an example venue: tables, slots and settings. Runs once: deleted items do not
    /// return on the next start.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// TABLES_JSON or SLOTS_JSON is invalid: the message names it with line and reason. Or VENUE_TIMEZONE changed while
    /// there are bookings and the change is not confirmed.
    /// </exception>
    public async Task FillEmptyAsync(CancellationToken cancellationToken)
    {
        var system = Actor.System.Instance;
        var (hasSettings, hasTables, hasSlots) = await store.ReadAsync(
            async db =>
                (
                    await db.Settings.AnyAsync(cancellationToken),
                    await db.Tables.AnyAsync(cancellationToken),
                    await db.TimeSlots.AnyAsync(cancellationToken)
                ),
            cancellationToken
        );
        if (!hasSettings)
        {
            if (!hasTables)
                Refuse(await LoadTablesAsync(system, cancellationToken));
            if (!hasSlots)
                Refuse(await LoadSlotsAsync(system, cancellationToken));
            // Written last: the settings mark the example as complete.
            await store.ChangeAsync(
                system,
                db =>
                {
                    db.Settings.Add(DefaultSettings());
                    return db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
        }

        await TakeEnvironmentAsync(cancellationToken);

        static void Refuse(SeedReport report)
        {
            if (report.Problem is { } problem)
                throw new InvalidDataException(problem.In(SeedTexts.English));
        }
    }

    /// <summary>Applies the venue's settings from the environment, which override the dashboard's.</summary>
    private async Task TakeEnvironmentAsync(CancellationToken cancellationToken)
    {
        var seen = await store.ReadAsync(db => db.Settings.SingleAsync(cancellationToken), cancellationToken);
        var wanted = seen.Copy();
        wanted.TimeZone = installation.VenueTimeZone?.Id ?? seen.TimeZone;
        wanted.Country = installation.VenueCountry ?? seen.Country;
        var isKnown = installation.ConfirmedTimeZone?.Id == wanted.TimeZone;
        var error = (await settings.SaveAsync(Actor.System.Instance, seen, wanted, isKnown, cancellationToken)).Error;
        // Changing a variable must not move bookings unnoticed.
        var bookings =
            (error as BookingRefusal.BookingsAffected)?.Bookings
            ?? (error as BookingRefusal.BookingsInTheWay)?.Bookings
            ?? [];
        var codes = string.Join(", ", bookings.Take(MostNamed).Select(b => b.Code));
        var more = bookings.Count > MostNamed ? ", …" : "";
        if (error is not null)
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SettingNames.VenueTimeZone} is {wanted.TimeZone} and the venue was in {seen.TimeZone} so far, "
                        + $"with bookings there ({bookings.Count}: {codes}{more}); "
                )
                    + (
                        error is BookingRefusal.BookingsAffected
                            ? "to take them along at the same time of day start once with "
                                + $"{SettingNames.VenueTimeZoneConfirm}={wanted.TimeZone}, "
                                + $"or leave {SettingNames.VenueTimeZone} as it was"
                            : "these parties are here and would sit where others are expected then, "
                                + $"so start with {SettingNames.VenueTimeZone}={seen.TimeZone} until they have left"
                    )
            );
    }

    private static VenueSettings DefaultSettings() =>
        new()
        {
            VenueName = "TantraSmoke",
            Address = "Москва, ул. Покровка, 1",
            AddressEn = "Pokrovka 1, Moscow",
            Phone = "+7 495 000-00-00",
            AboutRu = "Кальянная-лаунж с авторским чаем, тихой музыкой и VIP-комнатой.",
            AboutEn = "A hookah lounge with signature teas, quiet music and a VIP room.",
        };

    private static async Task<(List<T>? Rows, SeedProblem? Problem)> ReadAsync<T>(
        SeedSource? source,
        string shipped,
        Func<string, (List<T>? Rows, SeedProblem? Problem)> read,
        CancellationToken cancellationToken
    )
    {
        string? json;
        try
        {
            json = source is null ? Shipped(shipped) : await source.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (
                null,
                new SeedProblem(
                    t => fault is FileNotFoundException or DirectoryNotFoundException ? t.NoFile : t.FileClosed,
                    Source: source!.ToString()
                )
            );
        }

        var (rows, problem) = json is null ? (null, new SeedProblem(t => t.NotUtf8)) : read(json);
        return (rows, problem is null ? null : problem with { Source = source?.ToString() ?? shipped });
    }

    private static string Shipped(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"TantraSmoke.Core.Setup.Seed.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SeedReport Report(VenueDb db, int rows, Type type)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.Entity.GetType() == type).ToList();
        var added = entries.Count(e => e.State == EntityState.Added);
        var changed = entries.Count(e => e.State == EntityState.Modified);
        return new SeedReport(added, changed, rows - added - changed);
    }
}
