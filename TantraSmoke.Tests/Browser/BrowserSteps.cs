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
        await page.GetByTestId("guide-leave").ClickAsync(new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        return page;
    }

    /// <summary>Opens a sign-in link and presses its button; returns the floor.</summary>
    public static async Task<IPage> SignInAsync(this IBrowserContext host, Uri link)
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByTestId("sign-in").ClickAsync();
        // The first page of a server that has just started, and of a browser that has nothing yet.
        await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        return page;
    }

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
    /// Waits until an expression is true in the page, also while the page is loaded anew. Playwright's own way evaluates in the page, where
    /// the content security policy forbids it.
    /// </summary>
    public static Task BecomesAsync(this IPage page, string expression) => Eventually.Holds(
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
        TestContext.Current.CancellationToken);

    /// <summary>Opens a select field and takes one of its options.</summary>
    public static async Task ChooseAsync(this IPage page, string field, string value)
    {
        await page.GetByTestId(field).ClickAsync();
        await page.GetByTestId($"{field}-{value}").ClickAsync();
    }

    /// <summary>Taps the buttons with these labels one after the other; a number is the whole label, other words a part of it.</summary>
    public static async Task TapAsync(this ILocator phone, params string[] labels)
    {
        var buttons = phone.Locator(".bubble-key");
        foreach (var label in labels)
            await (label.All(char.IsDigit) ? buttons.GetByText(label, new() { Exact = true }) : buttons.Filter(new() { HasText = label })).First.ClickAsync();
    }

    /// <summary>The code of the booking that the phone shows.</summary>
    public static async Task<string> CodeAsync(this ILocator phone) => (await phone.Locator(".look-code").InnerTextAsync()).Trim();
}
