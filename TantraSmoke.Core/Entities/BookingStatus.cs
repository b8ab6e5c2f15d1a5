using System.Collections.Immutable;
using System.Linq.Expressions;

namespace TantraSmoke.Core.Entities;

/// <summary>
/// booked → confirmed → seated → completed; booked or confirmed → canceled or no_show. A party so large that it has to
/// be approved begins as requested → confirmed or canceled. History keeps the numbers, so a new one comes last.
/// </summary>
public enum BookingStatus
{
    Booked,
    Confirmed,
    Seated,
    Completed,
    Canceled,
    NoShow,

    /// <summary>The place is kept, and the venue has yet to say yes.</summary>
    Requested,
}

/// <summary>
/// The one place that says which statuses are still to come and which are open, for code, queries and SQL.
/// </summary>
public static class BookingStatuses
{
    /// <summary>Still to come, whether the venue has said yes or not.</summary>
    public static readonly ImmutableArray<BookingStatus> ToCome =
    [
        BookingStatus.Requested,
        BookingStatus.Booked,
        BookingStatus.Confirmed,
    ];

    /// <summary>Still to come, or sitting.</summary>
    public static readonly ImmutableArray<BookingStatus> Open = [.. ToCome, BookingStatus.Seated];

    public static bool IsToCome(this BookingStatus status) => ToCome.Contains(status);

    public static bool IsOpen(this BookingStatus status) => Open.Contains(status);

    /// <summary>As constants, so that the database recognises the condition of its partial index.</summary>
    internal static Expression<Func<Booking, bool>> Are(ImmutableArray<BookingStatus> statuses)
    {
        var booking = Expression.Parameter(typeof(Booking), "b");
        var status = Expression.Property(booking, nameof(Booking.Status));
        var isOne = statuses.Select(Expression (one) => Expression.Equal(status, Expression.Constant(one)));
        return Expression.Lambda<Func<Booking, bool>>(isOne.Aggregate(Expression.OrElse), booking);
    }
}

/// <summary>What the clock cannot know of a booking.</summary>
public enum StaffQuestion
{
    /// <summary>They still sat when the service day ended: when did they leave?</summary>
    StillSeated,

    /// <summary>Their time began while nobody could act here: did they come?</summary>
    Unattended,
}
