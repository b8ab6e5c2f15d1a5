using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>How long a party can stay at its tables; for display, the use case decides.</summary>
/// <param name="ExtendsTo">Half an hour after the current end (UTC).</param>
/// <param name="FreeUntil">When one of its tables is needed or blocked next (UTC); null if not today.</param>
/// <param name="Next">The next party, if it is a party.</param>
public readonly record struct Stay(DateTimeOffset ExtendsTo, DateTimeOffset? FreeUntil, BookingRow? Next)
{
    public static readonly TimeSpan More = TimeSpan.FromMinutes(30);

    public bool CanExtend => FreeUntil is null || FreeUntil >= ExtendsTo;

    public static Stay Of(BookingRow booking, FloorSnapshot room)
    {
        var next = room
            .Bookings.Where(other =>
                other.IsExpected && other.Id != booking.Id && other.TableIds.Intersect(booking.TableIds).Any()
            )
            .MinBy(other => other.StartsAt);
        var kept = room
            .Kept.Where(claim => booking.TableIds.Contains(claim.TableId) && claim.EndsAt > booking.EndsAt)
            .Select(claim => (DateTimeOffset?)claim.StartsAt)
            .Min();
        return new Stay(booking.EndsAt + More, kept is null || next?.StartsAt < kept ? next?.StartsAt : kept, next);
    }

    /// <summary>Whole minutes until its end; negative after that.</summary>
    public static int MinutesLeft(BookingRow booking, DateTimeOffset now) =>
        (int)Math.Ceiling((booking.EndsAt - now).TotalMinutes);
}
