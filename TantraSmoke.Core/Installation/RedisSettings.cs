namespace TantraSmoke.Core.Installation;

/// <summary>Connection to Redis, for chat sessions and the cache.</summary>
public sealed record RedisSettings(string Host, int Port, int Database, string? Password)
{
    /// <summary>Without the password, safe for logs.</summary>
    public override string ToString() => $"Redis {Host}:{Port}/{Database}";
}
