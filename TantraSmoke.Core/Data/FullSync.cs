using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TantraSmoke.Core.Data;

/// <summary>Sets synchronous=FULL on every SQLite connection, so that a commit survives a power failure.</summary>
internal sealed class FullSync : DbConnectionInterceptor
{
    public static readonly FullSync Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
