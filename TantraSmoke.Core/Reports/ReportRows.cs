using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Core.Reports;

/// <summary>Reads the data for reports.</summary>
internal static class ReportRows
{
    /// <summary>The report columns of all bookings on these days.</summary>
    public static Task<List<ReportBooking>> ReadAsync(
        VenueDb db,
        ReportRange range,
        CancellationToken cancellationToken
    ) =>
        db is PostgresDb postgres
            ? postgres.ReadAsync(
                [PostgresReports.Bookings(range)],
                reader => PostgresReports.BookingsAsync(reader, cancellationToken),
                cancellationToken
            )
            : db
                .Bookings.AsNoTracking()
                .Where(b => b.ServiceDay >= range.From && b.ServiceDay <= range.To)
                .Select(b => new ReportBooking(
                    b.ServiceDay,
                    b.Status,
                    b.Source,
                    b.PartySize,
                    b.TableIds.Count,
                    b.CreatedAt,
                    b.StartsAt,
                    b.SeatedAt,
                    b.EndedAt,
                    b.GuestId,
                    b.Rating
                ))
                .ToListAsync(cancellationToken);

    /// <summary>The totals of <see cref="ReportFigures.Totals"/>, computed by the database.</summary>
    public static Task<ReportTotals> TotalsAsync(VenueDb db, ReportRange range, CancellationToken cancellationToken) =>
        db
            .Database.SqlQueryRaw<ReportTotals>(ReportTotals.Sql(db.TurnSql), range.From, range.To)
            .SingleAsync(cancellationToken);
}
