using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Tests.Components.Shared;

public sealed class ToastsTests : IAsyncDisposable
{
    private readonly DashboardContext _context = new();
    private readonly Toasts _toasts;

    public ToastsTests() => _toasts = _context.Services.GetRequiredService<Toasts>();

    private IEnumerable<string> Shown =>
        _context.Render<MudSnackbarProvider>().FindAll("[data-testid=toast]").Select(toast => toast.TextContent);

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void Say_MoreThanFit_PushesAsideTheOldestThatHasNoWayBack()
    {
        _toasts.Say("Olga is seated", new ToastAction("Undo", () => Task.CompletedTask));
        foreach (var news in (string[])["one", "two", "three"])
            _toasts.Say(news);

        Assert.Equal(["Olga is seated", "two", "three"], Shown);
    }

    [Fact]
    public void RefuseUntilClosed_IsNotPushedAsideByNews()
    {
        _toasts.RefuseUntilClosed("Table 5 is no longer in the room");
        foreach (var news in (string[])["one", "two", "three"])
            _toasts.Tell(news);

        Assert.Equal(["Table 5 is no longer in the room", "two", "three"], Shown);
    }

    [Fact]
    public void Say_MoreThanFitThatAllHaveAWayBack_PushesAsideTheOldest()
    {
        foreach (var done in (string[])["one", "two", "three", "four"])
            _toasts.Say(done, new ToastAction("Undo", () => Task.CompletedTask));

        Assert.Equal(["two", "three", "four"], Shown);
    }
}
