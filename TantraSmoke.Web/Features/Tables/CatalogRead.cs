using TantraSmoke.Core.Live;
using TantraSmoke.Core.Settings;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Tables;

/// <summary>Halls and tables as they are, live.</summary>
public sealed record CatalogRead(VenueCatalogCache Catalogs) : LiveRead<VenueCatalog>
{
    public override Task<VenueCatalog> ReadAsync(CancellationToken cancellationToken) => Catalogs.GetAsync(cancellationToken);

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Catalog;
}
