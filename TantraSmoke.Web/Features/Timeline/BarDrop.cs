using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>Where a bar was let go; what is null stays as it was.</summary>
/// <param name="Version">Of the booking when it was picked up.</param>
/// <param name="FromTable">The table's id; one of several when tables are joined.</param>
/// <param name="Start">Minutes from the first hour that was shown.</param>
/// <param name="From">That hour, Unix milliseconds: what is shown may begin earlier or later by now.</param>
public sealed record BarDrop(Guid BookingId, int Version, int FromTable, int ToTable, int? Start, int? End, long From)
{
    private bool IsOnlyStretched => FromTable == ToTable && Start is null && End is not null;

    public Task<Outcome<Booking>> ApplyAsync(BookingDesk bookings, Actor.Staff me, BookingRow booking) =>
        IsOnlyStretched
            ? bookings.Moves.ResizeAsync(me, booking.Id, Version, Instant(End)!.Value, CancellationToken.None)
            : bookings.Moves.MoveAsync(me, booking.Id, Version, Request(booking), CancellationToken.None);

    /// <summary>What to say when it worked.</summary>
    public string Done(DashboardTexts texts, BookingRow before, Booking after, VenueCatalog catalog)
    {
        var guest = texts.Named(before.GuestName);
        var clock = catalog.Clock;
        return texts.Sentence(
            IsOnlyStretched
                ? texts.Stretched(guest, texts.Span(clock, after.StartsAt, after.EndsAt))
                : texts.Moved(guest, catalog.TableNames(after.TableIds), texts.Clock(clock, after.StartsAt))
        );
    }

    private MoveRequest Request(BookingRow booking)
    {
        // Of joined tables only the one that was dragged goes elsewhere. The tables are always named: a bar stays where
        // it was put.
        IReadOnlyList<int> tables = [.. booking.TableIds.Select(id => id == FromTable ? ToTable : id).Distinct()];
        // A party that sits keeps its start, and may be beyond its end.
        return booking.IsExpected
            ? new MoveRequest(TableIds: tables)
            {
                StartsAt = Instant(Start) ?? booking.StartsAt,
                EndsAt = Instant(End) ?? booking.EndsAt,
            }
            : new MoveRequest(TableIds: tables) { EndsAt = Instant(End) };
    }

    private DateTimeOffset? Instant(int? minute) =>
        minute is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(From).AddMinutes(at) : null;
}
