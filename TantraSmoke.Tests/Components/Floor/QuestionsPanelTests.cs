using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Components.Floor;

/// <summary>What the clock could not decide is asked on the floor and answered by a tap.</summary>
public sealed class QuestionsPanelTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task StillSeatedWhenTheDayEnded_LinksToTheBookingAndIsTickedOff()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        venue.Time.Set(TestVenue.Moscow.Day(TestVenue.Day).End);
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new DashboardContext(scope.ServiceProvider);

        var room = await RoomAsync(venue);
        var panel = context.Render<QuestionsPanel>(p => p.Add(x => x.Room, room));
        Assert.Equal(
            $"/bookings/{booking.Code}",
            panel.Find($"[data-testid='question-{booking.Code}'] a").GetAttribute("href")
        );
        await panel.Find($"[data-testid='looked-{booking.Code}']").ClickAsync(new());

        Assert.Empty((await RoomAsync(venue)).Questions);
    }

    [Fact]
    public async Task ExpectedInAnOutage_IsSeatedOrGivenUpByATap()
    {
        await using var venue = await OpenAsync();
        await venue.Bookings.Clock.AttendAsync(Cancel);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(40));
        await venue.Bookings.Clock.AttendAsync(Cancel);
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new DashboardContext(scope.ServiceProvider);

        var room = await RoomAsync(venue);
        var panel = context.Render<QuestionsPanel>(p => p.Add(x => x.Room, room));
        Assert.Equal(
            [$"missed-{booking.Code}", $"came-{booking.Code}"],
            panel.FindAll("button").Select(button => button.GetAttribute("data-testid"))
        );
        await panel.Find($"[data-testid='came-{booking.Code}']").ClickAsync(new());

        Assert.Equal(BookingStatus.Seated, (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))?.Status);
    }

    [Fact]
    public async Task NoShowWhoseTableIsGone_OffersWhatIsFree()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(30));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest(booking.TableIds, 2, Guid.NewGuid()),
            Cancel
        );
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new DashboardContext(scope.ServiceProvider);
        var (row, catalog) = (
            (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))!,
            await venue.CatalogAsync()
        );

        var buttons = context.Render<PutRightButtons>(p =>
            p.Add(x => x.Booking, row).Add(x => x.Catalog, catalog).Add(x => x.Now, venue.Time.GetUtcNow())
        );
        await buttons.Find("[data-testid='put-right']").ClickAsync(new());
        await buttons.Find("[data-testid='place-gone'] button").ClickAsync(new());

        Assert.Equal(BookingStatus.Seated, (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))?.Status);
    }

    internal static Task<TestVenue> OpenAsync() =>
        TestVenue.OpenAsync(TestDatabase.Sqlite, configure: (services, _) => services.AddScoped<Toasts>());

    private static Task<FloorSnapshot> RoomAsync(TestVenue venue) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);
}
