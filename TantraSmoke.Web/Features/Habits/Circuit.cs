using Microsoft.JSInterop;

namespace TantraSmoke.Web.Features.Habits;

/// <summary>Asked by app.js after the device has slept.</summary>
public static class Circuit
{
    /// <summary>Whoever gets the answer knows that its line to the server is alive.</summary>
    [JSInvokable]
    public static bool IsHere() => true;
}
