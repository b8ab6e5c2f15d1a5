using TantraSmoke.Core;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web;

/// <summary>
/// <c>TantraSmoke.Web migrations status | up | down [--lose-data]</c>: migrates the configured database and exits.
/// </summary>
internal static class MigrationCommand
{
    private const string Usage = "migrations wants one of: status, up, down, down --lose-data";

    /// <summary>Returns the process's exit code.</summary>
    public static async Task<int> RunAsync(
        string[] command,
        InstallationSettings installation,
        TextWriter output,
        TextWriter errors
    )
    {
        await using var services = new ServiceCollection().AddLogging().AddCore(installation).BuildServiceProvider();
        var migrations = services.GetRequiredService<VenueMigrations>();
        try
        {
            await output.WriteLineAsync(installation.DatabaseName);
            switch (command)
            {
                case ["status"]:
                    break;
                case ["up"]:
                    await migrations.UpAsync(CancellationToken.None);
                    break;
                case ["down"] or ["down", "--lose-data"]:
                    var back = await migrations.DownAsync(loseData: command.Length == 2, CancellationToken.None);
                    await output.WriteLineAsync(back is null ? "nothing to take back" : $"taken back  {back}");
                    break;
                default:
                    await errors.WriteLineAsync(Usage);
                    return 2;
            }

            var status = await migrations.StatusAsync(CancellationToken.None);
            foreach (var name in status.Applied)
                await output.WriteLineAsync($"applied     {name}");
            foreach (var name in status.Pending)
                await output.WriteLineAsync($"pending     {name}");
            return 0;
        }
        catch (Exception fault) when (StartFault.Of(fault, installation) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return 1;
        }
    }
}
