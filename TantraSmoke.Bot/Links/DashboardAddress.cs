using TantraSmoke.Core.Installation;

namespace TantraSmoke.Bot.Links;

/// <summary>The address of the dashboard: PUBLIC_URL, else where the process listens.</summary>
public sealed class DashboardAddress(InstallationSettings installation)
{
    private Uri _listening = new("http://localhost:5080");

    public Uri Root => installation.PublicUrl ?? _listening;

    /// <summary>Set by the web process once it listens.</summary>
    public void Listens(Uri address) => _listening = address;

    public string SignInLink(string token) => $"{Root.ToString().TrimEnd('/')}/sign-in/link?token={token}";
}
