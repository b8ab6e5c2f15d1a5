using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Demo;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Demo;

public sealed class DemoVenueTests
{
    private static readonly DateTimeOffset FridayEvening = new(2026, 11, 20, 17, 40, 0, TimeSpan.Zero);

    // What is as many weeks later as well is not lived on both.
    [Theory]
    [InlineData(TestDatabase.Sqlite, DemoVenue.Days)]
    [InlineData(TestDatabase.Postgres, 12)]
    public async Task Fill_EmptyInstallation_EndsInAFullRoomAndTellsNobody(TestDatabase database, int length)
    {
        await using var venue = await TestVenue.OpenAsync(database, FridayEvening);
        var days = new List<DateOnly>();

        var (guests, bookings) = await DemoVenue.FillAsync(
            venue.Installation,
            FridayEvening,
            length,
            new Collected(days),
            TestVenue.Cancel
        );

        var floor = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(TestVenue.Cancel);
        var states = floor.Tables.Select(t => t.State).ToHashSet();
        Assert.Superset(
            new HashSet<TableState> { TableState.Seated, TableState.Overrunning, TableState.Late, TableState.Blocked },
            states
        );
        Assert.Contains(floor.Bookings, b => b.IsExpected && b.StartsAt > FridayEvening);
        Assert.Equal(
            [5, 2],
            (await venue.Services.GetRequiredService<WaitlistQueries>().WaitingAsync(TestVenue.Cancel)).Select(w =>
                w.PartySize
            )
        );
        Assert.True(guests > 100 && bookings > 18 * length, $"{guests} guests, {bookings} bookings");
        Assert.Equal(TestVenue.Day.AddDays(1 - length), days[0]);
        Assert.Equal(TestVenue.Day, days[^1]);
        var (statuses, messages, staff) = await venue.Store.ReadAsync(
            async db =>
                (
                    await db.Bookings.Select(b => b.Status).Distinct().ToListAsync(TestVenue.Cancel),
                    await db.Outbox.CountAsync(TestVenue.Cancel),
                    await db.Staff.CountAsync(TestVenue.Cancel)
                ),
            TestVenue.Cancel
        );
        Assert.Superset(
            new HashSet<BookingStatus>
            {
                BookingStatus.Booked,
                BookingStatus.Seated,
                BookingStatus.Completed,
                BookingStatus.Canceled,
                BookingStatus.NoShow,
            },
            statuses.ToHashSet()
        );
        Assert.Equal(0, messages);
        Assert.Equal(0, staff);
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Fill_SomebodyBookedAlready_RefusesAndChangesNothing()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.BookAsync(await venue.GuestAsync(), hour: 20);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            DemoVenue.FillAsync(
                venue.Installation,
                TestVenue.Friday,
                DemoVenue.Days,
                new Collected([]),
                TestVenue.Cancel
            )
        );

        Assert.Equal(
            "The demo needs an empty installation, and this one has data (guests: 1, bookings: 1). Choose another "
                + "folder or database.",
            refusal.Message
        );
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Bookings.CountAsync(TestVenue.Cancel), TestVenue.Cancel));
    }

    private sealed class Collected(List<DateOnly> days) : IProgress<DateOnly>
    {
        public void Report(DateOnly value) => days.Add(value);
    }
}
