using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>The venue catalog as a live read.</summary>
public sealed record CatalogRead(VenueCatalogCache Catalogs) : LiveRead<VenueCatalog>
{
    public override Task<VenueCatalog> ReadAsync(CancellationToken cancellationToken) =>
        Catalogs.GetAsync(cancellationToken);

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Catalog;
}
