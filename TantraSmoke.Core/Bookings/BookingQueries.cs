using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Bookings;

/// <summary>A booking as it is shown. Instants are UTC; <paramref name="TableIds"/> are what it has or had.</summary>
public sealed record BookingRow(
    Guid Id,
    string Code,
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int? SlotId,
    IReadOnlyList<int> TableIds,
    int PartySize,
    BookingStatus Status,
    BookingSource Source,
    string? Comment,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SeatedAt,
    DateTimeOffset? EndedAt,
    long? GuestId,
    string? GuestName,
    string? Phone,
    string? Username,
    long? TelegramId)
{
    public Occasion? Occasion { get; init; }
    public string? Allergies { get; init; }

    /// <summary>For staff only.</summary>
    public string? InternalNote { get; init; }

    /// <summary>How many of the party are here already; null while nobody has said.</summary>
    public int? ArrivedGuests { get; init; }

    /// <summary>What staff sort the guest by, and what they noted of them.</summary>
    public IReadOnlyList<string> GuestTags { get; init; } = [];
    public string? GuestNotes { get; init; }

    /// <summary>Null where it was not asked for, and for a party without a guest.</summary>
    public GuestStanding? Standing { get; init; }

    /// <summary>When the party should be here, UTC: at its time, or at once when staff booked a time that was running.</summary>
    public DateTimeOffset DueAt => CreatedAt > StartsAt ? CreatedAt : StartsAt;

    /// <summary>Still to come, or sitting.</summary>
    public bool IsOpen => Status is BookingStatus.Booked or BookingStatus.Confirmed or BookingStatus.Seated;

    /// <summary>Expected, not here yet.</summary>
    public bool IsExpected => Status is BookingStatus.Booked or BookingStatus.Confirmed;

    // Records compare lists by reference; two readings of one booking must be equal so that nothing is drawn again for nothing.
    public bool Equals(BookingRow? other) =>
        other is not null && Id == other.Id && Version == other.Version && GuestName == other.GuestName && Phone == other.Phone
        && Username == other.Username && Comment == other.Comment && GuestId == other.GuestId && Allergies == other.Allergies
        && InternalNote == other.InternalNote && Standing == other.Standing && GuestNotes == other.GuestNotes
        && GuestTags.SequenceEqual(other.GuestTags);

    public override int GetHashCode() => HashCode.Combine(Id, Version);
}

/// <summary>What the admin sees in the chat: everybody, every status, and what is coming.</summary>
public sealed record VenueStatistics(int Guests, IReadOnlyDictionary<BookingStatus, int> ByStatus);

/// <summary>Reads bookings for showing.</summary>
public sealed class BookingQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>The service day's bookings by time.</summary>
    public async Task<List<BookingRow>> DayAsync(DateOnly serviceDay, CancellationToken cancellationToken)
    {
        var rules = (await catalogs.GetAsync(cancellationToken)).Settings;
        return await store.ReadAsync(
            async db => await GuestStanding.AddToAsync(
                db,
                await Rows(db, db.Bookings.Where(b => b.ServiceDay == serviceDay).OrderBy(b => b.StartsAt).ThenBy(b => b.CreatedAt)).ToListAsync(cancellationToken),
                rules, time.GetUtcNow(), cancellationToken),
            cancellationToken);
    }

    /// <summary>A guest's bookings: those to come, nearest first, then at most <paramref name="past"/> past ones, latest first.</summary>
    public async Task<(List<BookingRow> Upcoming, List<BookingRow> Past)> OfGuestAsync(
        Actor.Guest guest, int past, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await store.ReadAsync(async db =>
        {
            var own = db.Bookings.Where(b => b.GuestId == guest.GuestId);
            var upcoming = own.Where(Booking.IsOpen).Where(b => b.EndsAt > now);
            var others = own.Where(b => b.EndsAt <= now
                || b.Status == BookingStatus.Completed || b.Status == BookingStatus.Canceled || b.Status == BookingStatus.NoShow);
            return (
                await Rows(db, upcoming.OrderBy(b => b.StartsAt)).ToListAsync(cancellationToken),
                await Rows(db, others.OrderByDescending(b => b.StartsAt).Take(past)).ToListAsync(cancellationToken));
        }, cancellationToken);
    }

    /// <summary>One booking, or null when there is none that this actor may see.</summary>
    public Task<BookingRow?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var owner = (actor as Actor.Guest)?.GuestId;
        return store.ReadAsync(
            db => Rows(db, db.Bookings.Where(b => b.Id == id && (owner == null || b.GuestId == owner))).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>What happened to a booking, oldest first.</summary>
    public Task<List<BookingHistory>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadAsync(db => db.BookingHistory.Where(h => h.BookingId == id).OrderBy(h => h.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Counts over all time; needs the right to see statistics.</summary>
    public async Task<Outcome<VenueStatistics>> StatisticsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ViewStatistics))
            return await store.RefuseAsync(actor, Right.ViewStatistics, cancellationToken);
        return await store.ReadAsync(async db =>
        {
            var counts = await db.Bookings.GroupBy(b => b.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            return new VenueStatistics(
                await db.Guests.CountAsync(cancellationToken),
                Enum.GetValues<BookingStatus>().ToDictionary(s => s, s => counts.SingleOrDefault(c => c.Key == s)?.Count ?? 0));
        }, cancellationToken);
    }

    /// <summary>Every booking still to come or sitting, by time; needs the right to see statistics.</summary>
    public async Task<Outcome<List<BookingRow>>> ComingAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ViewStatistics))
            return await store.RefuseAsync(actor, Right.ViewStatistics, cancellationToken);
        var today = (await catalogs.GetAsync(cancellationToken)).Clock.ServiceDayOf(time.GetUtcNow());
        return await store.ReadAsync(
            db => Rows(db, db.Bookings.Where(Booking.IsOpen).Where(b => b.ServiceDay >= today).OrderBy(b => b.StartsAt)).ToListAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Order before, not after: EF does not see into a row that was made by a constructor.</summary>
    internal static IQueryable<BookingRow> Rows(VenueDb db, IQueryable<Booking> bookings) =>
        from b in bookings
        join g in db.Guests on b.GuestId equals g.Id into guests
        from g in guests.DefaultIfEmpty()
        select new BookingRow(
            b.Id, b.Code, b.ServiceDay, b.StartsAt, b.EndsAt, b.SlotId, b.TableIds, b.PartySize, b.Status, b.Source, b.Comment, b.Version,
            b.CreatedAt, b.SeatedAt, b.EndedAt, b.GuestId,
            g!.Name == "" ? null : g.Name, g.Phone, g.Username, g.TelegramId)
        {
            Occasion = b.Occasion,
            Allergies = b.Allergies,
            InternalNote = b.InternalNote,
            ArrivedGuests = b.ArrivedGuests,
            GuestTags = g.Tags ?? new List<string>(),
            GuestNotes = g.Notes,
        };
}
