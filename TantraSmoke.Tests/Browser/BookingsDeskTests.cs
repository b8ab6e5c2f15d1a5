using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The list of bookings and a booking's own page, as a host uses them.</summary>
public sealed class BookingsDeskTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Search_AndFilters_StandInTheAddress_AndComeBackWithTheBackButton()
    {
        await using var desk = await shared.OpenAsync();
        var (anna, boris) = (
            await desk.CallAsync("Анна Ёлкина", "89161112233", 16, 3),
            await desk.CallAsync("Борис", "89164445566", 18, 5, days: 1)
        );
        var page = await desk.PageAsync("/bookings");
        await Expect(Line(page, anna)).ToBeVisibleAsync();
        await Expect(Line(page, boris)).ToHaveCountAsync(0);

        await page.GetByTestId("search").PressSequentiallyAsync("444-55 ");
        await Expect(page.GetByTestId("no-bookings")).ToBeVisibleAsync();
        await page.GetByTestId("search-all-days").ClickAsync();
        await Expect(Line(page, boris)).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("days=all&q=444-55$"));
        await page.ChooseAsync("source", "Telegram");
        await Expect(Line(page, boris)).ToHaveCountAsync(0);

        await page.GoBackAsync();
        await Expect(Line(page, boris)).ToBeVisibleAsync();
        var copied = await desk.PageAsync(new Uri(page.Url).PathAndQuery);
        await Expect(Line(copied, boris)).ToBeVisibleAsync();
        await Expect(copied.GetByTestId("search")).ToHaveValueAsync("444-55");
        await copied.GetByTestId("reset").ClickAsync();
        await Expect(Line(copied, anna)).ToBeVisibleAsync();
        await Expect(copied).ToHaveURLAsync(new Regex("/bookings$"));
    }

    [Fact]
    public async Task Edit_ByTwoHostsAtOnce_TheSecondKeepsWhatTheyTypedAndSeesWhoChangedWhat()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Анна", "89161112233", 18, 5);
        var first = await desk.PageAsync($"/bookings/{booking.Code}");
        var second = await (await desk.ColleagueAsync("Мария")).NewPageAsync();
        await second.GotoAsync($"/bookings/{booking.Code}");
        await first.GetByTestId("edit").ClickAsync();
        await first.GetByTestId("comment").FillAsync("Anna types this");
        await second.GetByTestId("edit").ClickAsync();
        await second.GetByTestId("party-4").ClickAsync();
        await second.GetByTestId("comment").FillAsync("Мария была быстрее");
        await second.GetByTestId("save").ClickAsync();
        await Expect(second.GetByTestId("edit-form")).ToHaveCountAsync(0);

        await first.GetByTestId("save").ClickAsync();

        await Expect(first.GetByTestId("conflict")).ToContainTextAsync("Мария");
        await Expect(first.GetByTestId("conflict")).ToContainTextAsync("Мария была быстрее");
        await Expect(first.GetByTestId("comment")).ToHaveValueAsync("Anna types this");
        await Expect(first.GetByTestId("party-4")).ToHaveAttributeAsync("aria-pressed", "true");
        await first.GetByTestId("save").ClickAsync();
        await Expect(second.GetByTestId("booking-facts")).ToContainTextAsync("Anna types this");
        await Expect(second.GetByTestId("booking-facts")).ToContainTextAsync("4 гостя");
    }

    [Fact]
    public async Task Back_WhileAFormIsOpen_ClosesTheFormOnly_AndAsksBeforeWhatWasTypedIsLost()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.PageAsync("/guests");
        await Expect(page.GetByTestId("filter-All")).ToBeVisibleAsync();
        await page.GetByTestId("filter-Blocked").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("filter=blocked$"));
        await page.EvaluateAsync("window.isOne = true");
        await page.GetByTestId("nav-bookings").ClickAsync();
        await page.GetByTestId("new-booking").ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isOne"));
        // The page asks its form before it leaves from the first answer on.
        await page.GetByTestId("party-3").ClickAsync();
        await page.GetByTestId("party-2").ClickAsync();
        await Expect(page.GetByTestId("party-2")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.EvaluateAsync("history.back()");
        await Expect(page.GetByTestId("new-booking-form")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("/bookings$"));

        await page.GetByTestId("new-booking").ClickAsync();
        await page.GetByTestId("guest-name").FillAsync("Olga");
        await page.GetByTestId("party-3").ClickAsync();
        await Expect(page.GetByTestId("party-3")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.EvaluateAsync("history.back()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep editing" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep editing" })).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("Olga");
        await page.EvaluateAsync("history.back()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByTestId("new-booking-form")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("/bookings$"));

        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(new Regex("filter=blocked$"));
    }

    [Fact]
    public async Task Reload_WithSomethingTyped_AsksFirst()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.PageAsync("/bookings");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.GetByTestId("new-booking").ClickAsync();
        await Expect(page.GetByTestId("guest-name")).ToBeVisibleAsync();
        await page.ReloadAsync();
        Assert.Empty(asked);

        await page.GetByTestId("new-booking").ClickAsync();
        await page.GetByTestId("guest-name").FillAsync("Olga");
        await page.EvaluateAsync("setTimeout(() => location.reload(), 0)");
        await Eventually.Holds(() => asked.Count > 0, "it is asked", Cancel);
        Assert.Equal(["beforeunload"], asked);
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("Olga");

        await page.GetByTestId("side-close").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByTestId("new-booking-form")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        Assert.Single(asked);
    }

    [Fact]
    public async Task Export_OfAFilteredList_IsExactlyThatAndHarmless()
    {
        await using var desk = await shared.OpenAsync();
        await desk.CallAsync("Анна", "89161112233", 16, 3);
        var booking = await desk.CallAsync("=HYPERLINK(\"http://x\")", "89164445566", 18, 5);
        var page = await desk.PageAsync("/bookings?days=all&q=444");
        await Expect(Line(page, booking)).ToBeVisibleAsync();

        var download = await ExportAsync(page);

        await Expect(page.GetByTestId("export-progress")).ToHaveAttributeAsync("data-state", "Done");
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), Cancel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System
            .Text.Encoding.UTF8.GetString(bytes[3..])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith(booking.Code + ",", lines[1], StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",+7 916 444-55-66,", lines[1], StringComparison.Ordinal);
        using var stranger = new DashboardVisitor(desk.Address);
        Assert.NotEqual(
            System.Net.HttpStatusCode.OK,
            (await stranger.Http.GetAsync(new Uri("/bookings/export.csv", UriKind.Relative), Cancel)).StatusCode
        );
        var host = await desk.ColleagueAsync("Хост", StaffRole.Host);
        Assert.Equal(403, (await host.APIRequest.GetAsync("/bookings/export.csv")).Status);
        var floor = await host.NewPageAsync();
        await floor.GotoAsync("/bookings");
        await Expect(floor.GetByTestId("new-booking")).ToBeVisibleAsync();
        await Expect(floor.GetByTestId("export")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Export_OfALongList_ShowsHowFarItIs_CanBeStopped_AndIsWholeTheNextTime()
    {
        // Two kilobytes each: together more than a line holds that nobody reads from.
        const int More = 8_000;
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Анна", "89161112233", 18, 5);
        await using (var connection = await desk.Home.ConnectAsync())
        {
            await using var insert = new Npgsql.NpgsqlCommand(
                $"""
                INSERT INTO bookings SELECT (jsonb_populate_record(b, jsonb_build_object(
                    'id', gen_random_uuid(), 'code', 'N' || n, 'idempotency_key', gen_random_uuid(), 'status',
                        'completed', 'comment', repeat('👪', 500)))).*
                FROM bookings b, generate_series(1, {More}) n
                """,
                connection
            );
            insert.CommandTimeout = 120;
            await insert.ExecuteNonQueryAsync(Cancel);
        }

        var page = await desk.PageAsync("/bookings?days=all");
        await Expect(page.GetByTestId("bookings").Locator("tbody tr").First).ToBeVisibleAsync();
        var progress = page.GetByTestId("export-progress");
        using (var slow = new DashboardVisitor(desk.Address))
        {
            // A line so slow that the file stands still half way.
            var session = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "tantra.session");
            slow.Session = new System.Net.Cookie(session.Name, session.Value);
            using var file = await slow.Http.GetAsync(
                await CsvAddressAsync(page),
                HttpCompletionOption.ResponseHeadersRead,
                Cancel
            );
            Assert.Equal(System.Net.HttpStatusCode.OK, file.StatusCode);
            await Expect(progress).ToHaveAttributeAsync("data-state", "Running");
            await Expect(progress.Locator("progress")).ToHaveAttributeAsync("max", $"{More + 1}");
            await Expect(progress.Locator("progress")).ToHaveAttributeAsync("value", new Regex("^[1-9][0-9]*00$"));

            await page.GetByTestId("export-cancel").ClickAsync();

            await Expect(progress).ToHaveAttributeAsync("data-state", "Canceled");
            // Cut short, and it says so.
            await Assert.ThrowsAnyAsync<Exception>(() => file.Content.ReadAsByteArrayAsync(Cancel));
        }

        var download = await ExportAsync(page);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), Cancel);
        await Expect(progress).ToHaveAttributeAsync("data-state", "Done");
        Assert.Equal(1 + 1 + More, lines.Length);
        Assert.Contains(lines, line => line.StartsWith(booking.Code + ",", StringComparison.Ordinal));
    }

    private static async Task<IDownload> ExportAsync(IPage page)
    {
        await page.GetByTestId("export").GetByRole(AriaRole.Button).ClickAsync();
        return await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export-csv").ClickAsync());
    }

    private static async Task<string?> CsvAddressAsync(IPage page)
    {
        await page.GetByTestId("export").GetByRole(AriaRole.Button).ClickAsync();
        var address = await page.GetByTestId("export-csv").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Escape");
        return address;
    }

    private static ILocator Line(IPage page, Booking booking) => page.GetByTestId($"line-{booking.Code}");
}
