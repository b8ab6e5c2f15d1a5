using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Data.Staff;

public sealed class AuditQueriesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Pages_OneAfterTheOther_HoldEveryLineOnceAndTheNewestFirst(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (audit, admin) = await WithAPastAsync(venue);
        var all = (await audit.PageAsync(admin, new AuditSearch(), AuditPlace.Newest, 1000, Cancel)).Value!.Lines;

        var seen = new List<AuditLine>();
        AuditPlace? place = AuditPlace.Newest;
        while (place is not null)
        {
            var page = (await audit.PageAsync(admin, new AuditSearch(), place, 4, Cancel)).Value!;
            Assert.InRange(page.Lines.Count, 1, 4);
            seen.AddRange(page.Lines);
            place = page.Next;
        }

        var rows = await venue.Store.ReadAsync(
            async db => await db.Audit.CountAsync(Cancel) + await db.BookingHistory.CountAsync(Cancel),
            Cancel
        );
        Assert.Equal(rows, seen.Count);
        Assert.Equal(all.Select(line => line.Id), seen.Select(line => line.Id));
        Assert.Equal(seen.Count, seen.Select(line => line.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(line => line.At).Select(line => line.At), seen.Select(line => line.At));
    }

    [Theory, OnBothDatabases]
    public async Task Page_WithFilters_HoldsOnlyWhatIsAskedFor(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (audit, admin) = await WithAPastAsync(venue);

        Assert.All(
            await LinesAsync(new AuditSearch(AuditArea.Bookings)),
            line => Assert.Equal("booking_history", line.Subject)
        );
        Assert.All(await LinesAsync(new AuditSearch(AuditArea.Staff)), line => Assert.Equal("staff", line.Subject));
        Assert.All(
            await LinesAsync(new AuditSearch(StaffId: admin.StaffId)),
            line => Assert.Equal("Мария", line.ActorName)
        );
        Assert.All(await LinesAsync(new AuditSearch(StaffId: 0)), line => Assert.NotEqual("staff", line.ActorKind));
        Assert.All(
            await LinesAsync(new AuditSearch(Action: "canceled")),
            line => Assert.Equal("canceled", line.Action)
        );
        Assert.Single(await LinesAsync(new AuditSearch(AuditArea.Refusals)));
        Assert.Empty(
            (
                await audit.PageAsync(
                    admin,
                    new AuditSearch(To: TestVenue.Day.AddDays(-1)),
                    AuditPlace.Newest,
                    50,
                    Cancel
                )
            )
                .Value!
                .Lines
        );
        Assert.NotEmpty(await LinesAsync(new AuditSearch(From: TestVenue.Day, To: TestVenue.Day)));

        async Task<IReadOnlyList<AuditLine>> LinesAsync(AuditSearch search)
        {
            var page = (await audit.PageAsync(admin, search, AuditPlace.Newest, 50, Cancel)).Value!;
            Assert.NotEmpty(page.Lines);
            return page.Lines;
        }
    }

    [Theory, OnBothDatabases]
    public async Task Page_OfAChangedBooking_TellsItBeforeAndAfter(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (audit, admin) = await WithAPastAsync(venue);

        var line = (await audit.PageAsync(admin, new AuditSearch(Action: "canceled"), AuditPlace.Newest, 50, Cancel))
            .Value!
            .Lines[0];

        Assert.Equal(
            (BookingStatus.Booked, BookingStatus.Canceled),
            (line.Booking!.Before!.Status, line.Booking.After!.Status)
        );
        Assert.NotNull(line.Code);
        Assert.Equal("Ирина 1", line.Name);
    }

    [Theory]
    [InlineData(StaffRole.Host)]
    [InlineData(StaffRole.Manager)]
    public async Task Page_WithoutTheRight_IsRefused(StaffRole role)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (audit, _) = await WithAPastAsync(venue);

        Assert.Equal(
            new CommonRefusal.NotAllowed(Right.ViewAudit),
            (
                await audit.PageAsync(new Actor.Staff(9, role, "X"), new AuditSearch(), AuditPlace.Newest, 50, Cancel)
            ).Error
        );
    }

    private static async Task<(AuditQueries Audit, Actor.Staff Admin)> WithAPastAsync(TestVenue venue)
    {
        var (staff, admin) = await StaffRegistryTests.AdminAsync(venue);
        for (var number = 1; number <= 3; number++)
        {
            venue.Time.Advance(TimeSpan.FromMinutes(1));
            var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
            venue.Time.Advance(TimeSpan.FromMinutes(1));
            await venue.Bookings.Lifecycle.CancelAsync(admin, booking.Id, null, "they called", Cancel);
            venue.Time.Advance(TimeSpan.FromMinutes(1));
            await staff.Changes.AddAsync(
                admin,
                new StaffFacts($"Вера {number}", StaffRole.Host, $"vera{number}@lounge.example", null),
                Cancel
            );
        }

        venue.Time.Advance(TimeSpan.FromMinutes(1));
        await staff.Changes.RemoveAsync(new Actor.Staff(9, StaffRole.Host, "Любопытный"), admin.StaffId, Cancel);
        return (venue.Services.GetRequiredService<AuditQueries>(), admin);
    }
}
