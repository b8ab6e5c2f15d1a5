using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web;

/// <summary>
/// Lock on the folder of an SQLite database, for one server: a second one would not see the first one's changes.
/// </summary>
internal static class DataFolder
{
    /// <summary>Time to wait for a previous process to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Null on PostgreSQL, which supports several servers.</summary>
    /// <exception cref="InvalidDataException">Another server uses the folder.</exception>
    public static async Task<IDisposable?> TakeAsync(InstallationSettings installation)
    {
        if (installation.Postgres is not null)
            return null;
        Directory.CreateDirectory(installation.DataDirectory);
        return await LockFile.TryTakeAsync(
                Path.Combine(installation.DataDirectory, "running.lock"),
                Patience,
                CancellationToken.None
            )
            ?? throw new InvalidDataException(
                $"Another server runs with {installation.DatabaseName}. "
                    + $"Stop it, choose another folder with {SettingNames.DataDir}, "
                    + "or use PostgreSQL, which several servers can share."
            );
    }
}
