using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Bookings;

/// <summary>Sort orders of a list of bookings.</summary>
public enum BookingSort
{
    Time,
    Guest,
    Party,

    /// <summary>By the time the booking was made.</summary>
    Booked,
}

/// <summary>Filters and order of a list of bookings; null or empty values do not filter.</summary>
public sealed record BookingSearch
{
    private const int CodeLength = 6;

    /// <summary>Words of the name, the phone number, the @username or the beginning of the code.</summary>
    public string Words { get; init; } = "";

    public DateOnly? From { get; init; }

    /// <summary>The last service day, inclusive.</summary>
    public DateOnly? To { get; init; }

    public BookingStatus? Status { get; init; }
    public BookingSource? Source { get; init; }
    public int? HallId { get; init; }
    public int? MinParty { get; init; }
    public int? MaxParty { get; init; }
    public long? GuestId { get; init; }

    /// <summary>Null sorts by time: ascending with a first day, otherwise descending.</summary>
    public BookingSort? Sort { get; init; }

    /// <summary>Applies only with <see cref="Sort"/>.</summary>
    public bool IsDescending { get; init; }

    /// <summary>Whether a word may have one typo. Used when an exact search finds nothing.</summary>
    internal bool IsForgiving { get; init; }

    internal bool MayForgive => !IsForgiving && SearchKey.CanBeMisspelled(Words);

    /// <summary>The same bookings in the default order.</summary>
    public BookingSearch Unsorted => this with { Sort = null, IsDescending = false };

    /// <summary>Whether bookings of that day can match; null stands for any day.</summary>
    public bool Concerns(DateOnly? day) => day is null || ((From is null || day >= From) && (To is null || day <= To));

    internal IQueryable<Booking> Of(VenueDb db, VenueCatalog catalog)
    {
        IQueryable<Booking> found = db.Bookings;
        if (From is { } from)
            found = found.Where(b => b.ServiceDay >= from);
        if (To is { } to)
            found = found.Where(b => b.ServiceDay <= to);
        if (Status is { } status)
            found = found.Where(b => b.Status == status);
        if (Source is { } source)
            found = found.Where(b => b.Source == source);
        if (MinParty is { } least)
            found = found.Where(b => b.PartySize >= least);
        if (MaxParty is { } most)
            found = found.Where(b => b.PartySize <= most);
        if (GuestId is { } guestId)
            found = found.Where(b => b.GuestId == guestId);
        if (HallId is { } hallId)
        {
            var tables = catalog.Tables.Where(t => t.HallId == hallId).Select(t => t.Id).ToList();
            found = found.Where(b => b.TableIds.Any(id => tables.Contains(id)));
        }

        return Words.Trim().Length == 0 ? found : Matching(db, found, catalog.Settings.Country);
    }

    /// <summary>As <see cref="Of"/>, sorted; ties by start.</summary>
    internal IQueryable<Booking> Ordered(VenueDb db, VenueCatalog catalog)
    {
        var found = Of(db, catalog);
        return Sort switch
        {
            null => From is null ? ByTime(found, isDescending: true) : ByTime(found, isDescending: false),
            BookingSort.Time => ByTime(found, IsDescending),
            BookingSort.Guest => Then(
                found
                    .OrderBy(b => b.GuestId == null)
                    .ThenByDirection(
                        b => db.Guests.Where(g => g.Id == b.GuestId).Select(g => g.SearchText).FirstOrDefault(),
                        IsDescending
                    )
            ),
            BookingSort.Party => Then(found.OrderByDirection(b => b.PartySize, IsDescending)),
            BookingSort.Booked => Then(found.OrderByDirection(b => b.CreatedAt, IsDescending)),
            _ => throw new InvalidOperationException($"an order nobody knows: {Sort}"),
        };

        static IQueryable<Booking> ByTime(IQueryable<Booking> found, bool isDescending) =>
            found.OrderByDirection(b => b.StartsAt, isDescending).ThenByDirection(b => b.Id, isDescending);

        static IQueryable<Booking> Then(IOrderedQueryable<Booking> sorted) =>
            sorted.ThenBy(b => b.StartsAt).ThenBy(b => b.Id);
    }

    private IQueryable<Booking> Matching(VenueDb db, IQueryable<Booking> bookings, string country)
    {
        var guests = GuestSearch.Matching(db, Words, country, IsForgiving);
        var byGuest = db.Bookings.Where(b => b.GuestId != null && guests.Contains(b.GuestId.Value)).Select(b => b.Id);
        var code = Words.Trim().ToUpperInvariant();
        if (code.Length > CodeLength || !code.All(char.IsAsciiLetterOrDigit))
            return bookings.Where(b => byGuest.Contains(b.Id));

        // A concatenation of two queries, each with its own index; an OR would scan all bookings.
        var either = byGuest.Concat(db.Bookings.Where(b => b.Code.StartsWith(code)).Select(b => b.Id));
        return bookings.Where(b => either.Contains(b.Id));
    }
}

/// <summary>One page of the results.</summary>
/// <param name="Total">Count over all pages.</param>
/// <param name="ByStatus">Counts by status, ignoring the status filter.</param>
public sealed record BookingPage(
    IReadOnlyList<BookingRow> Rows,
    int Total,
    IReadOnlyDictionary<BookingStatus, int> ByStatus
)
{
    public bool Equals(BookingPage? other) =>
        other is not null
        && Total == other.Total
        && Rows.SequenceEqual(other.Rows)
        && ByStatus.Count == other.ByStatus.Count
        && ByStatus.All(pair => other.ByStatus.GetValueOrDefault(pair.Key) == pair.Value);

    public override int GetHashCode() => HashCode.Combine(Total, Rows.Count);
}
