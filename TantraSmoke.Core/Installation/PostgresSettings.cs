using Npgsql;

namespace TantraSmoke.Core.Installation;

/// <summary>
/// Where the venue's PostgreSQL is. <see cref="Host"/> is a name, an address or the directory of a Unix socket.
/// </summary>
public sealed record PostgresSettings(string Host, int Port, string Database, string User, string? Password)
{
    public string ToConnectionString() =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = Database,
            Username = User,
            Password = Password,
            ApplicationName = "TantraSmoke",
            // The same few statements come again and again: planned once per connection.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Nothing here leaves a trace in a pooled session: what would (LISTEN, session locks) uses connections of
            // its own.
            NoResetOnClose = true,
        }.ConnectionString;

    /// <summary>Without the password, so that it may be logged.</summary>
    public override string ToString() => $"PostgreSQL {User}@{Host}:{Port}/{Database}";
}
