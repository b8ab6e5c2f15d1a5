using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Tests.Data.Store;

/// <summary>What audit and history say stays, whoever asks the database to change it.</summary>
public sealed class AppendOnlyTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Change_OfWhatWasWritten_IsRefusedByTheDatabase(TestDatabase database)
    {
        await using var venue = await WithAPastAsync(database);
        var before = await PastAsync(venue);

        foreach (
            var sql in (string[])
                [
                    "UPDATE audit SET actor_name = 'Somebody else'",
                    "UPDATE audit SET before = NULL",
                    "DELETE FROM audit",
                    "UPDATE booking_history SET action = 'edited'",
                    "UPDATE booking_history SET reason = NULL",
                    "DELETE FROM booking_history",
                    database == TestDatabase.Postgres
                        ? "TRUNCATE audit"
                        : "INSERT OR REPLACE INTO audit SELECT id, at, actor_kind, actor_id, 'Other', action, "
                            + "subject, subject_id, before, after FROM audit",
                    database == TestDatabase.Postgres ? "TRUNCATE booking_history CASCADE" : "DELETE FROM bookings",
                ]
        )
            await RefusesAsync(venue, before, sql, db => db.Database.ExecuteSqlRawAsync(sql, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Forgetting_MoreThanWords_IsRefusedAllTheSame(TestDatabase database)
    {
        await using var venue = await WithAPastAsync(database);
        var before = await PastAsync(venue);

        foreach (
            var sql in (string[])
                [
                    "UPDATE audit SET actor_name = 'Somebody else'",
                    "UPDATE audit SET at = at, action = 'removed'",
                    "UPDATE audit SET after = 'else'",
                    "DELETE FROM audit",
                    "UPDATE booking_history SET version = 99",
                    "UPDATE booking_history SET reason = 'else'",
                    "DELETE FROM booking_history",
                ]
        )
        {
            await RefusesAsync(
                venue,
                before,
                sql,
                db => db.ForgetAsync(() => db.Database.ExecuteSqlRawAsync(sql, Cancel), Cancel)
            );
        }
    }

    [Theory, OnBothDatabases]
    public async Task Forgetting_OnceDone_IsOverForTheRestOfTheTransactionAndEverAfter(TestDatabase database)
    {
        await using var venue = await WithAPastAsync(database);
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db =>
                db.ForgetAsync(
                    () => db.Database.ExecuteSqlRawAsync("UPDATE audit SET before = NULL, actor_name = ''", Cancel),
                    Cancel
                ),
            Cancel
        );
        var before = await PastAsync(venue);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            venue.Store.ChangeAsync(
                TestVenue.Boris,
                async db =>
                {
                    await db.ForgetAsync(() => Task.CompletedTask, Cancel);
                    await db.Database.ExecuteSqlRawAsync("UPDATE audit SET after = NULL", Cancel);
                },
                Cancel
            )
        );
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            venue.Store.ChangeAsync(
                TestVenue.Boris,
                db => db.Database.ExecuteSqlRawAsync("UPDATE audit SET after = NULL", Cancel),
                Cancel
            )
        );

        Assert.Equal(before, await PastAsync(venue));
    }

    private static async Task RefusesAsync(TestVenue venue, string past, string sql, Func<VenueDb, Task> change)
    {
        var fault = await Record.ExceptionAsync(() => venue.Store.ChangeAsync(TestVenue.Boris, change, Cancel));
        Assert.True(fault is System.Data.Common.DbException, $"{sql}: {fault}");
        Assert.True(past == await PastAsync(venue), sql);
    }

    private static async Task<TestVenue> WithAPastAsync(TestDatabase database)
    {
        var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, "they called", Cancel);
        return venue;
    }

    private static Task<string> PastAsync(TestVenue venue) =>
        venue.Store.ReadAsync(
            async db =>
                JsonSerializer.Serialize(
                    new
                    {
                        Audit = await db.Audit.OrderBy(a => a.Id).ToListAsync(Cancel),
                        History = await db.BookingHistory.OrderBy(h => h.Id).ToListAsync(Cancel),
                    }
                ),
            Cancel
        );
}
