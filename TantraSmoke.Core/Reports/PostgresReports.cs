using Npgsql;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>Reads a range's bookings without EF; a year can have a hundred thousand.</summary>
internal static class PostgresReports
{
    // Enums are sent as numbers: fewer bytes and no string allocations.
    private const string BookingsSql = """
        SELECT service_day, array_position($3, status::text) - 1, array_position($4, source::text) - 1,
            party_size, cardinality(table_ids), created_at, starts_at, seated_at, ended_at, guest_id, rating
        FROM bookings WHERE service_day BETWEEN $1 AND $2
        """;

    /// <summary>The query for <see cref="BookingsAsync"/>.</summary>
    public static NpgsqlBatchCommand Bookings(ReportRange range) =>
        new(BookingsSql)
        {
            Parameters =
            {
                new NpgsqlParameter<DateOnly> { TypedValue = range.From },
                new NpgsqlParameter<DateOnly> { TypedValue = range.To },
                new NpgsqlParameter<string[]> { TypedValue = Words<BookingStatus>() },
                new NpgsqlParameter<string[]> { TypedValue = Words<BookingSource>() },
            },
        };

    public static async Task<List<ReportBooking>> BookingsAsync(
        NpgsqlDataReader reader,
        CancellationToken cancellationToken
    )
    {
        var bookings = new List<ReportBooking>();
        while (await reader.ReadAsync(cancellationToken))
        {
            bookings.Add(
                new ReportBooking(
                    reader.GetFieldValue<DateOnly>(0),
                    (BookingStatus)reader.GetInt32(1),
                    (BookingSource)reader.GetInt32(2),
                    reader.GetInt32(3),
                    reader.GetInt32(4),
                    reader.GetFieldValue<DateTimeOffset>(5),
                    reader.GetFieldValue<DateTimeOffset>(6),
                    reader.GetFieldValue<DateTimeOffset?>(7),
                    reader.GetFieldValue<DateTimeOffset?>(8),
                    reader.GetFieldValue<long?>(9),
                    reader.GetFieldValue<int?>(10)
                )
            );
        }

        return bookings;
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(SnakeCase.Of<T>)];
}
