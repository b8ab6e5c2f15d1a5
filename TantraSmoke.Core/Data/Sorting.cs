using System.Linq.Expressions;

namespace TantraSmoke.Core.Data;

/// <summary>Sorting in a direction given at run time.</summary>
internal static class Sorting
{
    public static IOrderedQueryable<T> OrderByDirection<T, TKey>(
        this IQueryable<T> rows,
        Expression<Func<T, TKey>> key,
        bool isDescending
    ) => isDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    public static IOrderedQueryable<T> ThenByDirection<T, TKey>(
        this IOrderedQueryable<T> rows,
        Expression<Func<T, TKey>> key,
        bool isDescending
    ) => isDescending ? rows.ThenByDescending(key) : rows.ThenBy(key);
}
