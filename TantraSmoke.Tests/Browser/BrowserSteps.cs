using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>What people do in many tests.</summary>
internal static class BrowserSteps
{
    /// <summary>Becomes the first admin and leaves the guide for later; returns the floor.</summary>
    public static async Task<IPage> SignInFirstAsync(this IBrowserContext host, Uri link)
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByTestId("sign-in").ClickAsync();
        await page.GetByTestId("guide-leave").ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return page;
    }

    /// <summary>Opens a sign-in link and presses its button; returns the floor.</summary>
    public static async Task<IPage> SignInAsync(this IBrowserContext host, Uri link)
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByTestId("sign-in").ClickAsync();
        // The first page of a server that has just started, and of a browser that has nothing yet.
        await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.IsLiveAsync();
        return page;
    }

    /// <summary>Waits until what is shown also works.</summary>
    public static Task IsLiveAsync(this IPage page) =>
        Expect(page.Locator(".shell:not([inert])")).ToBeVisibleAsync(new() { Timeout = 60_000 });

    /// <summary>A person's phone on the simulator's page, with the bot started.</summary>
    public static async Task<ILocator> StartPhoneAsync(this IBrowserContext host, Uri address, string person)
    {
        var simulator = await host.NewPageAsync();
        await simulator.GotoAsync(new Uri(address, "/simulator").ToString());
        var phone = simulator.Locator($"[data-testid=chat][data-person='{person}']");
        await phone.GetByTestId("chat-start").ClickAsync();
        return phone;
    }

    /// <summary>
    /// Waits until an expression is true in the page, also while the page is loaded anew. Playwright's own way
    /// evaluates in the page, where the content security policy forbids it.
    /// </summary>
    public static Task BecomesAsync(this IPage page, string expression) =>
        Eventually.Holds(
            async () =>
            {
                try
                {
                    return await page.EvaluateAsync<bool>($"Boolean({expression})");
                }
                catch (PlaywrightException)
                {
                    return false;
                }
            },
            expression,
            TimeSpan.FromSeconds(40),
            TestContext.Current.CancellationToken
        );

    /// <summary>
    /// What the browser complains about from now on, as it comes: errors and warnings of the console, what was not
    /// there, was somewhere else or could not be fetched. A page of its own address that is not there is its test's
    /// matter.
    /// </summary>
    public static ConcurrentQueue<string> CollectComplaints(this IPage page)
    {
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsOfThePageItself(message.Text))
                complaints.Enqueue($"{page.Url}: console: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: script: {error}");
        page.RequestFailed += (_, request) =>
        {
            // What a page was still waiting for when it was left.
            if (request.Failure is not "net::ERR_ABORTED")
                complaints.Enqueue($"{page.Url}: {request.Url}: {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (!response.Request.IsNavigationRequest && response.Status is >= 300 and not 304)
                complaints.Enqueue($"{page.Url}: {response.Url}: {response.Status}");
        };
        return complaints;

        bool IsOfThePageItself(string text) => text.Contains("404 (Not Found)", StringComparison.Ordinal);
    }

    /// <summary>Opens a select field and takes one of its options.</summary>
    public static async Task ChooseAsync(this IPage page, string field, string value)
    {
        await page.GetByTestId(field).ClickAsync();
        var option = page.GetByTestId($"{field}-{value}");
        await option.ClickAsync();
        // What the choice changes around it may move what is pressed next.
        await Expect(option).ToBeHiddenAsync();
    }

    /// <summary>
    /// Taps the buttons with these labels one after the other; a number is the whole label, other words a part of it.
    /// </summary>
    public static async Task TapAsync(this ILocator phone, params string[] labels)
    {
        var buttons = phone.Locator(".bubble-key");
        foreach (var label in labels)
            await (
                label.All(char.IsDigit)
                    ? buttons.GetByText(label, new() { Exact = true })
                    : buttons.Filter(new() { HasText = label })
            ).First.ClickAsync();
    }

    /// <summary>The code of the booking that the phone shows.</summary>
    public static async Task<string> CodeAsync(this ILocator phone) =>
        (await phone.Locator(".look-code").InnerTextAsync()).Trim();
}
