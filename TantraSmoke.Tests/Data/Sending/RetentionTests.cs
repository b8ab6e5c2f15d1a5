using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Replicas;
using TantraSmoke.Core.Sending;

namespace TantraSmoke.Tests.Data.Sending;

public sealed class RetentionTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Sweep_LongAfter_LeavesWhatIsStillOfUse(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var over = await venue.BookAsync(guest, 20);
        var ahead = await venue.BookAsync(guest, 20, day: TestVenue.Day.AddDays(3));
        var now = venue.Time.GetUtcNow();
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                await db.Outbox.ExecuteDeleteAsync(Cancel);
                db.Outbox.AddRange(
                    Message("to the guest", OutboxKind.BookingCreated, forGuest: true, over.Id),
                    Message("card", OutboxKind.StaffCard, forGuest: false, over.Id),
                    Message("names the guest", OutboxKind.StaffNote, forGuest: false, over.Id),
                    Message("of a booking to come", OutboxKind.BookingCreated, forGuest: true, ahead.Id),
                    Message("of no booking", OutboxKind.TalkToGuest, forGuest: true, null),
                    Message("never sent", OutboxKind.TalkToGuest, forGuest: true, null)
                );
                db.ChatSessions.AddRange(
                    new ChatSessionRow
                    {
                        ChatId = 1,
                        Json = "{}",
                        ExpiresAt = now.AddHours(1),
                    },
                    new ChatSessionRow
                    {
                        ChatId = 2,
                        Json = "{}",
                        ExpiresAt = now.AddDays(365),
                    }
                );
                db.CachedValues.AddRange(
                    new CachedValue
                    {
                        Key = "old",
                        Value = "",
                        ExpiresAt = now.AddHours(1),
                    },
                    new CachedValue
                    {
                        Key = "new",
                        Value = "",
                        ExpiresAt = now.AddDays(365),
                    }
                );
                await db.SaveChangesAsync(Cancel);
                await db
                    .Outbox.Where(m => m.DedupeKey != "never sent")
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, now), Cancel);
            },
            Cancel
        );
        var retention = new Retention(
            venue.Store,
            venue.Services.GetRequiredService<InstallationSettings>() with
            {
                KeepMessagesDays = 30,
            },
            venue.Services.GetRequiredService<ReplicaLeader>(),
            venue.Time,
            NullLogger<Retention>.Instance
        );

        Assert.Equal(0, await retention.SweepAsync(Cancel));
        // The one booking ended 31 days ago, the other less than 30.
        venue.Time.Set(over.EndsAt.AddDays(31));
        Assert.Equal(5, await retention.SweepAsync(Cancel));

        await using var db = venue.Store.Open();
        Assert.Equal(
            ["names the guest", "never sent", "of a booking to come"],
            (await db.Outbox.Select(m => m.DedupeKey).ToListAsync(Cancel)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(2, (await db.ChatSessions.SingleAsync(Cancel)).ChatId);
        Assert.Equal("new", (await db.CachedValues.SingleAsync(Cancel)).Key);
        Assert.Equal(2, await db.Bookings.CountAsync(Cancel));

        OutboxMessage Message(string key, OutboxKind kind, bool forGuest, Guid? about) =>
            new(kind, 7, forGuest, about, now, key);
    }

    [Fact]
    public async Task Sweep_OfMoreThanOneBatch_TakesAll()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var now = venue.Time.GetUtcNow();
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                db.CachedValues.AddRange(
                    Enumerable
                        .Range(0, 1234)
                        .Select(n => new CachedValue
                        {
                            Key = $"{n}",
                            Value = "",
                            ExpiresAt = now,
                        })
                );
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

        Assert.Equal(
            1234,
            await ActivatorUtilities
                .CreateInstance<Retention>(venue.Services, NullLogger<Retention>.Instance)
                .SweepAsync(Cancel)
        );
    }
}
