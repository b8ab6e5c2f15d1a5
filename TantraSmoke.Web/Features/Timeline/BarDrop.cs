using TantraSmoke.Core;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>Where a bar was let go; what is null stays as it was.</summary>
/// <param name="Version">Of the booking when it was picked up.</param>
/// <param name="FromTable">The table's id; one of several when tables are joined.</param>
/// <param name="Start">Minutes from the first hour that is shown.</param>
public sealed record BarDrop(Guid BookingId, int Version, int FromTable, int ToTable, int? Start, int? End)
{
    private bool IsOnlyStretched => FromTable == ToTable && Start is null && End is not null;

    public Task<Outcome<Booking>> ApplyAsync(BookingService bookings, Actor.Staff me, BookingRow booking, TimelineDay day) =>
        IsOnlyStretched
            ? bookings.ResizeAsync(me, booking.Id, Version, Instant(day, End)!.Value, CancellationToken.None)
            : bookings.MoveAsync(me, booking.Id, Version, Request(booking, day), CancellationToken.None);

    /// <summary>What to say when it worked.</summary>
    public string Done(DashboardTexts texts, BookingRow before, Booking after, VenueCatalog catalog)
    {
        var guest = before.GuestName ?? texts.NoName;
        var clock = catalog.Clock;
        return texts.Sentence(IsOnlyStretched
            ? texts.Stretched(guest, texts.Span(clock, after.StartsAt, after.EndsAt))
            : texts.Moved(guest, catalog.TableNames(after.TableIds), texts.Clock(clock, after.StartsAt)));
    }

    private MoveRequest Request(BookingRow booking, TimelineDay day)
    {
        // Of joined tables only the one that was dragged goes elsewhere. The tables are always named: a bar stays where it was put.
        IReadOnlyList<int> tables = [.. booking.TableIds.Select(id => id == FromTable ? ToTable : id).Distinct()];
        // A party that sits keeps its start, and may be beyond its end.
        return booking.IsExpected
            ? new MoveRequest(TableIds: tables) { StartsAt = Instant(day, Start) ?? booking.StartsAt, EndsAt = Instant(day, End) ?? booking.EndsAt }
            : new MoveRequest(TableIds: tables) { EndsAt = Instant(day, End) };
    }

    private static DateTimeOffset? Instant(TimelineDay day, int? minute) => minute is { } at ? day.From.AddMinutes(at) : null;
}
