using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web;

/// <summary>
/// The folder of an SQLite database has one server at a time: a second one would not hear of the first one's changes. The system
/// gives the lock up with the process, however that ends.
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
        for (var since = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(
                    Path.Combine(installation.DataDirectory, "running.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (IsTaken(fault))
            {
                if (TimeProvider.System.GetElapsedTime(since) > Patience)
                    throw new InvalidDataException(
                        $"Another server runs with {installation.DatabaseName}. Stop it, choose another folder with {SettingNames.DataDir}, "
                        + "or use PostgreSQL, which several servers can share.", fault);
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK elsewhere, where .NET locks the file itself.
    private static bool IsTaken(IOException fault) => fault.GetType() == typeof(IOException) && (fault.HResult & 0xFFFF) is 32 or 11 or 35;
}
