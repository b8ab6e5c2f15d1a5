using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Settings, halls, tables and schedule as they are, live.</summary>
public sealed record CatalogRead(VenueCatalogCache Catalogs) : LiveRead<VenueCatalog>
{
    public override Task<VenueCatalog> ReadAsync(CancellationToken cancellationToken) =>
        Catalogs.GetAsync(cancellationToken);

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Catalog;
}
