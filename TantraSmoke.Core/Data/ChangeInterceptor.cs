using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Derives change notifications (<see cref="VenueChange"/>) and audit entries from what is saved, so that no service
/// can forget either. Bookings have their own history and are not audited.
/// </summary>
internal sealed class ChangeInterceptor(VenueFeed feed, TimeProvider time)
    : SaveChangesInterceptor,
        IDbTransactionInterceptor
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly ConditionalWeakTable<DbContext, List<Saved>> _saving = [];

    // Data protection saves its keys synchronously; they need no notification.
    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    ) =>
        eventData.Context is VenueDb db && SavedIn(db).Count > 0
            ? throw new InvalidOperationException("Save with SaveChangesAsync: only that writes audit entries.")
            : result;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is VenueDb db)
            _saving.AddOrUpdate(db, SavedIn(db));
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not VenueDb db || !_saving.TryGetValue(db, out var saved))
            return result;

        _saving.Remove(db);
        db.Changes.AddRange(saved.Select(s => s.Change()));
        // Written after the save, when generated ids are known; the transaction keeps both together.
        var audited = saved.Where(s => s.IsAudited).Select(s => s.Audit(time.GetUtcNow(), db.Actor)).ToList();
        if (audited.Count > 0)
        {
            db.Audit.AddRange(audited);
            await db.SaveChangesAsync(cancellationToken);
        }

        if (db.Database.CurrentTransaction is null)
            Publish(db);
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Publish(eventData.Context);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Publish(eventData.Context);
        return Task.CompletedTask;
    }

    private static List<Saved> SavedIn(VenueDb db) =>
        [
            .. db
                .ChangeTracker.Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(Saved.Of)
                .OfType<Saved>(),
        ];

    /// <summary>Announces what the context has changed and committed.</summary>
    public void Publish(DbContext? context)
    {
        if (context is not VenueDb { Changes.Count: > 0 } db)
            return;
        var changes = db.Changes.Distinct().ToList();
        db.Changes.Clear();
        feed.Publish(changes);
    }

    /// <summary>A change of one entity, as it is announced and audited.</summary>
    internal sealed record Saved(
        EntityEntry Entry,
        string Action,
        Dictionary<string, object?>? Before,
        Dictionary<string, object?>? After,
        DateOnly? OldDay
    )
    {
        public bool IsAudited => Entry.Entity is not Booking;

        public static Saved? Of(EntityEntry entry)
        {
            if (
                entry.Entity
                is not (
                    Booking
                    or Guest
                    or Hall
                    or Table
                    or TableCombination
                    or TimeSlot
                    or SpecialDay
                    or VenueSettings
                    or StaffMember
                    or StaffSession
                    or WaitlistEntry
                )
            )
                return null;
            var oldDay =
                entry.Entity is Booking && entry.State == EntityState.Modified
                    ? (DateOnly?)entry.OriginalValues[nameof(Booking.ServiceDay)]
                    : null;
            if (entry.Entity is Booking)
                return new Saved(entry, "", null, null, oldDay);

            var changed = entry.Properties.Where(p => entry.State != EntityState.Modified || p.IsModified).ToList();
            // A saved change of a session is always its end.
            var isSession = entry.Entity is StaffSession;
            return entry.State switch
            {
                EntityState.Added => new Saved(
                    entry,
                    isSession ? AuditEntry.SignedIn : AuditEntry.Added,
                    null,
                    Values(changed.Where(p => !p.IsTemporary), p => p.CurrentValue),
                    null
                ),
                EntityState.Deleted => new Saved(
                    entry,
                    AuditEntry.Removed,
                    Values(changed, p => p.OriginalValue),
                    null,
                    null
                ),
                _ => new Saved(
                    entry,
                    isSession ? AuditEntry.SignedOut : AuditEntry.Changed,
                    Values(changed, p => p.OriginalValue),
                    Values(changed, p => p.CurrentValue),
                    null
                ),
            };
        }

        public VenueChange Change() =>
            Entry.Entity switch
            {
                // A move to another day affects both days.
                Booking booking when OldDay is { } old && old != booking.ServiceDay => VenueChange.Of(booking) with
                {
                    ServiceDay = null,
                },
                Booking booking => VenueChange.Of(booking),
                Guest guest => new VenueChange(ChangeKind.Guest, Id(guest.Id)),
                WaitlistEntry entry => new VenueChange(
                    ChangeKind.Waitlist,
                    entry.Id.ToString(),
                    entry.ServiceDay,
                    entry.Version
                ),
                StaffMember member => new VenueChange(ChangeKind.Staff, Id(member.Id)),
                StaffSession session => new VenueChange(ChangeKind.Staff, Id(session.StaffId)),
                _ => new VenueChange(ChangeKind.Catalog),
            };

        public AuditEntry Audit(DateTimeOffset at, Actor actor) =>
            new(
                at,
                actor,
                Action,
                Entry.Metadata.GetTableName()!,
                string.Join(
                    ',',
                    Entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Entry.Property(p.Name).CurrentValue)
                ),
                Text(Before),
                Text(After)
            );

        private static Dictionary<string, object?> Values(
            IEnumerable<PropertyEntry> properties,
            Func<PropertyEntry, object?> value
        ) => properties.ToDictionary(p => SnakeCase.Of(p.Metadata.Name), value);

        private static string? Text(Dictionary<string, object?>? values) =>
            values is null ? null : JsonSerializer.Serialize(values, Json);

        private static string Id(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
