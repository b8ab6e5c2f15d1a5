using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Components.Floor;

public sealed class HallPlanTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task RoomRenders_NothingOfTheHallChanged_WallsAreNotDrawnAgain()
    {
        await using var venue = await OpenAsync();
        await using var context = new DashboardContext(venue.Services);
        var room = new RoomState(await HallAsync(venue));
        context.Render<Room>(parameters => parameters.Add(r => r.State, room));
        // The first rendering does not ask whether it is needed, so the second cannot compare.
        await room.RenderAsync();
        var before = room.TimesDrawn;

        await room.RenderAsync();
        Assert.Equal(before, room.TimesDrawn);

        room.Selected = room.Hall.Tables[0].TableId;
        await room.RenderAsync();
        Assert.Equal(before + 1, room.TimesDrawn);

        room.Offered = new HashSet<int>();
        await room.RenderAsync();
        Assert.Equal(before + 2, room.TimesDrawn);
    }

    [Fact]
    public async Task CatalogChanges_WallsAreDrawnAgain()
    {
        await using var venue = await OpenAsync();
        await using var context = new DashboardContext(venue.Services);
        var room = new RoomState(await HallAsync(venue));
        var plan = context.Render<Room>(parameters => parameters.Add(r => r.State, room));
        await room.RenderAsync();

        var hall = room.Hall;
        room.Hall = hall with { Tables = [.. hall.Tables.Skip(1)] };
        await room.RenderAsync();

        Assert.Equal(hall.Tables.Count - 1, plan.FindAll(".ft").Count);
    }

    [Fact]
    public async Task TableThatLeftThePicture_IsStillRendered()
    {
        await using var venue = await OpenAsync();
        await using var context = new DashboardContext(venue.Services);
        var hall = await HallAsync(venue);
        var room = new RoomState(hall with { Tables = [hall.Tables[0] with { TableId = 999 }] });
        var plan = context.Render<Room>(parameters => parameters.Add(r => r.State, room));

        room.Selected = 999;
        await room.RenderAsync();

        Assert.Equal("true", plan.Find("button").GetAttribute("aria-pressed"));
    }

    private static Task<TestVenue> OpenAsync() =>
        TestVenue.OpenAsync(TestDatabase.Sqlite, configure: (services, _) => services.AddSingleton<LiveFloor>());

    private static async Task<FloorDrawing> HallAsync(TestVenue venue) =>
        (await venue.Services.GetRequiredService<LiveFloor>().OpenAsync(Cancel)).Halls[0];

    /// <summary>What the room passes on, and how often that made the hall be drawn.</summary>
    private sealed class RoomState(FloorDrawing hall)
    {
        public FloorDrawing Hall { get; set; } = hall;
        public int? Selected { get; set; }
        public IReadOnlySet<int>? Offered { get; set; }
        public int TimesDrawn { get; set; }
        public Func<Task> RenderAsync { get; set; } = null!;
    }

    private sealed class Room : ComponentBase
    {
        [Parameter]
        public RoomState State { get; set; } = null!;

        protected override void OnInitialized() => State.RenderAsync = () => InvokeAsync(StateHasChanged);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CountedPlan>(0);
            builder.AddComponentParameter(1, nameof(CountedPlan.State), State);
            builder.AddComponentParameter(2, nameof(HallPlan.Hall), State.Hall);
            builder.AddComponentParameter(3, nameof(HallPlan.SelectedTableId), State.Selected);
            builder.AddComponentParameter(4, nameof(HallPlan.Offered), State.Offered);
            builder.CloseComponent();
        }
    }

    private sealed class CountedPlan : HallPlan
    {
        [Parameter]
        public RoomState State { get; set; } = null!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            State.TimesDrawn++;
            base.BuildRenderTree(builder);
        }
    }
}
