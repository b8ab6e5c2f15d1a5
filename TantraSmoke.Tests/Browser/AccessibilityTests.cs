using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// No page of the dashboard has anything that axe-core calls moderate, serious or critical, in either theme; none
/// scrolls sideways or moves about, and the browser complains of nothing. 320 pixels are also 640 at 200 %.
/// </summary>
public sealed class AccessibilityTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-GB", ColorScheme.Light, 1280, 768, false)]
    [InlineData("ru-RU", ColorScheme.Dark, 390, 320, true)]
    public async Task Pages_AtTheseWidthsInBothThemes_HaveNothingToMend(
        string language,
        ColorScheme theme,
        int width,
        int narrow,
        bool byLinks
    )
    {
        await using var desk = await shared.OpenAsync();
        var (expected, seated) = await FillAsync(desk);
        await using var visitor = await browser.OpenAsync(desk.Address, language, theme, width, PageLook.Height);
        await visitor.PrepareAsync();
        var page = await visitor.NewPageAsync();
        var complaints = page.CollectComplaints();
        var look = new PageLook(page, theme, width, narrow);
        await CheckAsync("sign-in", "/sign-in", ".card");
        await CheckAsync("sign-in link", (await desk.LinkAsync("Anna")).PathAndQuery, "[data-testid=sign-in]");
        await page.GetByTestId("sign-in").ClickAsync();
        await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync();

        await CheckAsync("floor", "/", ".shell:not([inert]) [data-testid=table-2]");
        await page.GetByTestId("table-5").ClickAsync();
        await CheckAsync("floor, a party at its table", null, "[data-testid=table-panel]");
        await page.GetByTestId("join").First.ClickAsync();
        await CheckAsync("floor, tables put together", null, "[data-testid=join-panel]");
        await page.GotoAsync("/");
        await page.IsLiveAsync();
        await page.GetByTestId("tab-seated").ClickAsync();
        await CheckAsync("floor, who sits", null, "[data-testid=seated]");
        await page.GetByTestId("tab-waitlist").ClickAsync();
        await page.GetByTestId("waitlist-add").ClickAsync();
        await CheckAsync("floor, who waits", null, "[data-testid=waitlist-form]");
        await page.GetByTestId("table-3").ClickAsync();
        await page.GetByTestId("block-open").ClickAsync();
        await CheckAsync("floor, a free table", null, "[data-testid=block-reason]");
        await page.GetByTestId("time-open").ClickAsync();
        await CheckAsync("floor at another moment", null, "[data-testid=time-open]");
        await CheckAsync("waitlist", "/waitlist", "[data-testid=free-now]");
        await page.GetByTestId("waitlist-add").First.ClickAsync();
        await CheckAsync("waitlist, somebody new", null, "[data-testid=waitlist-form]");
        await CheckAsync("timeline", "/timeline", ".tl-bar");
        await page.GetByTestId($"bar-{seated.Code}").ClickAsync();
        await CheckAsync("timeline, a booking", null, "[data-testid=bar-panel]");
        await CheckAsync("bookings", "/bookings", $"[data-testid=line-{seated.Code}]");
        await CheckAsync("booking", $"/bookings/{expected.Code}", "[data-testid=booking-facts]");
        await page.GetByTestId("edit").ClickAsync();
        await CheckAsync("booking, being edited", null, "[data-testid=edit-form]");
        await CheckAsync("guests", "/guests", "[data-testid=search]");
        await CheckAsync("guest", $"/guests/{expected.GuestId}", "[data-testid=profile-notes]");
        await CheckAsync("new booking", null, "[data-testid=new-booking]", open: true);
        await CheckAsync("schedule", "/schedule", "[data-testid=week]");
        await page.GetByTestId("generate").ClickAsync();
        await CheckAsync("schedule, hours", null, "[data-testid=hours-form]");
        await page.GotoAsync("/schedule");
        await page.GetByTestId("add-special").ClickAsync();
        await CheckAsync("schedule, a special day", null, "[data-testid=special-day]");
        await CheckAsync("settings", "/settings", "[data-testid=setting-VenueName]");
        await CheckAsync("settings, rules", "/settings/booking-rules", "[data-testid=setting-LeadMinutes]");
        await CheckAsync("settings, messages", "/settings/messages", "[data-testid=setting-ReminderHours]");
        await CheckAsync("settings, bot", "/settings/bot", "[data-testid=no-bot]");
        await CheckAsync("setting up", "/setup", "[data-testid=setup]");
        foreach (var step in (string[])["venue", "hours", "tables", "bot", "staff", "ready"])
            await CheckAsync(
                $"guide, {step}",
                $"/setup/guide/{step}",
                step == "ready" ? "[data-testid=bookable]" : "[data-testid=guide-next], [data-testid=guide-keep-hours]"
            );
        await page.GotoAsync("/setup/guide/staff");
        await page.GetByTestId("add-staff").ClickAsync();
        await CheckAsync("guide, a colleague", null, "[data-testid=staff-form]");
        await CheckAsync("reports", "/reports", "[data-testid=tile-visits]");
        await page.Locator("[data-testid=covers] summary").ClickAsync();
        await CheckAsync("reports, the numbers", null, "[data-testid=covers] table");
        await CheckAsync("codes to print", "/print/bot", "[data-testid=no-bot]");
        await CheckAsync("staff", "/staff", "[data-testid=rights]");
        await page.GetByTestId("add-staff").ClickAsync();
        await CheckAsync("staff, somebody new", null, "[data-testid=staff-form]");
        await page.GetByTestId("staff").Locator(".row-link").First.ClickAsync();
        await CheckAsync("somebody on the staff", null, "[data-testid=staff-care]");
        await CheckAsync("my account", "/account", "[data-testid=session]");
        await CheckAsync("audit", "/audit", "[data-testid=audit-line]");
        await CheckAsync("tables and halls", "/tables", "[data-ready]");
        await page.GetByTestId("table-9").ClickAsync();
        await CheckAsync("tables and halls, a table", null, "[data-testid=table-properties]");
        await page.GetByTestId("import-open").ClickAsync();
        await CheckAsync("tables and halls, import", null, "[data-testid=import]");
        await CheckAsync("shift sheet", "/print/shift", "[data-testid=shift]");
        await CheckAsync("simulator", "/simulator", "[data-testid=chat]");
        await CheckAsync("no such page", "/nowhere-at-all", "body:not(:has([data-testid=chat])) h1");
        await page.GotoAsync("/");
        await page.IsLiveAsync();
        await page.Keyboard.PressAsync("?");
        await CheckAsync("shortcuts", null, "#shortcuts:popover-open");

        string[] problems = [.. look.Problems, .. complaints];
        Assert.True(problems.Length == 0, string.Join('\n', problems));

        async Task CheckAsync(string what, string? path, string there, bool open = false)
        {
            if (open)
            {
                await page.GotoAsync("/bookings");
                await page.Locator(there).First.ClickAsync();
                there = "[data-testid=guest-name]";
            }
            else if (path is not null)
            {
                await OpenAsync(path);
            }

            await Expect(page.Locator(there).First).ToBeVisibleAsync();
            await look.AtAsync(what);
        }

        // By a link within the dashboard, from which print pages are loaded anew. It would leave a page that is open
        // already as it is, and only close a form.
        async Task OpenAsync(string path)
        {
            if (
                !byLinks
                || path.StartsWith("/print", StringComparison.Ordinal)
                || path == new Uri(page.Url).PathAndQuery
                || !await page.EvaluateAsync<bool>(
                    "'Blazor' in window && !document.querySelector('[data-testid=side]')"
                )
            )
            {
                await page.GotoAsync(path);
                return;
            }

            await page.EvaluateAsync("path => Blazor.navigateTo(path)", path);
            await page.WaitForURLAsync(new Uri(desk.Address, path).ToString());
        }
    }

    /// <summary>A room in which every state is somewhere.</summary>
    private static async Task<(Booking Expected, Booking Seated)> FillAsync(FrontDesk desk)
    {
        var expected = await desk.BookAsync("Konstantin Konstantinopolsky", 14, table: 2);
        await desk.SeatAsync(2);
        var late = await desk.BookAsync("Ivan", 16, table: 4);
        await desk.Bookings.Lifecycle.ConfirmAsync(
            new Actor.Staff(99, StaffRole.Host, "Boris"),
            late.Id,
            late.Version,
            Cancel
        );
        var boris = new Actor.Staff(99, StaffRole.Host, "Boris");
        var seated = await desk.Bookings.WalkIns.SeatWalkInAsync(
            boris,
            new WalkInRequest([await desk.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );
        await desk.Bookings.Blocks.BlockAsync(
            boris,
            new BlockRequest([await desk.TableAsync(9)], "Wet sofa", TimeProvider.System.GetUtcNow().AddHours(2)),
            Cancel
        );
        Assert.True(seated.Succeeded, seated.Error?.ToString());
        return (expected, seated.Value);
    }
}
