using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Web.Features.Floor;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Components.Floor;

public sealed class FloorTableButtonTests : IAsyncDisposable
{
    private readonly List<DashboardContext> _contexts = [];

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Render_SeatedTable_ShowsUntilWhenAndSaysWho()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 5, party: 4);
        venue.Time.Set(booking.StartsAt.AddMinutes(2));
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel);

        var button = (await RenderAsync(venue, 5)).Find("[data-testid=table-5]");

        Assert.Equal("Seated", button.GetAttribute("data-state"));
        Assert.Contains("ft-seated", button.ClassList);
        Assert.Equal("18:02–20:00", button.QuerySelector(".ft-tag")!.TextContent);
        Assert.Equal(
            "Table 5, Ирина, 18:02–20:00, 4 seats. Seated: since 18:02, until 20:00, Ирина 1, 4 guests",
            button.GetAttribute("aria-label")
        );
    }

    [Fact]
    public async Task Render_LateTable_SaysSoWithoutColour()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(12));

        var button = (await RenderAsync(venue, 5, DashboardTexts.Of("ru"))).Find("[data-testid=table-5]");

        Assert.Equal("Late", button.GetAttribute("data-state"));
        // The sign of what is urgent.
        Assert.Contains("M10 3h4v12h-4z", button.QuerySelector(".ft-tag svg")!.InnerHtml, StringComparison.Ordinal);
        Assert.EndsWith("12 мин", button.QuerySelector(".ft-tag")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            "Стол 5, Ирина, 12 мин, 4 места. Опаздывают на 12 мин",
            button.GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Render_SmallTable_HasNoRoomForAName_AndIsCalledByWhatIsSeen()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 2);
        venue.Time.Set(booking.StartsAt.AddMinutes(12));

        var button = (await RenderAsync(venue, 2)).Find("[data-testid=table-2]");

        Assert.Null(button.QuerySelector(".ft-who"));
        Assert.Equal("Table 2, 12 min, 2 seats. 12 min late, Ирина 1, 2 guests", button.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Render_FreeTable_HasNoTagUntilSomebodyIsExpected()
    {
        await using var venue = await OpenAsync();
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);

        Assert.Empty((await RenderAsync(venue, 6)).FindAll(".ft-tag"));
        Assert.Equal("until 20:00", (await RenderAsync(venue, 5)).Find(".ft-tag").TextContent);
    }

    [Fact]
    public async Task Render_OverTime_SaysWhoIsNext()
    {
        await using var venue = await OpenAsync();
        var seated = await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await venue.TableAsync(5)], 3, Guid.NewGuid(), Minutes: 60),
            Cancel
        );
        var next = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        venue.Time.Set(seated.Value!.EndsAt.AddMinutes(2));

        var button = (await RenderAsync(venue, 5)).Find("[data-testid=table-5]");

        Assert.EndsWith("+2 min", button.QuerySelector(".ft-tag")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("16:00", button.QuerySelector(".ft-next")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(
            "3 guests, next at 16:00: Ирина 1",
            button.GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
        Assert.Equal($"booking:{seated.Value.Id}", button.GetAttribute("data-drag"));
        Assert.True(next.StartsAt <= venue.Time.GetUtcNow());
    }

    [Fact]
    public async Task Render_ClosedTable_SaysWhyAndUntilWhichDay()
    {
        await using var venue = await OpenAsync();
        await venue.Bookings.Blocks.BlockAsync(
            TestVenue.Anna,
            new([await venue.TableAsync(5)], "paint", TestVenue.Friday.AddHours(20)),
            Cancel
        );

        var button = (await RenderAsync(venue, 5)).Find("[data-testid=table-5]");

        Assert.Equal(
            ("Blocked", "paint"),
            (button.GetAttribute("data-state"), button.QuerySelector(".ft-who")!.TextContent)
        );
        Assert.EndsWith("21 Nov", button.QuerySelector(".ft-tag")!.TextContent, StringComparison.Ordinal);
        Assert.Null(button.GetAttribute("data-drag"));
    }

    [Fact]
    public async Task Render_SomeAreHere_CountsThem()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5, party: 4);
        venue.Time.Set(booking.StartsAt.AddMinutes(20));
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 2, Cancel);

        Assert.EndsWith("2/4", (await RenderAsync(venue, 5)).Find(".ft-tag").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "is-offered")]
    [InlineData(false, "is-dimmed")]
    public async Task Render_WhileMoving_MarksWhereThePartyCanGo(bool offered, string expected)
    {
        await using var venue = await OpenAsync();

        Assert.Contains(expected, (await RenderAsync(venue, 5, offered: offered)).Find("button").ClassList);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
    }

    private static Task<TestVenue> OpenAsync() =>
        TestVenue.OpenAsync(TestDatabase.Sqlite, configure: (services, _) => services.AddSingleton<LiveFloor>());

    private async Task<IRenderedComponent<FloorTableButton>> RenderAsync(
        TestVenue venue,
        int number,
        DashboardTexts? texts = null,
        bool? offered = null
    )
    {
        var context = new DashboardContext(venue.Services, texts);
        _contexts.Add(context);
        var live = venue.Services.GetRequiredService<LiveFloor>();
        var picture = await live.OpenAsync(Cancel);
        var hall = picture.Halls[0];
        return context.Render<FloorTableButton>(button =>
            button
                .Add(b => b.Hall, hall)
                .Add(b => b.Table, hall.Tables.Single(t => t.Number == number))
                .Add(b => b.IsOffered, offered)
        );
    }
}
