using Microsoft.JSInterop;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Releases a component's JavaScript objects.</summary>
internal static class ScriptParts
{
    /// <summary>
    /// Calls <paramref name="last"/> on the object, then disposes its module. Does nothing for a page that is gone.
    /// </summary>
    public static async ValueTask ReleaseAsync(string last, IJSObjectReference? part, IJSObjectReference? module = null)
    {
        try
        {
            if (part is not null)
                await part.InvokeVoidAsync(last);
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException) { }
        catch (OperationCanceledException) { }
        catch (ObjectDisposedException) { }
    }
}
