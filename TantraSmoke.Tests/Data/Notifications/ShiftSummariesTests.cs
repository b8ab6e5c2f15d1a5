using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Tests.Data.Notifications;

public sealed class ShiftSummariesTests
{
    private static readonly Dictionary<string, string?> WithStaff = new()
    {
        ["ADMIN_IDS_RAW"] = "42",
        ["STAFF_CHAT_ID"] = "-5",
    };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Summaries_AtOpeningAndClosing_ComeOnceToEveryStaffChat()
    {
        await using var venue = await Dialog.OpenVenueAsync(TestDatabase.Sqlite, WithStaff);
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        telegram.AddGroup(-5, "Персонал");
        var admin = Dialog.With(venue, "Boris", "en", 42);
        await admin.SendAsync("/start");
        var guest = await venue.GuestAsync(name: "Ирина <3");
        var tonight = await venue.BookAsync(guest, 20);
        await venue.Bookings.Lifecycle.CancelAsync(
            TestVenue.Anna,
            (await venue.BookAsync(guest, 22)).Id,
            null,
            null,
            Cancel
        );
        await venue.BookAsync(guest, 18, party: 4, day: TestVenue.Day.AddDays(1));
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, tonight.Id, null, Cancel);
        await Dialog.DeliverAsync(venue);

        // The last slot ends at midnight, the first of the next day begins at 6.
        await QueueAsync(TestVenue.Friday.AddHours(9).AddMinutes(-1));
        Assert.Empty(Summaries(-5));
        await QueueAsync(TestVenue.Friday.AddHours(9));
        await QueueAsync(TestVenue.Friday.AddHours(9).AddMinutes(30));
        await QueueAsync(TestVenue.Friday.AddHours(15));
        await QueueAsync(TestVenue.Friday.AddHours(15).AddMinutes(59));

        Assert.Collection(
            Summaries(-5),
            closing =>
            {
                Assert.StartsWith("🌙 Закрываемся: пт 20 нояб", closing, StringComparison.Ordinal);
                Assert.Contains("Пришли: 1 компания, 2 гостя, без брони: 0", closing, StringComparison.Ordinal);
                Assert.Contains("Отменено: 1", closing, StringComparison.Ordinal);
            },
            opening =>
            {
                Assert.StartsWith("🌅 Открываемся: сб 21 нояб", opening, StringComparison.Ordinal);
                Assert.Contains("Ждём: 1 бронь, 4 гостя", opening, StringComparison.Ordinal);
                Assert.Contains("18:00 · №", opening, StringComparison.Ordinal);
                Assert.Contains("Ирина <3", opening, StringComparison.Ordinal);
            }
        );
        Assert.Collection(
            Summaries(42),
            closing =>
                Assert.StartsWith(
                    "🌙 Closing: Fri 20 Nov\n\n🪑 Came: 1 party, 2 guests, walk-ins: 0",
                    closing,
                    StringComparison.Ordinal
                ),
            opening =>
                Assert.StartsWith(
                    "🌅 Opening: Sat 21 Nov\n\nExpected: 1 booking, 4 guests",
                    opening,
                    StringComparison.Ordinal
                )
        );

        async Task QueueAsync(DateTimeOffset at)
        {
            venue.Time.Set(at);
            await venue.Services.GetRequiredService<ShiftSummaries>().QueueAsync(Cancel);
            await Dialog.DeliverAsync(venue);
        }

        IEnumerable<string> Summaries(long chat) =>
            telegram
                .Messages(chat)
                .Select(m => m.Text)
                .Where(t =>
                    t.StartsWith("🌙", StringComparison.Ordinal) || t.StartsWith("🌅", StringComparison.Ordinal)
                );
    }
}
