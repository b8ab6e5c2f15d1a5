using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Store;

public sealed class NullCharactersTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Text_WithANullCharacter_IsKeptWithoutIt_HoweverItIsWritten(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue
            .Services.GetRequiredService<GuestService>()
            .RegisterAsync(new TelegramPerson(7, "An\0na", "an\0na", "ru"), Cancel);
        await venue.BookAsync(
            new Actor.Guest(guest.Id, guest.Name),
            await venue.RequestAsync(20) with
            {
                Details = new(2) { Comment = "by the win\0dow" },
            }
        );

        var stored = await venue.Store.ReadAsync(db => db.Guests.SingleAsync(g => g.Id == guest.Id, Cancel), Cancel);
        Assert.Equal(("Anna", "anna"), (stored.Name, stored.Username));
        Assert.Equal(
            "by the window",
            await venue.Store.ReadAsync(db => db.Bookings.Select(b => b.Comment).SingleAsync(Cancel), Cancel)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Search_WithANullCharacter_FindsWhatItFindsWithoutIt(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();

        var found = await venue
            .Services.GetRequiredService<GuestQueries>()
            .SuggestAsync($"\0{guest.Name}\0", 5, Cancel);

        Assert.Equal(guest.GuestId, Assert.Single(found).Id);
    }
}
