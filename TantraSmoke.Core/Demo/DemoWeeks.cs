using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Demo;

/// <summary>
/// Simulates some weeks of an invented venue hour by hour through the regular use cases, so that history, visits and
/// claims are like real ones. Ends now, with a full room.
/// </summary>
internal sealed class DemoWeeks(
    BookingDesk bookings,
    WaitingParties waitlist,
    GuestService guests,
    GuestNotes notes,
    VenueCatalogCache catalogs,
    VenueStore store,
    DemoClock clock,
    DateTimeOffset now,
    int days
)
{
    private const int Guests = 140;

    /// <summary>Above all ids that Telegram assigns; nothing is ever sent there.</summary>
    private const long FirstTelegramId = 9_000_000_000_000_000;

    // Only names in the history: no staff members are created.
    private static readonly Actor.Staff[] Hosts = [new(0, StaffRole.Host, "Лена"), new(0, StaffRole.Manager, "Марат")];

    private readonly DateTimeOffset _begin = now.AddDays(-days);

    // A fixed seed gives the same weeks every time.
    private readonly Random _random = new(7);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _events = new();
    private readonly List<Guest> _guests = [];
    private readonly HashSet<(long GuestId, DateOnly Day)> _comes = [];

    private Actor.Staff Host => Hosts[_random.Next(Hosts.Length)];

    public async Task LiveAsync(IProgress<DateOnly> progress, CancellationToken cancellationToken)
    {
        clock.Now = _begin;
        await InviteAsync(cancellationToken);
        var catalog = await catalogs.GetAsync(cancellationToken);
        var today = catalog.Clock.ServiceDayOf(now);
        var last = today.AddDays(catalog.Settings.HorizonDays - 1);
        for (var day = today.AddDays(-days); day <= last; day = day.AddDays(1))
        {
            var shown = day;
            At(
                catalog.Clock.Day(day).Start,
                () =>
                {
                    progress.Report(shown);
                    return Task.CompletedTask;
                }
            );
            foreach (var time in catalog.Times(day))
                Plan(catalog, day, time, cancellationToken);
        }

        At(now.AddDays(-9), () => RememberAsync(cancellationToken));
        for (var at = _begin; at <= now; at = at.AddMinutes(15))
            At(at, () => bookings.Clock.CatchUpAsync(cancellationToken));
        new DemoScene(bookings, waitlist, store, catalog, _guests, Hosts[0], now).Plan(At, cancellationToken);

        while (_events.TryDequeue(out var act, out var when))
        {
            clock.Now = when.At;
            await act();
        }

        await SilenceAsync(cancellationToken);
    }

    /// <summary>Actions before these weeks or after now are skipped.</summary>
    private void At(DateTimeOffset at, Func<Task> act)
    {
        if (at >= _begin && at <= now)
            _events.Enqueue(act, (at, _events.Count));
    }

    private async Task InviteAsync(CancellationToken cancellationToken)
    {
        for (var number = 0; number < Guests; number++)
        {
            var name = DemoPeople.Name(number);
            if (number % 5 < 3)
            {
                var language = number % 8 == 7 ? "en" : "ru";
                _guests.Add(
                    await guests.RegisterAsync(
                        new TelegramPerson(
                            FirstTelegramId + number,
                            name,
                            number % 4 == 0 ? $"demo_guest_{number}" : null,
                            language
                        ),
                        cancellationToken
                    )
                );
            }
            else
            {
                var phone = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"+7 900 000-{number / 100:00}-{number % 100:00}"
                );
                _guests.Add((await guests.FindOrCreateByPhoneAsync(Host, name, phone, cancellationToken)).Value!);
            }
        }
    }

    private void Plan(VenueCatalog catalog, DateOnly day, SlotTime time, CancellationToken cancellationToken)
    {
        var parties = (int)
            Math.Round(catalog.Tables.Count * Fullness(catalog, day, time) * (0.8 + (0.4 * _random.NextDouble())));
        for (var party = 0; party < parties; party++)
        {
            var size = DemoPeople.PartySize(_random);
            if (_random.Next(6) == 0)
            {
                At(time.StartsAt.AddMinutes(_random.Next(5, 60)), () => WalkInAsync(catalog, size, cancellationToken));
                continue;
            }

            // Half of the guests book on the day or the evening before.
            var lead =
                _random.Next(2) == 0
                    ? TimeSpan.FromMinutes(_random.Next(45, 1_440))
                    : TimeSpan.FromHours(_random.Next(24, 240));
            var asks = time.StartsAt - lead;
            At(asks < _begin ? _begin : asks, () => BookAsync(day, time, size, cancellationToken));
        }
    }

    /// <summary>
    /// Wanted occupancy, highest in the evening, at weekends and around now, so that the demo shows something.
    /// </summary>
    private double Fullness(VenueCatalog catalog, DateOnly day, SlotTime time)
    {
        if (time.EndsAt > now.AddHours(-1) && time.StartsAt < now.AddHours(4))
            return 1.0;
        var weekend =
            day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? 1.3
            : day.DayOfWeek == DayOfWeek.Sunday ? 1.1
            : 0.85;
        return weekend
            * catalog.Clock.ToLocal(time.StartsAt).Hour switch
            {
                >= 18 and < 22 => 0.7,
                >= 22 or < 2 => 0.5,
                >= 14 => 0.3,
                >= 10 => 0.15,
                _ => 0.05,
            };
    }

    private async Task BookAsync(DateOnly day, SlotTime time, int size, CancellationToken cancellationToken)
    {
        // Low numbers are drawn more often and become regulars; nobody comes twice a day.
        var guest = _guests[(int)(_guests.Count * Math.Pow(_random.NextDouble(), 2))];
        if (!_comes.Add((guest.Id, day)))
            return;
        Actor actor = guest.TelegramId is null ? Host : new Actor.Guest(guest.Id, guest.Name);
        var details = new BookingDetails(size, guest.Id)
        {
            Comment = DemoPeople.Comment(_random),
            Occasion = _random.Next(14) == 0 ? (Occasion)_random.Next(Enum.GetValues<Occasion>().Length) : null,
            Allergies = _random.Next(40) == 0 ? "Орехи" : null,
        };
        var request = new BookingRequest(day, time.SlotId, details, Guid.CreateVersion7(clock.Now))
        {
            Source = guest.TelegramId is null ? BookingSource.Phone : BookingSource.Telegram,
        };
        if ((await bookings.Book.CreateAsync(actor, request, cancellationToken)).Value is not { } booking)
            return;

        // A few guests are unreliable and become flagged.
        var luck = _random.Next(100) + (guest.Id % 23 == 5 ? -40 : 0);
        if (luck < 6)
            return;
        if (luck < 14)
            At(
                Between(clock.Now, time.StartsAt),
                () => bookings.Lifecycle.CancelAsync(actor, booking.Id, null, null, cancellationToken)
            );
        else
            Visit(booking.Id, time.StartsAt.AddMinutes(_random.Next(-8, 16)), time.EndsAt, cancellationToken);
    }

    private void Visit(Guid id, DateTimeOffset comes, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        At(
            comes,
            async () =>
            {
                // The table may still be occupied: the party waits a little.
                if (!(await bookings.Lifecycle.SeatAsync(Host, id, null, cancellationToken)).Succeeded)
                    At(comes.AddMinutes(10), () => bookings.Lifecycle.SeatAsync(Host, id, null, cancellationToken));
            }
        );
        // Every third party stays over time.
        var leaves = ends.AddMinutes(_random.Next(3) > 0 ? -_random.Next(0, 25) : _random.Next(1, 15));
        At(leaves, () => bookings.Lifecycle.CompleteAsync(Host, id, null, cancellationToken));
    }

    private async Task WalkInAsync(VenueCatalog catalog, int size, CancellationToken cancellationToken)
    {
        foreach (var table in catalog.Tables.Where(t => t.IsActive && t.Seats >= size).OrderBy(t => t.Seats))
        {
            var outcome = await bookings.WalkIns.SeatWalkInAsync(
                Host,
                new WalkInRequest([table.Id], size, Guid.CreateVersion7(clock.Now)),
                cancellationToken
            );
            if (outcome.Value is not { } visit)
                continue;
            At(
                Between(clock.Now.AddMinutes(40), visit.EndsAt),
                () => bookings.Lifecycle.CompleteAsync(Host, visit.Id, null, cancellationToken)
            );
            return;
        }
    }

    /// <summary>Adds staff's notes and tags for some guests.</summary>
    private async Task RememberAsync(CancellationToken cancellationToken)
    {
        foreach (var (number, known, tag) in DemoPeople.Notes)
        {
            var seen = _guests[number].Facts;
            await notes.ChangeAsync(
                Hosts[1],
                _guests[number].Id,
                seen,
                seen with
                {
                    Notes = known,
                    Tags = [tag],
                },
                cancellationToken
            );
        }

        await notes.BlockAsync(Hosts[1], _guests[^3].Id, "Ушли, не расплатившись", cancellationToken);
    }

    private DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to) =>
        to <= from ? from : from + ((to - from) * _random.NextDouble());

    /// <summary>Drops pending messages, because the receivers do not exist.</summary>
    private Task SilenceAsync(CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                await db.Outbox.ExecuteDeleteAsync(cancellationToken);
                await db
                    .Guests.Where(g => g.TelegramId >= FirstTelegramId)
                    .ExecuteUpdateAsync(g => g.SetProperty(x => x.IsUnreachable, true), cancellationToken);
            },
            cancellationToken
        );
}
