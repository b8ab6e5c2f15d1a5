using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// When guests are reminded of a booking and asked about a visit: rows of the outbox with a due time, written in the
/// booking's own transaction and planned anew whenever its time, its guest or its state changes.
/// </summary>
public static class ReminderPlanner
{
    /// <summary>Reminders so close to each other are one.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(45);

    /// <summary>
    /// Who comes within that time of the quiet hours' end would hear of it too late: they hear it in the quiet hours.
    /// </summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    private static readonly TimeSpan AfterVisit = TimeSpan.FromHours(1);
    private static readonly TimeSpan QuestionIsOld = TimeSpan.FromDays(2);

    /// <summary>Hours before the start, most first; what cannot be read is left out.</summary>
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
    /// When (UTC) a guest who books at <paramref name="now"/> is reminded: not of what is closer than that already.
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

    /// <summary>That instant, or the end of the quiet hours it falls into.</summary>
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
    /// Whether somebody is let sleep now rather than told of something that begins then: there is time to tell them in
    /// the morning.
    /// </summary>
    public static bool LetsSleep(VenueSettings rules, VenueClock clock, DateTimeOffset startsAt, DateTimeOffset now) =>
        AfterQuiet(rules, clock, now) is var loud
        && loud > now
        && startsAt >= loud + Near + TimeSpan.FromMinutes(rules.LeadMinutes);

    /// <summary>The reminders of a booking that is being made.</summary>
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
            // After an outage only the latest of them is still worth sending.
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

    /// <summary>What was planned and not sent goes; what the booking is now is planned.</summary>
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
    /// The same for all bookings to come, of everybody or of one guest, when the rules or the guest's chat have
    /// changed.
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

    /// <summary>
    /// Where the guest is written to; null for somebody without Telegram, or who no longer wants to hear from us.
    /// </summary>
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

    // What has been sent was due before: a plan made again, for example by other rules, never meets its key.
    private static string Key(string what, Booking booking, DateTimeOffset due) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}:{booking.Id:N}.{booking.Version}.{due.ToUnixTimeSeconds()}"
        );
}
