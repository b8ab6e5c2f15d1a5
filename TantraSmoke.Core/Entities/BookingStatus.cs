using System.Collections.Immutable;
using System.Linq.Expressions;

namespace TantraSmoke.Core.Entities;

/// <summary>
/// booked → confirmed → seated → completed; booked or confirmed → canceled or no_show. A party that needs approval
/// starts as requested → confirmed or canceled. History stores the numeric values, so new ones are appended.
/// </summary>
public enum BookingStatus
{
    Booked,
    Confirmed,
    Seated,
    Completed,
    Canceled,
    NoShow,

    /// <summary>The tables are kept while the request awaits approval.</summary>
    Requested,
}

/// <summary>
/// The single definition of which statuses are to come and which are open, for code, queries and SQL.
/// </summary>
public static class BookingStatuses
{
    /// <summary>Still to come, approved or not.</summary>
    public static readonly ImmutableArray<BookingStatus> ToCome =
    [
        BookingStatus.Requested,
        BookingStatus.Booked,
        BookingStatus.Confirmed,
    ];

    /// <summary>Still to come, or seated.</summary>
    public static readonly ImmutableArray<BookingStatus> Open = [.. ToCome, BookingStatus.Seated];

    public static bool IsToCome(this BookingStatus status) => ToCome.Contains(status);

    public static bool IsOpen(this BookingStatus status) => Open.Contains(status);

    /// <summary>Uses constants, so that the database recognises the condition of its partial index.</summary>
    internal static Expression<Func<Booking, bool>> Are(ImmutableArray<BookingStatus> statuses)
    {
        var booking = Expression.Parameter(typeof(Booking), "b");
        var status = Expression.Property(booking, nameof(Booking.Status));
        var isOne = statuses.Select(Expression (one) => Expression.Equal(status, Expression.Constant(one)));
        return Expression.Lambda<Func<Booking, bool>>(isOne.Aggregate(Expression.OrElse), booking);
    }
}

/// <summary>A question about a booking that only staff can answer.</summary>
public enum StaffQuestion
{
    /// <summary>The party was still seated at the end of the service day: when did it leave?</summary>
    StillSeated,

    /// <summary>The booking started during an outage: did the party come?</summary>
    Unattended,
}
