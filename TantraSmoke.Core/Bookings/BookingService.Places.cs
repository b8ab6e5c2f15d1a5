using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Bookings;

// Finding and taking tables inside a transaction.
public sealed partial class BookingService
{
    private sealed record ClaimPurpose(ClaimKind Kind, Guid? BookingId = null, DateTimeOffset? ExpiresAt = null);

    /// <summary>Takes the chosen tables, or the first of the best-fitting ones that <paramref name="take"/> gets from the database.</summary>
    private static async Task<Outcome<BookingPlace>> ClaimSlotAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        BookingRequest request,
        ClaimPurpose purpose,
        DateTimeOffset now,
        Func<ClaimRequest, BookingPlace, Task<bool>> take,
        CancellationToken cancellationToken)
    {
        var forStaff = actor is not Actor.Guest;
        if (catalog.Slots.FirstOrDefault(s => s.Id == request.SlotId && s.IsActive) is not { } slot
            || catalog.Clock.Occurrence(request.ServiceDay, slot.Start, slot.End) is not var (start, end))
            return new BookingError.NoLongerOffered();
        if (BookingRules.Refuse(catalog.Settings, catalog.Clock, request.ServiceDay, start, end, now, forStaff) is { } refusal)
            return refusal;
        if (RefuseParty(catalog, request.PartySize, request.TableIds, forStaff) is { } misfit)
            return misfit;

        var options = request.TableIds is { } chosen
            ? [Option(catalog, chosen)!]
            : TableAllocator.Free(
                catalog.Options, await BusyAsync(db, start, end, actor, purpose.BookingId, now, cancellationToken), start, end, request.PartySize, forStaff);
        foreach (var option in options)
        {
            var claim = new ClaimRequest(option.TableIds, start, end, purpose.Kind, now, purpose.BookingId, actor.Holder(), purpose.ExpiresAt);
            var place = new BookingPlace(request.ServiceDay, start, end, slot.Id, option.TableIds);
            if (await take(claim, place))
                return place;
            if (option.TableIds.Count > 1)
                await ForgetPartialAsync(db, claim, cancellationToken);
        }

        return new BookingError.TableTaken([]);
    }

    /// <summary>Some tables of a combination were free and are now ours: give them back before trying the next option.</summary>
    private static Task<int> ForgetPartialAsync(VenueDb db, ClaimRequest claim, CancellationToken cancellationToken) =>
        claim.BookingId is { } booking
            ? db.Claims.Where(c => c.BookingId == booking).ExecuteDeleteAsync(cancellationToken)
            : db.Claims.Where(c => c.Holder == claim.Holder && c.Kind == claim.Kind).ExecuteDeleteAsync(cancellationToken);

    private static Task<List<BusyTime>> BusyAsync(
        VenueDb db, DateTimeOffset start, DateTimeOffset end, Actor actor, Guid? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, to) = (start - TableClaim.Longest, end + TableClaim.Longest);
        var holder = actor.Holder();
        return db.Claims.AsNoTracking()
            .Where(c => c.StartsAt >= from && c.StartsAt < to && (c.ExpiresAt == null || c.ExpiresAt > now))
            .Where(c => (c.Kind != ClaimKind.Hold || c.Holder != holder) && (except == null || c.BookingId != except))
            .Select(c => new BusyTime(c.TableId, c.StartsAt, c.EndsAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>How long these tables stay free from <paramref name="from"/>, at most until <paramref name="wanted"/>.</summary>
    private static async Task<DateTimeOffset> FreeUntilAsync(
        VenueDb db, IReadOnlyList<int> tableIds, DateTimeOffset from, DateTimeOffset wanted, CancellationToken cancellationToken)
    {
        var next = await db.Claims.AsNoTracking()
            .Where(c => tableIds.Contains(c.TableId) && c.StartsAt > from && c.StartsAt < wanted && (c.ExpiresAt == null || c.ExpiresAt > from))
            .OrderBy(c => c.StartsAt).Select(c => (DateTimeOffset?)c.StartsAt).FirstOrDefaultAsync(cancellationToken);
        return next ?? wanted;
    }

    private static BookingError? RefuseParty(VenueCatalog catalog, int partySize, IReadOnlyList<int>? chosen, bool forStaff)
    {
        if (partySize < 1)
            return new BookingError.PartyTooSmall(1);
        var largest = TableAllocator.LargestParty(catalog.Options, forStaff);
        if (partySize > largest)
            return new BookingError.PartyTooLarge(largest);
        if (chosen is null)
            return null;
        if (Option(catalog, chosen) is not { } option || (!forStaff && !option.IsOnline))
            return new BookingError.NoLongerOffered();
        if (partySize > option.Seats)
            return new BookingError.PartyTooLarge(option.Seats);
        return !forStaff && partySize < option.MinParty ? new BookingError.PartyTooSmall(option.MinParty) : null;
    }

    private static TableOption? Option(VenueCatalog catalog, IReadOnlyList<int> tableIds)
    {
        var sorted = tableIds.Order().ToList();
        return catalog.Options.FirstOrDefault(o => o.TableIds.SequenceEqual(sorted));
    }

    private static int Seats(VenueCatalog catalog, IReadOnlyList<int> tableIds) =>
        Option(catalog, tableIds)?.Seats ?? tableIds.Sum(id => catalog.Table(id)?.Seats ?? 0);

    private static List<int> Numbers(VenueCatalog catalog, IEnumerable<int> tableIds) =>
        [.. tableIds.Select(id => catalog.Table(id)?.Number ?? 0)];

    private static TimeSlot? Slot(VenueCatalog catalog, int? slotId) => catalog.Slots.FirstOrDefault(s => s.Id == slotId && s.IsActive);
}
