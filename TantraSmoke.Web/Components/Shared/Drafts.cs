using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.JSInterop;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// Unsaved form input by form key. It is persisted with a paused circuit, with a copy in the browser's tab (drafts.js)
/// in case the server's memory is lost. Both are encrypted for the person who typed them.
/// </summary>
public sealed class Drafts(IJSRuntime script, AuthenticationStateProvider session, IDataProtectionProvider protection)
{
    private const int LongestCopy = 5_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private IDataProtector? _seal;
    private Task? _loading;

    /// <summary>Encrypted drafts by key; empty if only the browser has the fields' values.</summary>
    public Dictionary<string, string>? Sealed { get; set; }

    /// <summary>Whether the page is being prerendered, when no browser can be called.</summary>
    public bool IsPrerendering { get; set; }

    public async ValueTask<bool> HasAsync(string key)
    {
        await (_loading ??= LoadAsync());
        return Sealed!.ContainsKey(key);
    }

    /// <summary>The draft; null if there is none or it was stored by another version of the dashboard.</summary>
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

    /// <summary>Call only after this key was looked up.</summary>
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

    /// <summary>Restores input that had not reached the server.</summary>
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
            // The connection was lost before the answer: retry, the page may still exist.
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
            // The page is gone; a new one asks for itself.
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
            // The page keeps its copy.
        }
    }
}
