using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Tests.Components.Schedule;

public sealed class HoursFormTests
{
    [Fact]
    public async Task SlotThatIsBooked_LeftOut_IsAskedOnceMoreAndGoes()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        await using var context = Context(venue);
        var form = await OpenAsync(context, venue, Weekdays.Friday);

        form.Find("[data-testid=slot-2000]").Click();
        Assert.Equal("false", form.Find("[data-testid=slot-2000]").GetAttribute("aria-pressed"));
        await form.Find("form").SubmitAsync();

        Assert.Contains(booking.Code, form.Find("[data-testid=concerned]").TextContent, StringComparison.Ordinal);
        Assert.Equal(9, Times(await venue.CatalogAsync()).Count);
        form.Find("[data-testid=go-on]").Click();
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-testid=concerned]")));
        Assert.Equal(
            (8, 9),
            (Times(await venue.CatalogAsync()).Count, Times(await venue.CatalogAsync(), DayOfWeek.Saturday).Count)
        );
    }

    [Fact]
    public async Task BandPulledAtAnEnd_StopsAtTheOther_AndIsSavedOnTheChosenDays()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await using var context = Context(venue);
        var form = await OpenAsync(context, venue, Weekdays.Friday);

        // 18:00 is twelve hours after the service day began.
        form.Find("[data-testid=pull-from]").Input("720");
        Assert.Equal("18:00", form.Find("[data-testid=hours-from]").GetAttribute("value"));
        form.Find("[data-testid=pull-until]").Input("0");
        Assert.Equal("18:15", form.Find("[data-testid=hours-until]").GetAttribute("value"));
        // 23:00 is seventeen.
        form.Find("[data-testid=pull-until]").Input("1020");
        form.WaitForAssertion(() =>
            Assert.Equal(
                ["18:00–20:00", "20:00–22:00"],
                form.FindAll("[data-testid=hours-preview] [aria-pressed]").Select(chip => chip.TextContent.Trim())
            )
        );
        form.Find("[data-testid=on-Saturday]").Click();
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[role=alert]")));
        var catalog = await venue.CatalogAsync();
        Assert.Equal(
            (2, 2, 9),
            (Times(catalog).Count, Times(catalog, DayOfWeek.Saturday).Count, Times(catalog, DayOfWeek.Thursday).Count)
        );
    }

    [Fact]
    public async Task FoldedDays_OneSlotOffOneDay_TakesTheDayTheSlotAndSave()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await using var context = Context(venue);
        var form = await OpenAsync(context, venue, Weekdays.All, DayOfWeek.Monday);
        Assert.Equal(
            ["Mon"],
            form.FindAll("[data-testid^=on-][aria-pressed=true]").Select(chip => chip.TextContent.Trim())
        );

        form.Find("[data-testid=on-Wednesday]").Click();
        form.Find("[data-testid=slot-2000]").Click();
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[role=alert]")));
        var catalog = await venue.CatalogAsync();
        Assert.Equal(
            (9, 8, 9),
            (Times(catalog, DayOfWeek.Monday).Count, Times(catalog, DayOfWeek.Wednesday).Count, Times(catalog).Count)
        );
    }

    [Fact]
    public async Task FoldedDays_AllOfThemChosen_AreChangedTogether()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await using var context = Context(venue);
        var form = await OpenAsync(context, venue, Weekdays.All, DayOfWeek.Monday);

        form.Find("[data-testid=all-days]").Click();
        form.Find("[data-testid=slot-2000]").Click();
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[role=alert]")));
        var catalog = await venue.CatalogAsync();
        Assert.Equal((8, 8), (Times(catalog, DayOfWeek.Monday).Count, Times(catalog).Count));
    }

    private static DashboardContext Context(TestVenue venue)
    {
        var context = new DashboardContext(venue.Services).WithForms();
        context.Render<MudPopoverProvider>();
        return context;
    }

    private static async Task<IRenderedComponent<HoursForm>> OpenAsync(
        DashboardContext context,
        TestVenue venue,
        Weekdays days,
        DayOfWeek? only = null
    )
    {
        var catalog = await venue.CatalogAsync();
        return context.Render<HoursForm>(form =>
            form.AddCascadingValue(TestVenue.Anna with { Role = StaffRole.Manager })
                .Add(f => f.Days, days)
                .Add(f => f.Only, only)
                .Add(f => f.Slots, Times(catalog))
                .Add(f => f.Clock, catalog.Clock)
                .Add(f => f.Saved, EventCallback.Factory.Create(form, () => { }))
        );
    }

    private static IReadOnlyList<SlotHours> Times(VenueCatalog catalog, DayOfWeek day = DayOfWeek.Friday) =>
        WeekRow.Of(catalog.Slots, catalog.Clock).Single(row => row.Days.Contains(day)).Slots;
}
