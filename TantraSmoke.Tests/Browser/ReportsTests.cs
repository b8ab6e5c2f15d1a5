using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Reports as a manager reads them.</summary>
public sealed class ReportsTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly Actor.Staff Boris = new(99, StaffRole.Host, "Boris");

    [Fact]
    public async Task Report_CountsWhoComes_Live_AndIsTakenHomeAsAFile()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.PageAsync("/reports");
        await Expect(page.GetByTestId("no-report")).ToBeVisibleAsync();

        await desk.SeatAsync(table: 5);
        await desk.BookAsync("Olga", 20, table: 6, party: 3);
        await Expect(page.GetByTestId("tile-visits").Locator("dd").First).ToHaveTextAsync("1");
        await Expect(page.GetByTestId("tile-expected").Locator("dd").First).ToHaveTextAsync("3");
        await Expect(page.GetByTestId("sources")).ToContainTextAsync("Walk-in");

        await page.GetByText("Figures").ClickAsync();
        await Expect(page.GetByTestId("covers").Locator("tbody tr").Last.Locator("td"))
            .ToHaveTextAsync(["2", "1", "3", "0", "0"]);
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("report-csv").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync(), TestVenue.Cancel);
        Assert.Single(lines, line => line.EndsWith(",2,1,3,0,0", StringComparison.Ordinal));
        Assert.Contains("Walk-in,1,2", lines);
    }

    [Fact]
    public async Task Range_StandsInTheAddress_AndComesBackWithIt()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Anna", "89161112233", 18, 5);
        await desk.Bookings.Lifecycle.CancelAsync(Boris, booking.Id, null, null, TestVenue.Cancel);
        var page = await desk.PageAsync("/reports");

        await page.GetByTestId("days-7").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("from=.*to="));
        await Expect(page.GetByTestId("lost-cancellations")).ToContainTextAsync("Cancellations: 1, 100%");
        await page.ReloadAsync();

        await Expect(page.GetByTestId("days-7")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync("/reports?from=2020-01-01&to=2020-01-31");
        await Expect(page.GetByTestId("no-report")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Host_HasNoReports_NeitherPageNorFile()
    {
        await using var desk = await shared.OpenAsync();
        var host = await desk.ColleagueAsync("Лена", StaffRole.Host);
        var page = await host.NewPageAsync();

        await page.GotoAsync("/reports");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Отчёты");
        var file = await host.APIRequest.GetAsync(new Uri(desk.Address, "/reports.csv").AbsoluteUri);

        Assert.NotEqual("text/csv; charset=utf-8", file.Headers.GetValueOrDefault("content-type"));
    }
}
