using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Data.Floor;

public sealed class JoinedTablesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Of_PartyAtTwoTables_LinksThem_AndNobodyElse()
    {
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, _) => services.AddSingleton<LiveFloor>()
        );
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(5), await venue.TableAsync(6)], 7, Guid.NewGuid()),
            Cancel
        );
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(2)], 2, Guid.NewGuid()),
            Cancel
        );
        var picture = await venue.Services.GetRequiredService<LiveFloor>().OpenAsync(Cancel);
        var hall = picture.Halls[0];

        var joined = Assert.Single(JoinedTables.Of(hall, picture));

        var (five, six) = (hall.Tables.Single(t => t.Number == 5), hall.Tables.Single(t => t.Number == 6));
        Assert.Equal(("ft-seated", $"{five.X},{five.Y} {six.X},{six.Y}"), (joined.Css, joined.Points));
    }
}
