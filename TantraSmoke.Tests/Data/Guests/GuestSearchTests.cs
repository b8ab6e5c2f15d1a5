using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Guests;

public sealed class GuestSearchTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Page_Sorted_IsInThatOrder_AndWhoHasNoSuchDateComesLast(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var vera = await GuestAsync("Вера", "8 916 123-45-67");
        var anna = await GuestAsync("анна", "8 916 123-45-68");
        var boris = await GuestAsync("Борис", "8 916 123-45-69");
        foreach (var (guest, day) in new[] { (vera, 1), (anna, 2) })
        {
            var request = await venue.RequestAsync(18, guest: guest) with
            {
                ServiceDay = TestVenue.Day.AddDays(day),
                TableIds = null,
            };
            Assert.NotNull((await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel)).Value);
        }

        await Sorted(new GuestSearch(), boris, anna, vera);
        await Sorted(new GuestSearch(Sort: GuestSort.Name), anna, boris, vera);
        await Sorted(new GuestSearch(Sort: GuestSort.Name, IsDescending: true), vera, boris, anna);
        await Sorted(new GuestSearch(Sort: GuestSort.NextVisit), vera, anna, boris);
        await Sorted(new GuestSearch(Sort: GuestSort.NextVisit, IsDescending: true), anna, vera, boris);
        await Sorted(new GuestSearch(Sort: GuestSort.LastVisit), boris, anna, vera);

        async Task<long> GuestAsync(string name, string phone) =>
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, name, phone, Cancel)).Value!.Id;

        async Task Sorted(GuestSearch search, params long[] expected) =>
            Assert.Equal(
                expected,
                (await venue.Services.GetRequiredService<GuestQueries>().PageAsync(search, 1, 10, Cancel)).Rows.Select(
                    row => row.Id
                )
            );
    }

    [Theory, OnBothDatabases]
    public async Task Profile_OfAGuestWithNamesakes_CountsThem_WithoutThoseMergedIntoOthers(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var first = await GuestAsync("8 916 123-45-67");
        var second = await GuestAsync("8 916 123-45-68");
        var third = await GuestAsync("8 916 123-45-69");
        Assert.Equal(2, await NamesakesAsync());

        await venue.Merging.MergeAsync(TestVenue.Boris, second, third, Cancel);

        Assert.Equal(1, await NamesakesAsync());

        async Task<long> GuestAsync(string phone) =>
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Мария Никитина", phone, Cancel)).Value!.Id;

        async Task<int> NamesakesAsync() =>
            (await venue.Services.GetRequiredService<GuestQueries>().ProfileAsync(first, Cancel))!.Namesakes;
    }
}
