using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Staff;

/// <summary>Areas of the audit.</summary>
public enum AuditArea
{
    Bookings,
    Guests,
    Waitlist,
    Tables,
    Schedule,
    Settings,
    Staff,

    /// <summary>Sign-ins, sign-outs and refused sign-ins.</summary>
    SignIns,

    /// <summary>Actions refused for a missing right.</summary>
    Refusals,
}

/// <summary>Filters of the audit; null does not filter.</summary>
/// <param name="StaffId">The staff member who acted; 0 for everybody else.</param>
/// <param name="From">First service day.</param>
/// <param name="To">Last service day.</param>
public sealed record AuditSearch(
    AuditArea? Area = null,
    int? StaffId = null,
    string? Action = null,
    DateOnly? From = null,
    DateOnly? To = null
);

/// <summary>Where a page starts: below these ids of the two tables the audit is read from.</summary>
public sealed record AuditPlace(long Audit, long History)
{
    public static readonly AuditPlace Newest = new(long.MaxValue, long.MaxValue);
}

/// <summary>A line of the audit.</summary>
/// <param name="Id">Unique across both tables.</param>
/// <param name="Action">
/// As <see cref="AuditEntry.Action"/>; for bookings the <see cref="BookingAction"/> in lower case.
/// </param>
/// <param name="Subject">As <see cref="AuditEntry.Subject"/>.</param>
/// <param name="Code">The booking's code.</param>
/// <param name="Name">Name of the guest, staff member or hall, or the table's number, if it exists.</param>
/// <param name="Booking">The booking's state after the change.</param>
public sealed record AuditLine(
    string Id,
    DateTimeOffset At,
    string ActorKind,
    string ActorName,
    string Action,
    string Subject,
    string SubjectId,
    string? Before,
    string? After,
    string? Code = null,
    LocalText? Name = null,
    BookingChange? Booking = null
);

/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, AuditPlace? Next);

/// <summary>Reads audit and booking history as one list, newest first.</summary>
public sealed class AuditQueries(VenueStore store, VenueCatalogCache catalogs)
{
    private const string History = "booking_history";

    /// <summary>All values of <see cref="AuditSearch.Action"/>.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        AuditEntry.Added,
        AuditEntry.Changed,
        AuditEntry.Removed,
        AuditEntry.SignedIn,
        AuditEntry.SignedOut,
        AuditEntry.Refused,
        .. Enum.GetValues<BookingAction>().Select(action => SnakeCase.Of(action)),
    ];

    /// <summary>A page of <paramref name="size"/> lines; requires the right to see the audit.</summary>
    public async Task<Outcome<AuditPage>> PageAsync(
        Actor actor,
        AuditSearch search,
        AuditPlace place,
        int size,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.ViewAudit))
            return await store.RefuseAsync(actor, Right.ViewAudit, cancellationToken);
        var clock = (await catalogs.GetAsync(cancellationToken)).Clock;
        DateTimeOffset? from = search.From is { } first ? clock.Day(first).Start : null;
        DateTimeOffset? to = search.To is { } last ? clock.Day(last).End : null;
        return await store.ReadAsync<Outcome<AuditPage>>(
            async db =>
            {
                var audit = await AuditAsync(db, search, place, from, to, size + 1, cancellationToken);
                var history = await HistoryAsync(db, search, place, from, to, size + 1, cancellationToken);
                // Both sources are sorted by descending id; they are merged by time.
                var lines = new List<AuditLine>();
                var (a, h) = (0, 0);
                while (lines.Count < size && (a < audit.Count || h < history.Count))
                    lines.Add(
                        h >= history.Count || (a < audit.Count && audit[a].At >= history[h].At)
                            ? Of(audit[a++])
                            : Of(history[h++])
                    );
                var next =
                    a < audit.Count || h < history.Count
                        ? new AuditPlace(
                            a > 0 ? audit[a - 1].Id : place.Audit,
                            h > 0 ? history[h - 1].Id : place.History
                        )
                        : null;
                return new AuditPage(await NamedAsync(db, lines, history, cancellationToken), next);
            },
            cancellationToken
        );
    }

    private static async Task<List<AuditEntry>> AuditAsync(
        VenueDb db,
        AuditSearch search,
        AuditPlace place,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int count,
        CancellationToken cancellationToken
    )
    {
        if (search.Area == AuditArea.Bookings)
            return [];
        var rows = db.Audit.Where(a => a.Id < place.Audit);
        if (search.Area is { } area)
        {
            var subjects = Subjects(area);
            rows = rows.Where(a => subjects.Contains(a.Subject));
        }

        if (search.StaffId is { } staff)
            rows =
                staff == 0
                    ? rows.Where(a => a.ActorKind != "staff")
                    : rows.Where(a => a.ActorKind == "staff" && a.ActorId == staff);
        if (search.Action is { } action)
            rows = rows.Where(a => a.Action == action);
        if (from is { } start)
            rows = rows.Where(a => a.At >= start);
        if (to is { } end)
            rows = rows.Where(a => a.At < end);
        return await rows.OrderByDescending(a => a.Id).Take(count).ToListAsync(cancellationToken);
    }

    private static async Task<List<BookingHistory>> HistoryAsync(
        VenueDb db,
        AuditSearch search,
        AuditPlace place,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int count,
        CancellationToken cancellationToken
    )
    {
        BookingAction? action = search.Action is { } wanted
            ? Enum.GetValues<BookingAction>()
                .Where(a => SnakeCase.Of(a) == wanted)
                .Cast<BookingAction?>()
                .FirstOrDefault()
            : null;
        if (search.Area is not (null or AuditArea.Bookings) || (search.Action is not null && action is null))
            return [];
        var rows = db.BookingHistory.Where(h => h.Id < place.History);
        if (search.StaffId is { } staff)
            rows =
                staff == 0
                    ? rows.Where(h => h.ActorKind != "staff")
                    : rows.Where(h => h.ActorKind == "staff" && h.ActorId == staff);
        if (action is { } one)
            rows = rows.Where(h => h.Action == one);
        if (from is { } start)
            rows = rows.Where(h => h.At >= start);
        if (to is { } end)
            rows = rows.Where(h => h.At < end);
        return await rows.OrderByDescending(h => h.Id).Take(count).ToListAsync(cancellationToken);
    }

    private static string[] Subjects(AuditArea area) =>
        area switch
        {
            AuditArea.Bookings => [],
            AuditArea.Guests => [AuditEntry.Guests],
            AuditArea.Waitlist => [AuditEntry.Waitlist],
            AuditArea.Tables => ["halls", "tables", "table_combinations", AuditEntry.Claims],
            AuditArea.Schedule => ["time_slots", "special_days"],
            AuditArea.Settings => ["settings"],
            AuditArea.Staff => ["staff"],
            AuditArea.SignIns => [AuditEntry.Sessions, AuditEntry.SignIns],
            AuditArea.Refusals => [AuditEntry.Rights],
        };

    private static AuditLine Of(AuditEntry entry) =>
        new(
            $"a{entry.Id}",
            entry.At,
            entry.ActorKind,
            entry.ActorName,
            entry.Action,
            entry.Subject,
            entry.SubjectId,
            entry.Before,
            entry.After
        );

    private static AuditLine Of(BookingHistory line) =>
        new(
            $"h{line.Id}",
            line.At,
            line.ActorKind,
            line.ActorName,
            SnakeCase.Of(line.Action),
            History,
            line.BookingId.ToString(),
            null,
            null
        );

    /// <summary>Adds current names and the bookings' resulting states.</summary>
    private static async Task<List<AuditLine>> NamedAsync(
        VenueDb db,
        List<AuditLine> lines,
        List<BookingHistory> history,
        CancellationToken cancellationToken
    )
    {
        var bookingIds = lines
            .Where(l => l.Subject == History)
            .Select(l => Guid.Parse(l.SubjectId))
            .Distinct()
            .ToList();
        var bookings = await db
            .Bookings.Where(b => bookingIds.Contains(b.Id))
            .ToDictionaryAsync(b => b.Id, cancellationToken);
        var following = await db
            .BookingHistory.Where(h => bookingIds.Contains(h.BookingId))
            .OrderBy(h => h.Id)
            .ToListAsync(cancellationToken);
        var ofBooking = following.ToLookup(h => h.BookingId);
        var guestIds = Ids(lines, AuditEntry.Guests)
            .Concat(bookings.Values.Select(b => b.GuestId).OfType<long>())
            .Distinct()
            .ToList();
        var guests = await db
            .Guests.Where(g => guestIds.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var staff = await db.Staff.ToDictionaryAsync(s => (long)s.Id, s => s.Name, cancellationToken);
        var tables = await db.Tables.ToDictionaryAsync(
            t => (long)t.Id,
            t => t.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            cancellationToken
        );
        var halls = await db.Halls.ToDictionaryAsync(h => (long)h.Id, h => h.Name, cancellationToken);
        var byLine = history.ToDictionary(h => $"h{h.Id}");
        return lines.ConvertAll(line =>
            line.Subject switch
            {
                History => OfBooking(line),
                AuditEntry.Guests => line with { Name = Name(guests, Number(line.SubjectId)) },
                "staff" => line with { Name = Name(staff, Number(line.SubjectId)) },
                "tables" => line with { Name = Name(tables, Number(line.SubjectId)) },
                "halls" => line with { Name = Number(line.SubjectId) is { } id ? halls.GetValueOrDefault(id) : null },
                _ => line,
            }
        );

        AuditLine OfBooking(AuditLine line) =>
            byLine.TryGetValue(line.Id, out var row) && bookings.TryGetValue(row.BookingId, out var booking)
                ? line with
                {
                    Code = booking.Code,
                    Name = Name(guests, booking.GuestId),
                    Booking = Change(row, booking),
                }
                : line;

        BookingChange Change(BookingHistory row, Booking booking)
        {
            var next = ofBooking[row.BookingId].FirstOrDefault(h => h.Id > row.Id);
            return new BookingChange(
                row,
                State(row.Before),
                next is null ? booking.State : State(next.Before),
                null,
                null
            );
        }
    }

    private static BookingState? State(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<BookingState>(json);

    private static IEnumerable<long> Ids(List<AuditLine> lines, string subject) =>
        lines.Where(l => l.Subject == subject).Select(l => Number(l.SubjectId)).OfType<long>();

    private static string? Name(Dictionary<long, string> names, long? id) =>
        id is { } known && names.TryGetValue(known, out var name) && name.Length > 0 ? name : null;

    private static long? Number(string text) =>
        long.TryParse(
            text,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : null;
}
