using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Column lists and parameters for inserting an entity with hand-written SQL: all columns of the model except generated
/// ids.
/// </summary>
internal sealed class InsertColumns<T>
    where T : class
{
    private static readonly ConditionalWeakTable<IModel, InsertColumns<T>> Known = [];

    private readonly IReadOnlyList<Column> _columns;

    private InsertColumns(IModel model)
    {
        _columns =
        [
            .. model
                .FindEntityType(typeof(T))!
                .GetProperties()
                .Where(property => !(property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd))
                .Select(property => new Column(property)),
        ];
        Names = string.Join(", ", _columns.Select(column => column.Name));
    }

    /// <summary>One SQL expression per column: its parameter, counted from <paramref name="first"/>.</summary>
    /// <param name="instead">Columns with an expression of their own; <c>{0}</c> stands for the parameter.</param>
    public string Expressions(int first, IReadOnlyDictionary<string, string>? instead = null) =>
        string.Join(
            ", ",
            _columns.Select(
                (column, index) =>
                    instead?.GetValueOrDefault(column.Name) is { } sql
                        ? string.Format(CultureInfo.InvariantCulture, sql, $"${first + index}")
                        : $"${first + index}"
            )
        );

    public int Count => _columns.Count;

    /// <summary>Separated by commas.</summary>
    public string Names { get; }

    public static InsertColumns<T> Of(IModel model) => Known.GetValue(model, one => new InsertColumns<T>(one));

    /// <summary>One parameter per column.</summary>
    public IEnumerable<NpgsqlParameter> Values(T row) =>
        _columns.Select(column => new NpgsqlParameter
        {
            DataTypeName = column.StoreType,
            Value = column.Value(row) ?? DBNull.Value,
        });

    /// <summary>One array parameter per column with the values of all rows, for unnest.</summary>
    public IEnumerable<NpgsqlParameter> Arrays(IReadOnlyList<T> rows) =>
        _columns.Select(column => new NpgsqlParameter
        {
            DataTypeName = column.StoreType + "[]",
            Value = column.Array(rows),
        });

    private sealed class Column
    {
        private readonly Type _type;

        public Column(IProperty property)
        {
            var (mapping, row) = (property.GetRelationalTypeMapping(), Expression.Parameter(typeof(T)));
            var value = Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(object));
            var read = Expression.Lambda<Func<T, object?>>(value, row).Compile();
            var convert = mapping.Converter?.ConvertToProvider;
            Name = property.GetColumnName();
            StoreType = mapping.StoreTypeNameBase;
            Value = convert is null ? read : one => read(one) is { } stored ? convert(stored) : null;
            var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            _type =
                type.IsValueType && property.IsNullable
                    ? typeof(Nullable<>).MakeGenericType(Nullable.GetUnderlyingType(type) ?? type)
                    : type;
        }

        public string Name { get; }

        public string StoreType { get; }

        /// <summary>The value in the database's representation.</summary>
        public Func<T, object?> Value { get; }

        public Array Array(IReadOnlyList<T> rows)
        {
            var values = System.Array.CreateInstance(_type, rows.Count);
            for (var n = 0; n < rows.Count; n++)
                values.SetValue(Value(rows[n]), n);
            return values;
        }
    }
}
