using TantraSmoke.Core.Live;
using TantraSmoke.Core.Settings;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Schedule;

/// <summary>Settings, tables and schedule, live.</summary>
public sealed record CatalogRead(VenueCatalogCache Catalogs) : LiveRead<VenueCatalog>
{
    public override Task<VenueCatalog> ReadAsync(CancellationToken cancellationToken) => Catalogs.GetAsync(cancellationToken);

    // A change of the catalog wakes every page anyway.
    public override bool Concerns(VenueChange change) => false;
}
