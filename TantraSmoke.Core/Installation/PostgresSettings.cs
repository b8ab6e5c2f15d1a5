using Npgsql;

namespace TantraSmoke.Core.Installation;

/// <summary>
/// Connection to PostgreSQL. <see cref="Host"/> is a name, an address or the directory of a Unix socket.
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
            // The same few statements repeat: they are prepared once per connection.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // No pooled session keeps state: LISTEN and session locks use connections of their own.
            NoResetOnClose = true,
        }.ConnectionString;

    /// <summary>Without the password, safe for logs.</summary>
    public override string ToString() => $"PostgreSQL {User}@{Host}:{Port}/{Database}";
}
