namespace TantraSmoke.Core.Installation;

/// <summary>The OAuth client for sign-in with Google.</summary>
public sealed record GoogleSettings(string ClientId, string ClientSecret)
{
    /// <summary>Without the secret, safe for logs.</summary>
    public override string ToString() => $"Google client {ClientId}";
}
