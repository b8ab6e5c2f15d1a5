using Npgsql;

namespace TantraSmoke.Tests.Support;

/// <summary>A PostgreSQL database for one test at a time.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>Differs after every CREATE, ALTER and DROP, ALTER DATABASE … SET and a migration.</summary>
    private const string Shape = """
        SELECT concat_ws(' ', (SELECT count(*) || '-' || max(oid) FROM pg_class WHERE oid >= 16384),
            (SELECT count(*) FROM pg_attribute WHERE attrelid >= 16384 AND NOT attisdropped),
            (SELECT count(*) || '-' || max(oid) FROM pg_constraint),
            (SELECT count(*) || '-' || max(oid) FROM pg_trigger),
            (SELECT count(*) || '-' || max(oid) FROM pg_proc), (SELECT max(oid) FROM pg_namespace),
            (SELECT count(*) FROM pg_db_role_setting), (SELECT count(*) FROM "__EFMigrationsHistory"))
        """;

    /// <summary>
    /// Takes the rows away and lets ids begin anew, in a third of the time that another copy takes. Whoever is in the
    /// middle of something belongs to a process that the last test killed.
    /// </summary>
    private const string Empty = """
        SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND backend_type = 'client backend' AND state <> 'idle';
        DO $$
        DECLARE
            thing record;
        BEGIN
            -- Audit and history refuse to lose rows.
            SET LOCAL session_replication_role = replica;
            FOR thing IN
                SELECT oid, relkind, oid::regclass AS name FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
                    AND relname <> '__EFMigrationsHistory'
            LOOP
                IF thing.relkind = 'S' THEN
                    PERFORM setval(thing.oid::regclass, 1, false);
                ELSE
                    EXECUTE 'DELETE FROM ' || thing.name;
                END IF;
            END LOOP;
        END $$;
        """;

    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly PostgresDatabase? _template;
    private string? _shape;

    private PostgresDatabase(NpgsqlConnectionStringBuilder connection, PostgresDatabase? template) =>
        (_connection, _template) = (connection, template);

    public string ConnectionString => _connection.ConnectionString;

    /// <param name="template">What it is a copy of, instead of being empty.</param>
    public static async Task<PostgresDatabase> CreateAsync(PostgresDatabase? template = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(TestServers.Postgres) { Database = $"t_{Guid.NewGuid():N}" };
        // Files are copied in a third of the time that writing them through the log takes.
        var from = template is null ? "" : $" TEMPLATE {template._connection.Database}";
        await OnServerAsync($"CREATE DATABASE {connection.Database}{from} STRATEGY FILE_COPY");
        return new PostgresDatabase(connection, template);
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

    /// <summary>A copy waits for the next test that wants one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_template is null)
            await DropAsync();
        else
            MigratedDatabase.Give(this);
    }

    /// <summary>Makes it what it was as a copy; false when its tables are no longer those of the copy.</summary>
    public async Task<bool> EmptyAsync()
    {
        await using var connection = await ConnectAsync();
        if (await ShapeAsync(connection) != _template!._shape)
            return false;
        await using var empty = new NpgsqlCommand(Empty, connection);
        await empty.ExecuteNonQueryAsync();
        return true;
    }

    /// <summary>Of a template, before anybody copies it.</summary>
    public async Task RememberShapeAsync()
    {
        await using var connection = await ConnectAsync();
        _shape = await ShapeAsync(connection);
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<string?> ShapeAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Shape, connection);
        return (string?)await command.ExecuteScalarAsync();
    }

    /// <summary>Runs a statement outside of any test's database.</summary>
    public static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(TestServers.Postgres);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
