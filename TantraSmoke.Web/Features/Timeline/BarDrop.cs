using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>Result of dragging a bar; null values are unchanged.</summary>
/// <param name="Version">The booking's version when the drag began.</param>
/// <param name="FromTable">Id of the dragged table, one of several if tables are joined.</param>
/// <param name="Start">Minutes since the first hour shown.</param>
/// <param name="From">That hour in Unix milliseconds, because the shown range may have changed since.</param>
public sealed record BarDrop(Guid BookingId, int Version, int FromTable, int ToTable, int? Start, int? End, long From)
{
    private bool IsOnlyStretched => FromTable == ToTable && Start is null && End is not null;

    public Task<Outcome<Booking>> ApplyAsync(BookingDesk bookings, Actor.Staff me, BookingRow booking) =>
        IsOnlyStretched
            ? bookings.Moves.ResizeAsync(me, booking.Id, Version, Instant(End)!.Value, CancellationToken.None)
            : bookings.Moves.MoveAsync(me, booking.Id, Version, Request(booking), CancellationToken.None);

    /// <summary>The message on success.</summary>
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
        // Of joined tables only the dragged one changes. Tables are always given, so that the bar stays where it was
        // dropped.
        IReadOnlyList<int> tables = [.. booking.TableIds.Select(id => id == FromTable ? ToTable : id).Distinct()];
        // A seated party keeps its start and may be over time.
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
