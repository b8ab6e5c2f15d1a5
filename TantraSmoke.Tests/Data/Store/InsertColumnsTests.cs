using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Store;

public sealed class InsertColumnsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Create_WithAllThatCanBeSaid_IsReadBackAsItWasMade(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var request = await venue.RequestAsync(20, table: 5) with
        {
            Details = Samples.Details with { GuestId = (await venue.GuestAsync()).GuestId },
            Source = BookingSource.Phone,
        };

        var made = (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel)).Value!;

        await using var db = venue.Store.Open();
        var read = await db.Bookings.SingleAsync(b => b.Id == made.Id, Cancel);
        Assert.Equal(request.Details, read.Details);
        var row = (await venue.Queries.FindAsync(TestVenue.Anna, made.Id, Cancel))!;
        Assert.Equal(request.Details, row.Details);
        var withoutGuest = row with { GuestName = null, Phone = null, Username = null, TelegramId = null };
        Assert.Equivalent(withoutGuest, BookingRow.Of(made), strict: true);
        foreach (var property in db.Entry(read).Properties)
            Assert.Equal(property.Metadata.PropertyInfo!.GetValue(made), property.CurrentValue);
        var line = await db.BookingHistory.SingleAsync(h => h.BookingId == made.Id, Cancel);
        Assert.Equal((BookingAction.Created, "Anna", made.Version), (line.Action, line.ActorName, line.Version));
        var messages = await db.Outbox.Where(m => m.BookingId == made.Id).ToListAsync(Cancel);
        Assert.All(messages, message => Assert.Equal((0, made.CreatedAt), (message.Attempts, message.CreatedAt)));
        Assert.Contains(messages, message => message is { Kind: OutboxKind.Reminder, UselessAt: not null });
    }
}
