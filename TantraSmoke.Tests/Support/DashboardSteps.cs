using Bunit;
using Microsoft.AspNetCore.Components;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// What people do on pages without a browser; elements are waited for, as pages also change by themselves.
/// </summary>
internal static class DashboardSteps
{
    /// <summary>Waits until the first element with this test id can be pressed, and presses it.</summary>
    public static Task TapAsync<T>(this IRenderedComponent<T> page, string testId)
        where T : IComponent
    {
        var selector = $"[data-testid='{testId}']:not([disabled])";
        page.WaitForElement(selector);
        // Between finding and pressing nothing may be drawn anew; what a press opens may stay open.
        return page.InvokeAsync(() =>
        {
            _ = page.Find(selector).ClickAsync(new());
        });
    }

    /// <summary>Types into a field that listens to every letter, or into one that waits until it is left.</summary>
    public static Task TypeAsync<T>(this IRenderedComponent<T> page, string testId, string text, bool leaves = false)
        where T : IComponent
    {
        var selector = $"[data-testid='{testId}']";
        page.WaitForElement(selector);
        return page.InvokeAsync(() =>
            leaves ? page.Find(selector).ChangeAsync(text) : page.Find(selector).InputAsync(text)
        );
    }

    /// <summary>Sends the form that has this test id.</summary>
    public static Task SendAsync<T>(this IRenderedComponent<T> page, string testId)
        where T : IComponent =>
        page.InvokeAsync(() =>
        {
            _ = page.Find($"form[data-testid='{testId}']").SubmitAsync();
        });

    /// <summary>Presses the button of a toast.</summary>
    public static Task UndoAsync(this IRenderedComponent<MudBlazor.MudSnackbarProvider> toasts)
    {
        toasts.WaitForElement(".mud-snackbar-action-button");
        return toasts.InvokeAsync(() => toasts.Find(".mud-snackbar-action-button").ClickAsync(new()));
    }

    /// <summary>Waits until the first element with this test id has the attribute's value.</summary>
    public static void Shows<T>(this IRenderedComponent<T> page, string testId, string attribute, string value)
        where T : IComponent =>
        page.WaitForAssertion(() =>
            Assert.Equal(value, page.Find($"[data-testid='{testId}']").GetAttribute(attribute))
        );

    /// <summary>Waits until one of the elements with this test id contains the text.</summary>
    public static void Says<T>(this IRenderedComponent<T> page, string testId, string text)
        where T : IComponent =>
        page.WaitForAssertion(() =>
            Assert.Contains(
                text,
                string.Join('\n', page.FindAll($"[data-testid='{testId}']").Select(element => element.TextContent)),
                StringComparison.Ordinal
            )
        );

    /// <summary>Waits until nothing has this test id.</summary>
    public static void Lacks<T>(this IRenderedComponent<T> page, string testId)
        where T : IComponent => page.WaitForAssertion(() => Assert.Empty(page.FindAll($"[data-testid='{testId}']")));
}
