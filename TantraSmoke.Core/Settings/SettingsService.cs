using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Settings;

/// <summary>Changes settings at run time; they apply at once on every replica.</summary>
public sealed class SettingsService(VenueStore store, TimeProvider time)
{
    /// <summary>Settings of the schedule, which may be changed with the right to edit it.</summary>
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
    /// Saves what differs between the settings the caller saw and the wanted ones; other changes made meanwhile stay.
    /// Returns InvalidSettings with the invalid fields, and BookingsAffected if the time zone or the end of the service
    /// day changes while there are bookings, unless <paramref name="isKnown"/>. Bookings then keep their local time of
    /// day.
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

                // An unchanged value from before is not validated again.
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

    /// <summary>Marks steps of the first-run guide as completed, whether changed or left as they are.</summary>
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
