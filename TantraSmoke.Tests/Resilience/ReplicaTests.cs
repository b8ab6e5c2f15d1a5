using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Resilience;

/// <summary>Two processes on one PostgreSQL and Redis, one of them real, to be killed.</summary>
public sealed class ReplicaTests
{
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task OneOfTwoPolls_AndTheOtherTakesOverUpdatesAndTimersWhenItIsKilled()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram);
        home.MoveToNoon();
        await using var first = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        using var elsewhere = new TempFolder();
        await using var second = await DashboardServer.StartAsync(home, elsewhere.Path);
        var guest = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина"));

        // Two pollers end each other's polls as soon as both run, so the length of a booking shows them.
        await guest.BookAsync("2", "Завтра", "18:00", Cancel);
        Assert.Equal(["", ""], [await ConflictsAsync(home.Folder), await ConflictsAsync(elsewhere.Path)]);

        await using var store = home.OpenStore();
        await HoldThatIsOverAsync(store, guest.ChatId);
        await first.KillAsync();
        var killed = Stopwatch.StartNew();
        await Eventually.Holds(
            () => store.ReadAsync(async db => !await db.Claims.AnyAsync(c => c.BookingId == null, Cancel), Cancel),
            "the timers run on the other",
            TakeOver,
            Cancel
        );
        guest.Send("/my");
        await guest.WaitForTextAsync("№", Cancel);

        Assert.InRange(killed.Elapsed, TimeSpan.Zero, TakeOver);
        Assert.Equal("", await ConflictsAsync(elsewhere.Path));
    }

    private static async Task<string> ConflictsAsync(string folder) =>
        string.Concat(
            (await File.ReadAllLinesAsync(Path.Combine(folder, "log.txt"), Cancel)).Where(line =>
                line.Contains("Somebody else fetches", StringComparison.Ordinal)
            )
        );

    /// <summary>A hold that only a timer takes away.</summary>
    private static async Task HoldThatIsOverAsync(BesideStore store, long chatId)
    {
        var (catalogs, guests) = (
            store.Services.GetRequiredService<VenueCatalogCache>(),
            store.Services.GetRequiredService<GuestService>()
        );
        var catalog = await catalogs.GetAsync(Cancel);
        var guest = await guests.RegisterAsync(new TelegramPerson(chatId, "Ирина", null, "ru"), Cancel);
        var tomorrow = catalog.Clock.ServiceDayOf(DateTimeOffset.UtcNow).AddDays(1);
        var held = await store
            .Services.GetRequiredService<TableBooking>()
            .HoldAsync(
                new Actor.Guest(guest.Id, guest.Name),
                new BookingRequest(tomorrow, catalog.Slots[^1].Id, 2, Guid.NewGuid()),
                Cancel
            );
        Assert.True(held.Succeeded, held.Error?.ToString());
        await store.ReadAsync(
            db =>
                db.Claims.Where(c => c.BookingId == null)
                    .ExecuteUpdateAsync(
                        c => c.SetProperty(x => x.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1)),
                        Cancel
                    ),
            Cancel
        );
    }
}
