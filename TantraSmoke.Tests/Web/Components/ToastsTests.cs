using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Tests.Web.Components;

public sealed class ToastsTests
{
    private readonly Toasts _toasts = new();

    [Fact]
    public void Say_MoreThanFit_PushesAsideTheOldestThatHasNoWayBack()
    {
        _toasts.Say("Olga is seated", new ToastAction("Undo", () => Task.CompletedTask));
        foreach (var news in (string[])["one", "two", "three"])
            _toasts.Say(news);

        Assert.Equal(["Olga is seated", "two", "three"], _toasts.Shown.Select(toast => toast.Text));
    }

    [Fact]
    public void Say_MoreThanFitThatAllHaveAWayBack_PushesAsideTheOldest()
    {
        foreach (var done in (string[])["one", "two", "three", "four"])
            _toasts.Say(done, new ToastAction("Undo", () => Task.CompletedTask));

        Assert.Equal(["two", "three", "four"], _toasts.Shown.Select(toast => toast.Text));
    }
}
