using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.JSInterop;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// What somebody has typed and not saved, by the key of its form. It goes with a circuit that is paused, and a copy is
/// in the browser's tab (drafts.js) for when the server's memory is gone. Both are sealed for the person who typed: to
/// others they are not there.
/// </summary>
public sealed class Drafts(IJSRuntime script, AuthenticationStateProvider session, IDataProtectionProvider protection)
{
    private const int LongestCopy = 5_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private IDataProtector? _seal;
    private Task? _loading;

    /// <summary>Sealed, by key; empty where only the browser knows what stands in the fields.</summary>
    public Dictionary<string, string>? Sealed { get; set; }

    /// <summary>Whether the page is only drawn, for a browser that cannot be asked yet.</summary>
    public bool IsPrerendering { get; set; }

    public async ValueTask<bool> HasAsync(string key)
    {
        await (_loading ??= LoadAsync());
        return Sealed!.ContainsKey(key);
    }

    /// <summary>Null when nothing was kept, or by another version of the dashboard.</summary>
    public async ValueTask<T?> FindAsync<T>(string key)
        where T : class
    {
        if (!await HasAsync(key) || Open(Sealed![key]) is not { } json)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Only after this key has been asked for.</summary>
    public void Keep(string key, string json)
    {
        if (_seal is null)
            return;
        Sealed![key] = _seal.Protect(json);
        _ = TellAsync("drafts.keep", key, Sealed[key]);
    }

    public void Drop(string key)
    {
        Sealed?.Remove(key);
        _ = TellAsync("drafts.drop", key);
    }

    /// <summary>Puts back into the fields what had not reached the server.</summary>
    public Task FillAsync(string key) => TellAsync("drafts.fill", key);

    private async Task LoadAsync()
    {
        var paused = Sealed ?? [];
        Sealed = [];
        if (IsPrerendering || (await session.GetAuthenticationStateAsync()).User.ToActor() is not { } me)
            return;
        _seal = protection.CreateProtector("Drafts", $"{me.StaffId}");
        foreach (var (key, state) in paused.Where(draft => Open(draft.Value) is not null))
            Sealed[key] = state;
        while (!await TryReadCopiesAsync(me.StaffId))
        {
            // The line was lost before the answer came: asked again, for the page may still be there.
        }
    }

    private async Task<bool> TryReadCopiesAsync(long staffId)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await using var copies = await script.InvokeAsync<IJSStreamReference?>(
                "drafts.all",
                patience.Token,
                staffId
            );
            if (copies is null)
                return true;
            await using var stream = await copies.OpenReadStreamAsync(LongestCopy, patience.Token);
            var found = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(
                stream,
                cancellationToken: patience.Token
            );
            foreach (var (key, state) in found!)
                Sealed!.TryAdd(key, state);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; another one asks for itself.
        }
        catch (Exception lost) when (lost is OperationCanceledException or TimeoutException)
        {
            return false;
        }

        return true;
    }

    private string? Open(string @sealed)
    {
        try
        {
            return @sealed.Length == 0 ? null : _seal?.Unprotect(@sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task TellAsync(string what, params object?[] about)
    {
        try
        {
            await script.InvokeVoidAsync(what, about);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page keeps what it has.
        }
    }
}
