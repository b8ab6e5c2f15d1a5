using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Filters of the guest list.</summary>
public enum GuestFilter
{
    All,

    /// <summary>With many no-shows, see <see cref="GuestStanding.IsFlagged"/>.</summary>
    Flagged,
    Blocked,
}

/// <summary>Sort orders of the guest list.</summary>
public enum GuestSort
{
    Name,
    LastVisit,
    NextVisit,
}

/// <summary>Filters and order of the guest list.</summary>
/// <param name="Words">Words of the name, the phone number or the @username.</param>
/// <param name="Sort">Null for newest first.</param>
/// <param name="IsDescending">Applies only with <paramref name="Sort"/>.</param>
public sealed record GuestSearch(
    string Words = "",
    GuestFilter Filter = GuestFilter.All,
    string? Tag = null,
    GuestSort? Sort = null,
    bool IsDescending = false
)
{
    /// <summary>Whether a word may have one typo. Used when an exact search finds nobody.</summary>
    internal bool IsForgiving { get; init; }

    internal bool MayForgive => !IsForgiving && SearchKey.CanBeMisspelled(Words);

    // More words than a name and an @username have; each adds a condition, and databases limit their number.
    private const int MostWords = 10;

    /// <summary>Guests of the list: neither merged nor deleted.</summary>
    internal IQueryable<Guest> Of(VenueDb db, VenueSettings rules, DateTimeOffset now)
    {
        var guests = db.Guests.Where(g => g.MergedIntoId == null && g.AnonymizedAt == null);
        if (Words.Trim().Length > 0)
        {
            var matching = Matching(db, Words, rules.Country, IsForgiving);
            guests = guests.Where(g => matching.Contains(g.Id));
        }

        if (Tag is { Length: > 0 } tag)
            guests = guests.Where(g => g.Tags.Contains(tag));
        if (Filter == GuestFilter.Blocked)
            guests = guests.Where(g => g.IsBlocked);
        if (Filter == GuestFilter.Flagged)
        {
            // 0 turns flagging off.
            var (since, limit) = (GuestStanding.Since(rules, now), rules.NoShowFlagCount);
            var flagged = db
                .Bookings.Where(b =>
                    limit > 0 && b.Status == BookingStatus.NoShow && b.StartsAt >= since && b.GuestId != null
                )
                .GroupBy(b => b.GuestId!.Value)
                .Where(g => g.Count() >= limit)
                .Select(g => g.Key);
            guests = guests.Where(g => flagged.Contains(g.Id));
        }

        return guests;
    }

    /// <summary>As <see cref="Of"/>, sorted; guests without the sorted date come last.</summary>
    internal IQueryable<Guest> Ordered(VenueDb db, VenueSettings rules, DateTimeOffset now)
    {
        var guests = Of(db, rules, now);
        if (Sort is null)
            return guests.OrderByDescending(g => g.Id);
        if (Sort == GuestSort.Name)
            return guests.OrderByDirection(g => g.SearchText, IsDescending).ThenByDescending(g => g.Id);
        var dated =
            Sort == GuestSort.LastVisit
                ? guests.Select(g => new
                {
                    Guest = g,
                    At = db
                        .Bookings.Where(b =>
                            b.GuestId == g.Id
                            && (b.Status == BookingStatus.Seated || b.Status == BookingStatus.Completed)
                        )
                        .Max(b => (DateTimeOffset?)b.StartsAt),
                })
                : guests.Select(g => new
                {
                    Guest = g,
                    At = db
                        .Bookings.Where(Booking.IsToCome)
                        .Where(b => b.GuestId == g.Id && b.EndsAt > now)
                        .Min(b => (DateTimeOffset?)b.StartsAt),
                });
        return dated
            .OrderBy(d => d.At == null)
            .ThenByDirection(d => d.At, IsDescending)
            .ThenByDescending(d => d.Guest.Id)
            .Select(d => d.Guest);
    }

    /// <summary>
    /// Ids of the guests that match all words in name or @username, in any transliteration, or the digits in the phone
    /// number in any format; for a merged guest the id of the remaining one.
    /// </summary>
    internal static IQueryable<long> Matching(VenueDb db, string words, string country, bool isForgiving)
    {
        var guests = db.Guests.Where(g => g.AnonymizedAt == null);
        var named = guests;
        foreach (
            var word in SearchKey
                .Of(words)
                .TrimStart('@')
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .Take(MostWords)
        )
            named = isForgiving ? named.Where(Resembles(word)) : named.Where(g => g.SearchText.Contains(word));
        var found = named.Select(g => g.MergedIntoId ?? g.Id);
        foreach (var digits in PhoneNumber.Sought(words, country))
            found = found.Concat(guests.Where(g => g.Phone!.Contains(digits)).Select(g => g.MergedIntoId ?? g.Id));
        return found;
    }

    private static Expression<Func<Guest, bool>> Resembles(string word)
    {
        var guest = Expression.Parameter(typeof(Guest), "g");
        var text = Expression.Property(guest, nameof(Guest.SearchText));
        var like = typeof(DbFunctionsExtensions).GetMethod(
            nameof(DbFunctionsExtensions.Like),
            [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)]
        )!;
        Expression contains = Expression.Call(text, nameof(string.Contains), [], Expression.Constant(word));
        return Expression.Lambda<Func<Guest, bool>>(
            SearchKey
                .Misspelled(word)
                .Select(pattern =>
                    (Expression)
                        Expression.Call(
                            like,
                            Expression.Constant(EF.Functions),
                            text,
                            Expression.Constant(pattern),
                            Expression.Constant(@"\")
                        )
                )
                .Aggregate(contains, Expression.OrElse),
            guest
        );
    }
}

/// <summary>A guest as shown in lists.</summary>
/// <param name="Name">Null if the guest's data was deleted.</param>
/// <param name="LastVisit">UTC.</param>
/// <param name="NextVisit">UTC, of a booking to come.</param>
public sealed record GuestRow(
    long Id,
    string? Name,
    string? Phone,
    string? Username,
    bool InTelegram,
    IReadOnlyList<string> Tags,
    bool IsBlocked,
    GuestStanding Standing,
    DateTimeOffset? LastVisit,
    DateTimeOffset? NextVisit
)
{
    public bool Equals(GuestRow? other) =>
        other is not null
        && Id == other.Id
        && Name == other.Name
        && Phone == other.Phone
        && Username == other.Username
        && InTelegram == other.InTelegram
        && Tags.SequenceEqual(other.Tags)
        && IsBlocked == other.IsBlocked
        && Standing == other.Standing
        && LastVisit == other.LastVisit
        && NextVisit == other.NextVisit;

    public override int GetHashCode() => HashCode.Combine(Id, Name, Phone);
}

/// <summary>One page of the results.</summary>
public sealed record GuestPage(IReadOnlyList<GuestRow> Rows, int Total)
{
    public bool Equals(GuestPage? other) => other is not null && Total == other.Total && Rows.SequenceEqual(other.Rows);

    public override int GetHashCode() => HashCode.Combine(Total, Rows.Count);
}
