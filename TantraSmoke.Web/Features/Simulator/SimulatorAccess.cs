using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Features.Simulator;

/// <summary>The simulator replaces Telegram: on without a bot token, and additionally in Development.</summary>
public sealed class SimulatorAccess(InstallationSettings installation, IHostEnvironment environment)
{
    public const string Path = "/simulator";

    public bool IsOn { get; } = installation.BotToken is null || environment.IsDevelopment();
}
