using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>Derives the state of a table; pure.</summary>
internal static class FloorView
{
    /// <summary>The table at a moment with known arrivals.</summary>
    /// <param name="claims">Holds, offers and blocks that have not expired.</param>
    public static FloorTable Of(
        Table table,
        IEnumerable<BookingRow> bookings,
        IEnumerable<TableClaim> claims,
        DateTimeOffset now
    )
    {
        var own = bookings.Where(b => b.IsOpen && b.TableIds.Contains(table.Id)).OrderBy(b => b.StartsAt).ToList();
        var expected = own.Where(b => b.IsExpected).ToList();
        if (own.LastOrDefault(b => b.Status == BookingStatus.Seated) is { } seated)
        {
            var over = (int)(now - seated.EndsAt).TotalMinutes;
            return over >= 1
                ? new FloorTable(
                    table,
                    TableState.Overrunning,
                    seated.SeatedAt,
                    seated.EndsAt,
                    over,
                    seated,
                    expected.FirstOrDefault()
                )
                : new FloorTable(
                    table,
                    TableState.Seated,
                    seated.SeatedAt,
                    seated.EndsAt,
                    0,
                    seated,
                    expected.FirstOrDefault()
                );
        }

        var due = expected.FirstOrDefault(b => b.StartsAt <= now);
        return Unseated(table, expected, Own(table, claims), now)
            ?? Due(table, due, expected, now)
            ?? Open(table, expected, Own(table, claims), now);
    }

    /// <summary>The table at a future moment, assuming that every party keeps its time.</summary>
    public static FloorTable Ahead(
        Table table,
        IEnumerable<BookingRow> bookings,
        IEnumerable<TableClaim> claims,
        DateTimeOffset at
    )
    {
        var own = bookings
            .Where(b => b.IsOpen && b.EndsAt > at && b.TableIds.Contains(table.Id))
            .OrderBy(b => b.StartsAt)
            .ToList();
        var (current, next) = (own.FirstOrDefault(b => b.StartsAt <= at), own.Where(b => b.StartsAt > at).ToList());
        if (current is { Status: BookingStatus.Seated })
            return new FloorTable(
                table,
                TableState.Seated,
                current.SeatedAt,
                current.EndsAt,
                0,
                current,
                next.FirstOrDefault()
            );
        return Unseated(table, own, Own(table, claims), at)
            ?? (
                current is null
                    ? null
                    : new FloorTable(
                        table,
                        TableState.Booked,
                        current.StartsAt,
                        current.EndsAt,
                        0,
                        current,
                        next.FirstOrDefault()
                    )
            )
            ?? Open(table, next, Own(table, claims), at);
    }

    private static List<TableClaim> Own(Table table, IEnumerable<TableClaim> claims) =>
        [.. claims.Where(c => c.TableId == table.Id).OrderBy(c => c.StartsAt)];

    /// <summary>A block takes precedence over expected parties.</summary>
    private static FloorTable? Unseated(
        Table table,
        List<BookingRow> expected,
        List<TableClaim> claims,
        DateTimeOffset now
    )
    {
        if (claims.FirstOrDefault(c => c.Kind == ClaimKind.Block && c.StartsAt <= now) is not { } block)
            return null;
        // A long block is several consecutive claims.
        var until = claims.Where(c => c.Holder == block.Holder).Max(c => c.EndsAt);
        return new FloorTable(
            table,
            TableState.Blocked,
            block.StartsAt,
            until,
            0,
            null,
            expected.FirstOrDefault(b => b.StartsAt > now)
        )
        {
            Note = block.Note,
            BlockId = TableBlock.IdOf(block.Holder),
        };
    }

    private static FloorTable? Due(Table table, BookingRow? due, List<BookingRow> expected, DateTimeOffset now)
    {
        if (due is null)
            return null;
        var (late, next) = (now - due.DueAt, expected.FirstOrDefault(b => b != due));
        return late >= FloorService.Late
            ? new FloorTable(table, TableState.Late, due.StartsAt, due.EndsAt, (int)late.TotalMinutes, due, next)
            : new FloorTable(table, TableState.Booked, due.StartsAt, due.EndsAt, 0, due, next);
    }

    private static FloorTable Open(Table table, List<BookingRow> expected, List<TableClaim> claims, DateTimeOffset now)
    {
        var (next, kept) = (expected.FirstOrDefault(), claims.FirstOrDefault());
        if (kept is { Kind: ClaimKind.Offer } && kept.StartsAt <= now)
            return new FloorTable(table, TableState.Held, kept.StartsAt, kept.ExpiresAt, 0, null, next)
            {
                Note = kept.Note,
            };
        if (next is not null && next.StartsAt <= now + FloorService.Soon)
        {
            return new FloorTable(
                table,
                TableState.Soon,
                null,
                next.StartsAt,
                (int)Math.Ceiling((next.StartsAt - now).TotalMinutes),
                next,
                expected.Skip(1).FirstOrDefault()
            );
        }

        if (kept is { Kind: ClaimKind.Hold or ClaimKind.Offer } && kept.StartsAt < now + FloorService.Soon)
            return new FloorTable(table, TableState.Held, kept.StartsAt, kept.ExpiresAt, 0, null, next)
            {
                Note = kept.Note,
            };
        return new FloorTable(table, TableState.Free, null, Earliest(next?.StartsAt, kept?.StartsAt), 0, null, next);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
