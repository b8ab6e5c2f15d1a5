using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Store;

public sealed class InsertColumnsTests
{
    [Theory, OnBothDatabases]
    public async Task Create_WithAllThatCanBeSaid_IsReadBackAsItWasMade(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var request = await venue.RequestAsync(20, table: 5) with
        {
            GuestId = (await venue.GuestAsync()).GuestId,
            Comment = "By the window",
            Occasion = Occasion.Birthday,
            Allergies = "Nuts",
            InternalNote = "A friend of the house",
            Source = BookingSource.Phone,
        };

        var made = (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, TestVenue.Cancel)).Value!;

        await using var db = venue.Store.Open();
        var read = await db.Bookings.SingleAsync(b => b.Id == made.Id, TestVenue.Cancel);
        foreach (var property in db.Entry(read).Properties)
            Assert.Equal(property.Metadata.PropertyInfo!.GetValue(made), property.CurrentValue);
        var line = await db.BookingHistory.SingleAsync(h => h.BookingId == made.Id, TestVenue.Cancel);
        Assert.Equal((BookingAction.Created, "Anna", made.Version), (line.Action, line.ActorName, line.Version));
        var messages = await db.Outbox.Where(m => m.BookingId == made.Id).ToListAsync(TestVenue.Cancel);
        Assert.All(messages, message => Assert.Equal((0, made.CreatedAt), (message.Attempts, message.CreatedAt)));
        Assert.Contains(messages, message => message is { Kind: OutboxKind.Reminder, UselessAt: not null });
    }
}
