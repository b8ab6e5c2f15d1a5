using Bunit;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Guests;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Components.Bookings;

public sealed class BookingDifferenceTests
{
    [Fact]
    public async Task Of_AnEdit_NamesWhatIsDifferentAndNothingElse()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        var after = booking.State with
        {
            Details = booking.Details with { PartySize = 4, Occasion = Occasion.Birthday },
        };
        var line = new BookingHistory(
            booking.Id,
            BookingAction.Edited,
            TestVenue.Anna,
            TestVenue.Friday,
            2,
            null,
            null
        );

        var lines = BookingDifference.Of(
            new BookingChange(line, booking.State, after, null, null),
            await venue.CatalogAsync(),
            DashboardTexts.Of("en")
        );

        Assert.Equal([new("Party size", "2", "4"), new("Occasion", "", "Birthday")], lines);
        Assert.Empty(
            BookingDifference.Of(
                new BookingChange(line, null, after, null, null),
                await venue.CatalogAsync(),
                DashboardTexts.Of("en")
            )
        );
    }

    [Theory]
    [InlineData(0, 3, true, "3 no-shows|No visits yet")]
    [InlineData(5, 1, false, "1 no-show|5 visits")]
    [InlineData(1, 0, false, "1 visit")]
    public async Task StandingChip_ByVisitsAndNoShows_SaysSo(int visits, int noShows, bool isFlagged, string expected)
    {
        await using var context = new DashboardContext();

        var chip = context.Render<GuestStandingChip>(chip =>
            chip.Add(c => c.Standing, new TantraSmoke.Core.Guests.GuestStanding(visits, noShows, isFlagged))
        );

        Assert.Equal(
            expected,
            string.Join(
                '|',
                chip.FindAll(".chip").Select(c => c.TextContent.Replace("flag", "", StringComparison.Ordinal).Trim())
            )
        );
        Assert.Equal(isFlagged ? 1 : 0, chip.FindAll("[data-testid=guest-flag]").Count);
    }
}
