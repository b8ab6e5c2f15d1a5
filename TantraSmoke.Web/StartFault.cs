using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web;

/// <summary>Start errors that an operator can fix, in one sentence.</summary>
internal static class StartFault
{
    private const int DiskFull = 28; // ENOSPC

    /// <summary>Null for internal errors, which keep their stack trace.</summary>
    public static string? Of(Exception fault, InstallationSettings installation)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (Sentence(cause, installation) is { } sentence)
                return sentence;
        }

        return null;
    }

    private static string? Sentence(Exception fault, InstallationSettings installation) =>
        fault switch
        {
            InvalidDataException => fault.Message,
            IOException { InnerException: AddressInUseException or SocketException } =>
                $"{fault.Message.TrimEnd('.')}. "
                    + "Stop what listens there, or choose another address with ASPNETCORE_URLS or --urls.",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "The address may not be listened on by this user. "
                    + "Choose a port above 1023 with ASPNETCORE_URLS or --urls.",
            SqliteException { SqliteErrorCode: 13 } => Full(installation),
            SqliteException { SqliteErrorCode: 8 or 10 or 14 } => $"{installation.SqliteFile} cannot be written. "
                + "Give this user the right to write to the folder, or choose another with "
                + $"{SettingNames.DataDir}. ({fault.Message})",
            SqliteException { SqliteErrorCode: 11 or 26 } =>
                $"{installation.SqliteFile} is damaged or not an SQLite database. "
                    + "Put back a copy of it, or move it away to start afresh.",
            IOException when (fault.HResult & 0xFFFF) == DiskFull => Full(installation),
            UnauthorizedAccessException or IOException => $"{installation.DataDirectory} cannot be written. "
                + "Give this user the right to write there, or choose another folder with "
                + $"{SettingNames.DataDir}. ({fault.Message})",
            PostgresException refused => $"{installation.DatabaseName} refuses us: {refused.MessageText}",
            NpgsqlException =>
                $"{installation.DatabaseName} cannot be reached: {fault.InnerException?.Message ?? fault.Message}",
            _ => null,
        };

    private static string Full(InstallationSettings installation) =>
        $"The disk with {installation.DataDirectory} is full. Free some space and start again.";
}
