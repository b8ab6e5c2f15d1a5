namespace TantraSmoke.Core.Installation;

/// <summary>Where conversations are kept when not in the venue's database.</summary>
public sealed record RedisSettings(string Host, int Port, int Database, string? Password)
{
    /// <summary>Without the password, so that it may be logged.</summary>
    public override string ToString() => $"Redis {Host}:{Port}/{Database}";
}
