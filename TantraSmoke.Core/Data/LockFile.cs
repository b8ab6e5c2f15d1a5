namespace TantraSmoke.Core.Data;

/// <summary>
/// A lock file held by one process at a time; the operating system releases it when the process ends.
/// </summary>
public static class LockFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Waits for the lock; null if it is still held after <paramref name="patience"/>. Other errors are thrown.
    /// </summary>
    public static async Task<FileStream?> TryTakeAsync(
        string path,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (IsTaken(fault))
            {
                if (TimeProvider.System.GetElapsedTime(since) > patience)
                    return null;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK elsewhere, where .NET uses flock.
    private static bool IsTaken(IOException fault) =>
        fault.GetType() == typeof(IOException) && (fault.HResult & 0xFFFF) is 32 or 11 or 35;
}
