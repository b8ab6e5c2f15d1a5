using Npgsql;

namespace TantraSmoke.Tests.Support;

/// <summary>An empty PostgreSQL database of its own for one test, dropped afterwards.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _connection;

    private PostgresDatabase(NpgsqlConnectionStringBuilder connection) => _connection = connection;

    public string ConnectionString => _connection.ConnectionString;

    /// <param name="template">What it is a copy of, instead of being empty.</param>
    public static async Task<PostgresDatabase> CreateAsync(PostgresDatabase? template = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(TestServers.Postgres) { Database = $"t_{Guid.NewGuid():N}" };
        // Files are copied in a third of the time that writing them through the log takes.
        var from = template is null ? "" : $" TEMPLATE {template._connection.Database}";
        await OnServerAsync($"CREATE DATABASE {connection.Database}{from} STRATEGY FILE_COPY");
        return new PostgresDatabase(connection);
    }

    /// <summary>The same database as the variables of an installation.</summary>
    public IReadOnlyDictionary<string, string?> AsVariables() =>
        new Dictionary<string, string?>
        {
            ["DB_HOST"] = _connection.Host,
            ["DB_PORT"] = $"{_connection.Port}",
            ["DB_NAME"] = _connection.Database,
            ["DB_USER"] = _connection.Username,
            ["DB_PASSWORD"] = _connection.Password,
        };

    /// <summary>Drops the database before the test ends.</summary>
    public async Task DropAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        await OnServerAsync($"DROP DATABASE IF EXISTS {_connection.Database} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync() => await DropAsync();

    /// <summary>Runs a statement outside of any test's database.</summary>
    public static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(TestServers.Postgres);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
