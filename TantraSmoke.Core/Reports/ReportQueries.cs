using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>
/// Reads the needed columns of a range's bookings once and computes the figures with <see cref="ReportFigures"/>; for
/// the range before it reads only totals.
/// </summary>
public sealed class ReportQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    private const int TopGuests = 10;

    /// <summary>The report of these service days. Returns NotAllowed without the right to see statistics.</summary>
    public async Task<Outcome<Report>> ReadAsync(Actor actor, ReportRange range, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ViewStatistics))
            return await store.RefuseAsync(actor, Right.ViewStatistics, cancellationToken);
        var (catalog, now) = (await catalogs.GetAsync(cancellationToken), time.GetUtcNow());
        // The totals of the previous range are computed by the database in parallel.
        var before = store.ReadAsync(
            db => ReportRows.TotalsAsync(db, range.Before, cancellationToken),
            cancellationToken
        );
        var reading = store.ReadAsync(db => ReportRows.ReadAsync(db, range, cancellationToken), cancellationToken);
        var counting = store.ReadAsync(
            db =>
                TableCounts.ReadAsync(
                    db,
                    catalog.Tables.Count(table => table.IsActive),
                    catalog.Clock.Day(range.From).Start,
                    cancellationToken
                ),
            cancellationToken
        );
        await Task.WhenAll(before, reading, counting);
        var bookings = await reading;
        return new Report(
            range,
            ReportFigures.Totals(bookings),
            await before,
            ReportFigures.Days(range, bookings),
            ReportFigures.Occupancy(range, bookings, catalog.Clock, await counting, now),
            ReportFigures.Sources(bookings),
            ReportFigures.Leads(bookings, catalog.Clock),
            ReportFigures.Parties(bookings),
            await NamedAsync(ReportFigures.Guests(bookings, TopGuests), cancellationToken)
        )
        {
            SourceDays = ReportFigures.SourceDays(range, bookings),
            Regulars = ReportFigures.Regulars(bookings),
            Waitlist = await WaitlistAsync(range, cancellationToken),
            WaitlistBefore = await WaitlistAsync(range.Before, cancellationToken),
            Ratings = ReportFigures.Ratings(bookings),
            Campaigns = await CampaignsAsync(catalog, range, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<ReportCampaign>> CampaignsAsync(
        VenueCatalog catalog,
        ReportRange range,
        CancellationToken cancellationToken
    )
    {
        var (start, end) = (catalog.Clock.Day(range.From).Start, catalog.Clock.Day(range.To).End);
        var (guests, bookings) = await store.ReadAsync(
            async db =>
                (
                    await db
                        .Guests.Where(g =>
                            g.Campaign != null && g.MergedIntoId == null && g.CreatedAt >= start && g.CreatedAt < end
                        )
                        .GroupBy(g => g.Campaign!)
                        .ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken),
                    await db
                        .Bookings.Where(b =>
                            b.Campaign != null && b.ServiceDay >= range.From && b.ServiceDay <= range.To
                        )
                        .Select(b => new
                        {
                            Name = b.Campaign!,
                            Covers = b.Status == BookingStatus.Seated || b.Status == BookingStatus.Completed
                                ? b.PartySize
                                : 0,
                        })
                        .GroupBy(b => b.Name)
                        .Select(g => new
                        {
                            g.Key,
                            Bookings = g.Count(),
                            Covers = g.Sum(b => b.Covers),
                        })
                        .ToDictionaryAsync(g => g.Key, cancellationToken)
                ),
            cancellationToken
        );
        return
        [
            .. catalog
                .Settings.CampaignNames.Union(guests.Keys)
                .Union(bookings.Keys)
                .Select(name => new ReportCampaign(
                    name,
                    guests.GetValueOrDefault(name),
                    bookings.GetValueOrDefault(name)?.Bookings ?? 0,
                    bookings.GetValueOrDefault(name)?.Covers ?? 0
                ))
                .OrderByDescending(campaign => campaign.Bookings)
                .ThenByDescending(campaign => campaign.Guests)
                .ThenBy(campaign => campaign.Name, StringComparer.Ordinal),
        ];
    }

    private Task<ReportWaitlist> WaitlistAsync(ReportRange range, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db =>
            {
                var sizes = await db
                    .Waitlist.Where(entry =>
                        entry.Status == WaitlistStatus.Left
                        && entry.ServiceDay >= range.From
                        && entry.ServiceDay <= range.To
                    )
                    .Select(entry => entry.PartySize)
                    .ToListAsync(cancellationToken);
                return new ReportWaitlist(sizes.Count, sizes.Sum());
            },
            cancellationToken
        );

    private async Task<IReadOnlyList<ReportGuest>> NamedAsync(
        IReadOnlyList<ReportGuest> guests,
        CancellationToken cancellationToken
    )
    {
        var ids = guests.Select(guest => guest.Id).ToList();
        var names = await store.ReadAsync(
            db =>
                db.Guests.Where(g => ids.Contains(g.Id) && g.AnonymizedAt == null)
                    .ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken),
            cancellationToken
        );
        return [.. guests.Select(guest => guest with { Name = names.GetValueOrDefault(guest.Id) })];
    }
}
