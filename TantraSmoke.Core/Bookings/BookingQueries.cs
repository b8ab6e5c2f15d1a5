using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// A booking for display. Instants are UTC; <paramref name="TableIds"/> are its current or last tables.
/// </summary>
public sealed record BookingRow(
    Guid Id,
    string Code,
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int? SlotId,
    IReadOnlyList<int> TableIds,
    BookingDetails Details,
    BookingStatus Status,
    BookingSource Source,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SeatedAt,
    DateTimeOffset? EndedAt,
    string? GuestName,
    string? Phone,
    string? Username,
    long? TelegramId
)
{
    public int PartySize => Details.PartySize;
    public long? GuestId => Details.GuestId;

    /// <summary>Guests of the party who are already here; null if not recorded.</summary>
    public int? ArrivedGuests { get; init; }

    /// <summary>Tags of the guest.</summary>
    public IReadOnlyList<string> GuestTags { get; init; } = [];
    public string? GuestNotes { get; init; }

    /// <summary>Null if not requested, or for a party without a guest.</summary>
    public GuestStanding? Standing { get; init; }

    /// <summary>Announced delay in minutes.</summary>
    public int? LateMinutes { get; init; }

    /// <summary>A question that staff have to answer.</summary>
    public StaffQuestion? Question { get; init; }

    /// <summary>When the guest confirmed in reply to a reminder.</summary>
    public DateTimeOffset? GuestConfirmedAt { get; init; }

    /// <summary>The guest's rating of the visit, 1 to 5.</summary>
    public int? Rating { get; init; }

    public string? RatingComment { get; init; }

    /// <summary>
    /// When the party is due (UTC): at its start, or when it was booked if staff booked a running slot, plus the
    /// announced delay.
    /// </summary>
    public DateTimeOffset DueAt => (CreatedAt > StartsAt ? CreatedAt : StartsAt).AddMinutes(LateMinutes ?? 0);

    /// <summary>Still to come, or seated.</summary>
    public bool IsOpen => Status.IsOpen();

    /// <summary>Still to come, approved or not.</summary>
    public bool IsExpected => Status.IsToCome();

    /// <summary>Still to come and not waiting for approval.</summary>
    public bool IsCertain => IsExpected && Status != BookingStatus.Requested;

    /// <summary>Friends who accepted through the party's link, without the guest.</summary>
    public int FriendsComing { get; init; }

    public int FriendsDeclined { get; init; }

    /// <summary>When the guest last made a request that needs approval.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Deadline (UTC) for answering a request; null for other bookings.</summary>
    public DateTimeOffset? AnswerBy =>
        Status == BookingStatus.Requested && RequestedAt is { } at ? BookingRules.AnswerBy(at, StartsAt) : null;

    /// <summary>A booking in memory, without what belongs to its guest: name, contacts, tags and standing.</summary>
    public static BookingRow Of(Booking booking) =>
        new(
            booking.Id,
            booking.Code,
            booking.ServiceDay,
            booking.StartsAt,
            booking.EndsAt,
            booking.SlotId,
            booking.TableIds,
            booking.Details,
            booking.Status,
            booking.Source,
            booking.Version,
            booking.CreatedAt,
            booking.SeatedAt,
            booking.EndedAt,
            null,
            null,
            null,
            null
        )
        {
            ArrivedGuests = booking.ArrivedGuests,
            LateMinutes = booking.LateMinutes,
            GuestConfirmedAt = booking.GuestConfirmedAt,
            RequestedAt = booking.RequestedAt,
            Question = booking.Question,
            FriendsComing = booking.FriendsComing,
            FriendsDeclined = booking.FriendsDeclined,
            Rating = booking.Rating,
            RatingComment = booking.RatingComment,
        };

    // Records compare lists by reference; equal readings must be equal, so that nothing is rendered again.
    public bool Equals(BookingRow? other) =>
        other is not null
        && Id == other.Id
        && Version == other.Version
        && FriendsComing == other.FriendsComing
        && FriendsDeclined == other.FriendsDeclined
        && GuestName == other.GuestName
        && Phone == other.Phone
        && Username == other.Username
        && Details == other.Details
        && Standing == other.Standing
        && Question == other.Question
        && GuestNotes == other.GuestNotes
        && GuestTags.SequenceEqual(other.GuestTags);

    public override int GetHashCode() => HashCode.Combine(Id, Version);
}

/// <summary>A page of a guest's bookings.</summary>
/// <param name="Page">The first is 0.</param>
public sealed record GuestBookings(
    IReadOnlyList<BookingRow> Upcoming,
    IReadOnlyList<BookingRow> Past,
    int Page,
    int Pages
);

/// <summary>Figures for the admin in the chat: guests, bookings by status and bookings to come.</summary>
public sealed record VenueStatistics(int Guests, IReadOnlyDictionary<BookingStatus, int> ByStatus);

/// <summary>Reads bookings for display.</summary>
public sealed class BookingQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>The service day's bookings by time.</summary>
    public async Task<List<BookingRow>> DayAsync(DateOnly serviceDay, CancellationToken cancellationToken)
    {
        var rules = (await catalogs.GetAsync(cancellationToken)).Settings;
        return await store.ReadAsync(
            async db =>
                await WithStandingsAsync(
                    db,
                    await Rows(
                            db,
                            db.Bookings.Where(b => b.ServiceDay == serviceDay)
                                .OrderBy(b => b.StartsAt)
                                .ThenBy(b => b.CreatedAt)
                        )
                        .ToListAsync(cancellationToken),
                    rules,
                    time.GetUtcNow(),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>
    /// One page (the first is 0) of a guest's bookings: those to come, nearest first, then the past ones, latest first.
    /// A page beyond the end returns the last one.
    /// </summary>
    public async Task<GuestBookings> OfGuestAsync(
        Actor.Guest guest,
        int page,
        int size,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        return await store.ReadAsync(
            async db =>
            {
                var own = db.Bookings.Where(b => b.GuestId == guest.GuestId);
                var upcoming = own.Where(Booking.IsOpen).Where(b => b.EndsAt > now);
                var others = own.Where(b =>
                    b.EndsAt <= now
                    || b.Status == BookingStatus.Completed
                    || b.Status == BookingStatus.Canceled
                    || b.Status == BookingStatus.NoShow
                );
                var (coming, over) = (
                    await upcoming.CountAsync(cancellationToken),
                    await others.CountAsync(cancellationToken)
                );
                var pages = Math.Max(1, (coming + over + size - 1) / size);
                var from = Math.Clamp(page, 0, pages - 1) * size;
                var first = await Rows(db, upcoming.OrderBy(b => b.StartsAt).Skip(from).Take(size))
                    .ToListAsync(cancellationToken);
                var rest =
                    first.Count == size
                        ? []
                        : await Rows(
                                db,
                                others
                                    .OrderByDescending(b => b.StartsAt)
                                    .Skip(Math.Max(0, from - coming))
                                    .Take(size - first.Count)
                            )
                            .ToListAsync(cancellationToken);
                return new GuestBookings(first, rest, from / size, pages);
            },
            cancellationToken
        );
    }

    /// <summary>The guest's last booking that was not cancelled, to propose it again; null for a new guest.</summary>
    public async Task<UsualBooking?> UsualAsync(Actor.Guest guest, CancellationToken cancellationToken)
    {
        var last = await store.ReadAsync(
            db =>
                db.Bookings.Where(b =>
                        b.GuestId == guest.GuestId
                        && b.Source != BookingSource.WalkIn
                        && b.Status != BookingStatus.Canceled
                        && b.Status != BookingStatus.NoShow
                    )
                    .OrderByDescending(b => b.StartsAt)
                    .FirstOrDefaultAsync(cancellationToken),
            cancellationToken
        );
        return last is null ? null : UsualBooking.Of(last, await catalogs.GetAsync(cancellationToken));
    }

    /// <summary>One booking; null if it does not exist or the actor may not see it.</summary>
    public Task<BookingRow?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var owner = (actor as Actor.Guest)?.GuestId;
        return store.ReadAsync(
            db =>
                Rows(db, db.Bookings.Where(b => b.Id == id && (owner == null || b.GuestId == owner)))
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>The history of a booking, oldest first.</summary>
    public Task<List<BookingHistory>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db => db.BookingHistory.Where(h => h.BookingId == id).OrderBy(h => h.Id).ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Counts over all time; requires the right to see statistics.</summary>
    public async Task<Outcome<VenueStatistics>> StatisticsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ViewStatistics))
            return await store.RefuseAsync(actor, Right.ViewStatistics, cancellationToken);
        return await store.ReadAsync(
            async db =>
            {
                var counts = await db
                    .Bookings.GroupBy(b => b.Status)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToListAsync(cancellationToken);
                return new VenueStatistics(
                    await db.Guests.CountAsync(cancellationToken),
                    Enum.GetValues<BookingStatus>()
                        .ToDictionary(s => s, s => counts.SingleOrDefault(c => c.Key == s)?.Count ?? 0)
                );
            },
            cancellationToken
        );
    }

    /// <summary>All bookings to come or seated, by time; requires the right to see statistics.</summary>
    public async Task<Outcome<List<BookingRow>>> ComingAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ViewStatistics))
            return await store.RefuseAsync(actor, Right.ViewStatistics, cancellationToken);
        var today = (await catalogs.GetAsync(cancellationToken)).Clock.ServiceDayOf(time.GetUtcNow());
        return await store.ReadAsync(
            db =>
                Rows(db, db.Bookings.Where(Booking.IsOpen).Where(b => b.ServiceDay >= today).OrderBy(b => b.StartsAt))
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// Projects to rows. Sort before, not after: EF cannot translate members of a row made by a constructor.
    /// </summary>
    internal static IQueryable<BookingRow> Rows(VenueDb db, IQueryable<Booking> bookings) =>
        from b in bookings
        join g in db.Guests on b.GuestId equals g.Id into guests
        from g in guests.DefaultIfEmpty()
        select new BookingRow(
            b.Id,
            b.Code,
            b.ServiceDay,
            b.StartsAt,
            b.EndsAt,
            b.SlotId,
            b.TableIds,
            new BookingDetails(b.PartySize, b.GuestId)
            {
                Comment = b.Comment,
                Occasion = b.Occasion,
                Allergies = b.Allergies,
                InternalNote = b.InternalNote,
            },
            b.Status,
            b.Source,
            b.Version,
            b.CreatedAt,
            b.SeatedAt,
            b.EndedAt,
            g!.Name == "" ? null : g.Name,
            g.Phone,
            g.Username,
            g.TelegramId
        )
        {
            ArrivedGuests = b.ArrivedGuests,
            LateMinutes = b.LateMinutes,
            GuestConfirmedAt = b.GuestConfirmedAt,
            RequestedAt = b.RequestedAt,
            Question = b.Question,
            FriendsComing = b.FriendsComing,
            FriendsDeclined = b.FriendsDeclined,
            Rating = b.Rating,
            RatingComment = b.RatingComment,
            GuestTags = g.Tags ?? new List<string>(),
            GuestNotes = g.Notes,
        };

    /// <summary>Adds the guests' standing to the rows.</summary>
    internal static async Task<List<BookingRow>> WithStandingsAsync(
        VenueDb db,
        List<BookingRow> rows,
        VenueSettings rules,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var standings = await GuestStanding.OfAsync(
            db,
            [.. rows.Select(row => row.GuestId).OfType<long>().Distinct()],
            rules,
            now,
            cancellationToken
        );
        return rows.ConvertAll(row =>
            row.GuestId is { } guest
                ? row with
                {
                    Standing = standings.GetValueOrDefault(guest, GuestStanding.New),
                }
                : row
        );
    }
}
