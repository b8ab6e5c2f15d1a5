using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TantraSmoke.Core.Data;

namespace TantraSmoke.MigrationsDesign;

// Migrations are written from the model alone; nothing ever connects with these.
internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=127.0.0.1;Database=design").Options);
}

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}

internal static class Program
{
    private static void Main()
    {
    }
}
