using Microsoft.JSInterop;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>What a component has running in its page's script.</summary>
internal static class ScriptParts
{
    /// <summary>
    /// Calls <paramref name="last"/> on the part, then releases its module. A page that is gone or no longer answers
    /// has nothing left to release.
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
