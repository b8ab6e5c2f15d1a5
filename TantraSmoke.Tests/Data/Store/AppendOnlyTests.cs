using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace TantraSmoke.Tests.Data.Store;

/// <summary>What audit and history say stays, whoever asks the database to change it.</summary>
public sealed class AppendOnlyTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    public static TheoryData<TestDatabase, string> Changes =>
        [
            .. from database in Enum.GetValues<TestDatabase>()
            from sql in new[]
            {
                "UPDATE audit SET actor_name = 'Somebody else'",
                "UPDATE audit SET before = NULL",
                "DELETE FROM audit",
                "UPDATE booking_history SET action = 'edited'",
                "UPDATE booking_history SET reason = NULL",
                "DELETE FROM booking_history",
                database == TestDatabase.Postgres
                    ? "TRUNCATE audit"
                    : "INSERT OR REPLACE INTO audit SELECT id, at, actor_kind, actor_id, 'Other', action, subject, subject_id, before, after FROM audit",
                database == TestDatabase.Postgres ? "TRUNCATE booking_history CASCADE" : "DELETE FROM bookings",
            }
            select (database, sql),
        ];

    public static TheoryData<TestDatabase, string> TooMuch =>
        [
            .. from database in Enum.GetValues<TestDatabase>()
            from sql in new[]
            {
                "UPDATE audit SET actor_name = 'Somebody else'",
                "UPDATE audit SET at = at, action = 'removed'",
                "UPDATE audit SET after = 'else'",
                "DELETE FROM audit",
                "UPDATE booking_history SET version = 99",
                "UPDATE booking_history SET reason = 'else'",
                "DELETE FROM booking_history",
            }
            select (database, sql),
        ];

    [Theory, MemberData(nameof(Changes))]
    public async Task Change_OfWhatWasWritten_IsRefusedByTheDatabase(TestDatabase database, string sql)
    {
        await using var venue = await WithAPastAsync(database);
        var before = await PastAsync(venue);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            venue.Store.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, Cancel), Cancel)
        );

        Assert.Equal(before, await PastAsync(venue));
    }

    [Theory, MemberData(nameof(TooMuch))]
    public async Task Forgetting_MoreThanWords_IsRefusedAllTheSame(TestDatabase database, string sql)
    {
        await using var venue = await WithAPastAsync(database);
        var before = await PastAsync(venue);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            venue.Store.ChangeAsync(
                TestVenue.Boris,
                db => db.ForgetAsync(() => db.Database.ExecuteSqlRawAsync(sql, Cancel), Cancel),
                Cancel
            )
        );

        Assert.Equal(before, await PastAsync(venue));
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
