namespace TantraSmoke.Core.Installation;

/// <summary>The OAuth client with which staff sign in through Google.</summary>
public sealed record GoogleSettings(string ClientId, string ClientSecret)
{
    /// <summary>Without the secret, so that it may be logged.</summary>
    public override string ToString() => $"Google client {ClientId}";
}
