using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Settings;

/// <summary>Changes what an admin may change while the venue runs; it counts at once, on every replica.</summary>
public sealed class SettingsService(VenueStore store, TimeProvider time)
{
    /// <summary>The rules that belong to the schedule: who may edit that may change these.</summary>
    private static readonly FrozenSet<string> OfSchedule = new[]
    {
        nameof(VenueSettings.TurnTimes),
        nameof(VenueSettings.BufferMinutes),
        nameof(VenueSettings.PacingParties),
        nameof(VenueSettings.PacingCovers),
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OfClock = new[]
    {
        nameof(VenueSettings.TimeZone),
        nameof(VenueSettings.ServiceDayEnds),
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OfReminders = new[]
    {
        nameof(VenueSettings.ReminderHours),
        nameof(VenueSettings.QuietFrom),
        nameof(VenueSettings.QuietUntil),
        nameof(VenueSettings.TimeZone),
    }.ToFrozenSet();

    /// <summary>
    /// Changes what differs between the settings somebody saw and those they want; what others changed meanwhile stays.
    /// Returns InvalidSettings with the fields that are wrong, and BookingsAffected when there are bookings to come and
    /// the time zone or the end of the day would be another, until asked again with <paramref name="isKnown"/>. What is
    /// to come keeps its time of day then.
    /// </summary>
    public async Task<Outcome<VenueSettings>> SaveAsync(
        Actor actor,
        VenueSettings seen,
        VenueSettings wanted,
        bool isKnown,
        CancellationToken cancellationToken
    ) =>
        await store.WriteAsync<VenueSettings>(
            actor,
            async db =>
            {
                var settings = await db.Settings.SingleAsync(cancellationToken);
                var (before, now) = (settings.Clock, time.GetUtcNow());
                var changed = Changed(db.Entry(settings), seen, wanted);
                var right = changed.All(p => OfSchedule.Contains(p.Metadata.Name))
                    ? Right.EditSchedule
                    : Right.EditSettings;
                if (!actor.May(right))
                    return new CommonRefusal.NotAllowed(right);
                foreach (var property in changed)
                {
                    var value = Of(wanted, property.Metadata.Name);
                    property.CurrentValue = value is string text ? text.Trim() : value;
                }

                // What was wrong before and is not touched is nobody's mistake now.
                var names = changed.Select(p => p.Metadata.Name).ToHashSet();
                if (SettingsCheck.Wrong(settings).Where(names.Contains).ToList() is { Count: > 0 } wrong)
                    return new SettingsRefusal.InvalidSettings(wrong);
                if (!isKnown && OfClock.Overlaps(names))
                {
                    var toCome = db.Bookings.AsNoTracking().Where(Booking.IsToCome);
                    var coming = await BookingBrief.OfAsync(db, toCome, cancellationToken);
                    if (coming.Count > 0)
                        return new BookingRefusal.BookingsAffected(coming);
                }

                await db.SaveChangesAsync(cancellationToken);
                if (
                    names.Contains(nameof(VenueSettings.TimeZone))
                    && await ZoneChange.FollowZoneAsync(db, actor, before, settings.Clock, now, cancellationToken)
                        is { } inTheWay
                )
                    return inTheWay;
                if (OfReminders.Overlaps(names))
                {
                    var catalog = await VenueCatalogCache.ReadAsync(db);
                    await ReminderPlanner.ReplanAllAsync(db, catalog, null, now, cancellationToken);
                }

                return settings;
            },
            cancellationToken
        );

    /// <summary>Notes that these parts of the first-run guide need no more asking: done, or left as they are.</summary>
    public async Task<Outcome<VenueSettings>> SettleAsync(
        Actor actor,
        SetupSteps steps,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditSettings))
            return await store.RefuseAsync(actor, Right.EditSettings, cancellationToken);
        return await store.WriteAsync<VenueSettings>(
            actor,
            async db =>
            {
                var settings = await db.Settings.SingleAsync(cancellationToken);
                settings.Settle(steps & SetupSteps.All);
                await db.SaveChangesAsync(cancellationToken);
                return settings;
            },
            cancellationToken
        );
    }

    /// <summary>The properties in which <paramref name="wanted"/> differs from <paramref name="seen"/>.</summary>
    private static List<PropertyEntry> Changed(EntityEntry settings, VenueSettings seen, VenueSettings wanted) =>
        [
            .. settings
                .Properties.Where(p =>
                    !p.Metadata.IsPrimaryKey()
                    && !p.Metadata.IsShadowProperty()
                    && p.Metadata.Name != nameof(VenueSettings.OnlinePausedUntil)
                )
                .Where(p => !Equals(Of(seen, p.Metadata.Name), Of(wanted, p.Metadata.Name))),
        ];

    private static object? Of(VenueSettings settings, string name) =>
        typeof(VenueSettings).GetProperty(name)!.GetValue(settings);
}
