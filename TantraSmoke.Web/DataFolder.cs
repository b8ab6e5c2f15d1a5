using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web;

/// <summary>
/// The folder of an SQLite database has one server at a time: a second one would not hear of the first one's changes.
/// </summary>
internal static class DataFolder
{
    /// <summary>How long an earlier process may take to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Null on PostgreSQL, which several servers share.</summary>
    /// <exception cref="InvalidDataException">Another server runs there.</exception>
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
