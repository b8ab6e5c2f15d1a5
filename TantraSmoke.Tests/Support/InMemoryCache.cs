using System.Collections.Concurrent;
using TantraSmoke.Bot.Caching;

namespace TantraSmoke.Tests.Support;

/// <summary>Keeps values as long as the test runs.</summary>
public sealed class InMemoryCache : ISharedCache
{
    private readonly ConcurrentDictionary<string, string> _values = new();

    public Task<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_values.GetValueOrDefault(key));

    public Task KeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult(_values[key] = value);

    public Task<bool> TryKeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult(_values.TryAdd(key, value));

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_values.TryRemove(key, out _));
}
