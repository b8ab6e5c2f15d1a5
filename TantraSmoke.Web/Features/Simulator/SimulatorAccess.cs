using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Features.Simulator;

/// <summary>The simulator stands in for Telegram: on without a bot token, and in Development beside it.</summary>
public sealed class SimulatorAccess(InstallationSettings installation, IHostEnvironment environment)
{
    public const string Path = "/simulator";

    public bool IsOn { get; } = installation.BotToken is null || environment.IsDevelopment();
}
