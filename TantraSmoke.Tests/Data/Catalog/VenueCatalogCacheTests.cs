using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Tests.Data.Catalog;

public sealed class VenueCatalogCacheTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Get_AfterAChange_IsFreshForWhoHearsOfIt()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var before = await venue.CatalogAsync();
        // A subscriber is told after the cache was emptied, so what it reads in that moment is new.
        using var subscription = venue.Services.GetRequiredService<VenueFeed>().Subscribe();
        await using var batches = subscription.ReadAllAsync(TimeProvider.System, Cancel).GetAsyncEnumerator(Cancel);

        await venue.SettingsAsync(settings => settings.LeadMinutes = 77);

        Assert.True(await batches.MoveNextAsync());
        Assert.Contains(batches.Current, change => change.Kind == ChangeKind.Catalog);
        var after = await venue.CatalogAsync();
        Assert.Equal((30, 77), (before.Settings.LeadMinutes, after.Settings.LeadMinutes));
    }

    [Fact]
    public async Task Get_WhileNothingOfItChanges_IsReadOnce()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var before = await venue.CatalogAsync();

        await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);

        Assert.Same(before, await venue.CatalogAsync());
        venue.Services.GetRequiredService<VenueFeed>().Deliver([VenueChange.Reset]);
        Assert.NotSame(before, await venue.CatalogAsync());
    }

    [Fact]
    public async Task Get_AReadingThatFailed_IsTriedAgain()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var isAway = true;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(venue.Time);
        services.AddSingleton<Func<TantraSmoke.Core.Data.VenueDb>>(() =>
            isAway ? throw new InvalidOperationException("away") : venue.Store.Open()
        );
        await using var provider = services.BuildServiceProvider();
        using var cache = new VenueCatalogCache(
            ActivatorUtilities.CreateInstance<TantraSmoke.Core.Data.VenueStore>(provider, TimeProvider.System),
            new VenueFeed()
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => cache.GetAsync(Cancel));
        isAway = false;

        Assert.Equal(10, (await cache.GetAsync(Cancel)).Tables.Count);
    }
}
