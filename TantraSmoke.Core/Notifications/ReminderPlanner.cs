using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// Plans reminders and rating requests as outbox rows with a due time, in the booking's transaction and again whenever
/// its time, guest or status changes.
/// </summary>
public static class ReminderPlanner
{
    /// <summary>Reminders closer together than this are merged.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(45);

    /// <summary>
    /// A visit within this time after the quiet hours is reminded of during them, because afterwards would be too late.
    /// </summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    private static readonly TimeSpan AfterVisit = TimeSpan.FromHours(1);
    private static readonly TimeSpan QuestionIsOld = TimeSpan.FromDays(2);

    /// <summary>Hours before the start, largest first; invalid entries are skipped.</summary>
    public static IReadOnlyList<int> Hours(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(part =>
                    int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : 0
                )
                .Where(hours => hours > 0)
                .Distinct()
                .OrderDescending(),
        ];

    /// <summary>
    /// Reminder times (UTC) for a booking made at <paramref name="now"/>; reminders already due are dropped.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> Plan(
        VenueSettings rules,
        VenueClock clock,
        DateTimeOffset startsAt,
        DateTimeOffset now
    )
    {
        var due = new List<DateTimeOffset>();
        foreach (var hours in Hours(rules.ReminderHours))
        {
            var at = startsAt.AddHours(-hours);
            if (at <= now)
                continue;
            var loud = AfterQuiet(rules, clock, at);
            at = loud + Near <= startsAt ? loud : at;
            if (due.Count > 0 && at - due[^1] < SameMoment)
                due[^1] = at;
            else
                due.Add(at);
        }

        return due;
    }

    /// <summary>The instant itself, or the end of the quiet hours it falls into.</summary>
    public static DateTimeOffset AfterQuiet(VenueSettings rules, VenueClock clock, DateTimeOffset at)
    {
        var local = clock.ToLocal(at);
        var (time, from, until) = (TimeOnly.FromDateTime(local), rules.QuietFrom, rules.QuietUntil);
        if (from == until || !time.IsBetween(from, until))
            return at;
        var ends = DateOnly.FromDateTime(local).ToDateTime(until);
        return clock.FromLocal(time < until ? ends : ends.AddDays(1));
    }

    /// <summary>
    /// Whether a message about that start is held back by the quiet hours: there is time for it in the morning.
    /// </summary>
    public static bool LetsSleep(VenueSettings rules, VenueClock clock, DateTimeOffset startsAt, DateTimeOffset now) =>
        AfterQuiet(rules, clock, now) is var loud
        && loud > now
        && startsAt >= loud + Near + TimeSpan.FromMinutes(rules.LeadMinutes);

    /// <summary>The reminders of a new booking.</summary>
    internal static async Task<IReadOnlyList<OutboxMessage>> OfAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            !booking.IsCertain
            || booking.GuestId is not { } guestId
            || Plan(catalog.Settings, catalog.Clock, booking.StartsAt, now) is not { Count: > 0 } plan
        )
            return [];
        if (await ChatAsync(db, actor, guestId, cancellationToken) is not { } chat)
            return [];
        return
        [
            // After an outage only the latest overdue reminder is sent.
            .. plan.Select(
                (due, n) =>
                    new OutboxMessage(
                        OutboxKind.Reminder,
                        chat,
                        forGuest: true,
                        booking.Id,
                        now,
                        Key("reminder", booking, due)
                    )
                    {
                        DueAt = due,
                        UselessAt = n + 1 < plan.Count ? plan[n + 1] : booking.StartsAt,
                    }
            ),
        ];
    }

    /// <summary>Replaces pending reminders by those for the booking's current state.</summary>
    internal static async Task ReplanAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await db
            .Outbox.Where(m =>
                m.BookingId == booking.Id && m.SentAt == null && m.FailedAt == null && m.LockedUntil == null
            )
            .Where(m => m.Kind == OutboxKind.Reminder || m.Kind == OutboxKind.VisitQuestion)
            .ExecuteDeleteAsync(cancellationToken);
        await FriendMessages.ReplanAsync(db, catalog, booking, now, cancellationToken);
        if (booking.IsCertain)
            db.Outbox.AddRange(await OfAsync(db, catalog, actor, booking, now, cancellationToken));
        else if (
            booking is { Status: BookingStatus.Completed, GuestId: { } guestId, Rating: null }
            && catalog.Settings.AsksRating
            && booking.Question != StaffQuestion.Unattended
            && await ChatAsync(db, actor, guestId, cancellationToken) is { } chat
        )
        {
            var due = AfterQuiet(catalog.Settings, catalog.Clock, now + AfterVisit);
            db.Outbox.Add(
                new OutboxMessage(
                    OutboxKind.VisitQuestion,
                    chat,
                    forGuest: true,
                    booking.Id,
                    now,
                    Key("visit", booking, due)
                )
                {
                    DueAt = due,
                    UselessAt = now + QuestionIsOld,
                }
            );
        }
    }

    /// <summary>
    /// The same for all bookings to come, of everybody or one guest, after a change of the rules or of the guest's
    /// chat.
    /// </summary>
    internal static async Task ReplanAllAsync(
        VenueDb db,
        VenueCatalog catalog,
        long? guestId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var coming = await db
            .Bookings.AsNoTracking()
            .Where(Booking.IsToCome)
            .Where(b => b.GuestId != null && (guestId == null || b.GuestId == guestId))
            .ToListAsync(cancellationToken);
        foreach (var booking in coming)
            await ReplanAsync(db, catalog, Actor.System.Instance, booking, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The guest's chat; null for a guest without Telegram or who blocked the bot.</summary>
    internal static async Task<long?> ChatAsync(
        VenueDb db,
        Actor actor,
        long guestId,
        CancellationToken cancellationToken
    ) =>
        actor is Actor.Guest { ChatId: { } own } guest && guest.GuestId == guestId
            ? own
            : await db
                .Guests.Where(g => g.Id == guestId && !g.IsUnreachable)
                .Select(g => g.TelegramId)
                .SingleOrDefaultAsync(cancellationToken);

    // The key contains the due time, so a new plan never collides with a message already sent.
    private static string Key(string what, Booking booking, DateTimeOffset due) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}:{booking.Id:N}.{booking.Version}.{due.ToUnixTimeSeconds()}"
        );
}
