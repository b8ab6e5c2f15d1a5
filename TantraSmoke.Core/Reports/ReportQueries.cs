using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Reports;

/// <summary>Reads a range's bookings once, a few columns of each, and has <see cref="ReportFigures"/> count them.</summary>
public sealed class ReportQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    private const int TopGuests = 10;

    /// <summary>The report of these service days. Returns NotAllowed without the right to see statistics.</summary>
    public async Task<Outcome<Report>> ReadAsync(Actor actor, ReportRange range, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ViewStatistics))
            return await store.RefuseAsync(actor, Right.ViewStatistics, cancellationToken);
        var (catalog, now) = (await catalogs.GetAsync(cancellationToken), time.GetUtcNow());
        var bookings = await BookingsAsync(range, cancellationToken);
        var before = await BookingsAsync(range.Before, cancellationToken);
        var tables = catalog.Tables.Count(table => table.IsActive);
        return new Report(
            range,
            ReportFigures.Totals(bookings),
            ReportFigures.Totals(before),
            ReportFigures.Days(range, bookings),
            ReportFigures.Occupancy(range, bookings, catalog.Clock, tables, now),
            ReportFigures.Sources(bookings),
            ReportFigures.Leads(bookings, catalog.Clock),
            ReportFigures.Parties(bookings),
            await NamedAsync(ReportFigures.Guests(bookings, TopGuests), cancellationToken))
        {
            Ratings = ReportFigures.Ratings(bookings),
        };
    }

    private Task<List<ReportBooking>> BookingsAsync(ReportRange range, CancellationToken cancellationToken) => store.ReadAsync(
        db => db.Bookings.Where(b => b.ServiceDay >= range.From && b.ServiceDay <= range.To)
            .Select(b => new ReportBooking(
                b.ServiceDay, b.Status, b.Source, b.PartySize, b.TableIds.Count, b.CreatedAt, b.StartsAt, b.EndsAt, b.SeatedAt, b.EndedAt, b.GuestId, b.Rating))
            .ToListAsync(cancellationToken),
        cancellationToken);

    private async Task<IReadOnlyList<ReportGuest>> NamedAsync(IReadOnlyList<ReportGuest> guests, CancellationToken cancellationToken)
    {
        var ids = guests.Select(guest => guest.Id).ToList();
        var names = await store.ReadAsync(
            db => db.Guests.Where(g => ids.Contains(g.Id) && g.AnonymizedAt == null).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken), cancellationToken);
        return [.. guests.Select(guest => guest with { Name = names.GetValueOrDefault(guest.Id) })];
    }
}
