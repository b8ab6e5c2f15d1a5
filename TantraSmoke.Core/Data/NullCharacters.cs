using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Removes U+0000 from all texts sent to the database: PostgreSQL refuses it, and SQLite's functions treat it as the
/// end of the text.
/// </summary>
internal sealed class NullCharacters : DbCommandInterceptor
{
    public static readonly NullCharacters Remover = new();

    private NullCharacters() { }

    public static void Remove(DbParameterCollection parameters)
    {
        foreach (DbParameter parameter in parameters)
        {
            if (parameter.Value is string text && text.Contains('\0', StringComparison.Ordinal))
                parameter.Value = Without(text);
            else if (
                parameter.Value is string?[] texts
                && texts.Any(t => t?.Contains('\0', StringComparison.Ordinal) == true)
            )
                parameter.Value = texts.Select(t => t is null ? null : Without(t)).ToArray();
        }
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Remove(command.Parameters);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Remove(command.Parameters);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Remove(command.Parameters);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Remove(command.Parameters);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Remove(command.Parameters);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Remove(command.Parameters);
        return new(result);
    }

    private static string Without(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
