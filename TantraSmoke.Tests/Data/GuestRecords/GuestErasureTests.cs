using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.GuestRecords;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Waitlist;
using TantraSmoke.Tests.Data.Guests;

namespace TantraSmoke.Tests.Data.GuestRecords;

public sealed class GuestErasureTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Erase_GuestWithAPast_LeavesCountsAndNoWordOfThem(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(
            database,
            variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = "42" }
        );
        var guests = venue.Services.GetRequiredService<GuestService>();
        var telegram = await venue.GuestAsync(1, "Секретов");
        var phone = await GuestMergingTests.PhoneGuestAsync(venue, "Секретов", "89165550199");
        await venue.GuestNotes.ChangeAsync(
            TestVenue.Boris,
            phone.Id,
            phone.Facts,
            phone.Facts with
            {
                Notes = "секрет",
                Tags = ["секрет"],
            },
            Cancel
        );
        var booking = await GuestMergingTests.BookForAsync(venue, phone.Id, 20);
        await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { Comment = "секрет два" }),
            Cancel
        );
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, "секрет", Cancel);
        await venue.Merging.MergeAsync(TestVenue.Boris, telegram.GuestId, phone.Id, Cancel);
        await GuestStandingTests.StayAwayAsync(venue, telegram, 1);
        await venue.GuestNotes.BlockAsync(TestVenue.Boris, telegram.GuestId, "секрет", Cancel);

        var erased = await venue.Erasure.EraseAsync(TestVenue.Boris, telegram.GuestId, cancelOpen: false, Cancel);

        Assert.True(erased.Succeeded, erased.Error?.ToString());
        Assert.Equal([], await WhereAsync(venue, "секрет", "5550199", "guest1", "1001"));
        var kept = await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id, Cancel), Cancel);
        Assert.Equal(new BookingDetails(2, telegram.GuestId), kept.Details);
        var profile = (await venue.Services.GetRequiredService<GuestQueries>().ProfileAsync(telegram.GuestId, Cancel))!;
        Assert.Equal((1, 1), (profile.NoShows, profile.Cancellations));
        Assert.NotNull(profile.AnonymizedAt);
        Assert.Empty(
            (await venue.Services.GetRequiredService<GuestQueries>().PageAsync(new GuestSearch(), 1, 10, Cancel)).Rows
        );
        Assert.Single(
            await venue.Store.ReadAsync(
                db =>
                    db.Audit.Where(a => a.Subject == "users" && a.ActorName == "Boris")
                        .OrderByDescending(a => a.Id)
                        .Take(1)
                        .ToListAsync(Cancel),
                Cancel
            )
        );
    }

    [Fact]
    public async Task Erase_GuestWhoIsExpected_CancelsOnlyWhenToldTo()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 20, table: 5);

        Assert.Equal(
            new GuestRecordRefusal.GuestExpected(1),
            (await venue.Erasure.EraseAsync(TestVenue.Boris, guest.GuestId, false, Cancel)).Error
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            (await venue.Erasure.EraseAsync(TestVenue.Anna, guest.GuestId, true, Cancel)).Error
        );
        var erased = await venue.Erasure.EraseAsync(TestVenue.Boris, guest.GuestId, true, Cancel);

        Assert.True(erased.Succeeded, erased.Error?.ToString());
        var row = (await venue.Queries.FindAsync(TestVenue.Boris, booking.Id, Cancel))!;
        Assert.Equal((BookingStatus.Canceled, null), (row.Status, row.GuestName));
        Assert.Equal(0, await venue.Store.ReadAsync(db => db.Claims.CountAsync(Cancel), Cancel));
        Assert.Equal(0, await venue.Store.ReadAsync(db => db.Outbox.CountAsync(m => m.ForGuest, Cancel), Cancel));
    }

    [Fact]
    public async Task Erase_GuestAtTheTable_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);

        Assert.Equal(
            new GuestRecordRefusal.GuestExpected(1),
            (await venue.Erasure.EraseAsync(TestVenue.Boris, guest.GuestId, true, Cancel)).Error
        );
    }

    [Fact]
    public async Task Erased_WritingAgain_IsANewGuest_AndTheOldOneCannotBeBookedFor()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var guest = await venue.GuestAsync();
        await venue.Erasure.EraseAsync(TestVenue.Boris, guest.GuestId, false, Cancel);

        var again = await venue.GuestAsync();

        Assert.NotEqual(guest.GuestId, again.GuestId);
        Assert.IsType<CommonRefusal.NotFound>(
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(20), Cancel)).Error
        );
        var request = await venue.RequestAsync(20, guest: guest.GuestId);
        Assert.IsType<GuestRefusal.GuestNotFound>(
            (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel)).Error
        );
        await venue.BookAsync(again, 20);
    }

    [Theory, OnBothDatabases]
    public async Task Erase_WhileThePersonWrites_NeverBringsTheirNameBack(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        for (var round = 0; round < 8; round++)
        {
            var guest = await venue.GuestAsync(round);
            var writing = Enumerable
                .Range(0, 4)
                .Select(number =>
                    Task.Run(
                        () =>
                            guests.RegisterAsync(
                                new TelegramPerson(1000 + round, $"Новое {number}", null, "ru"),
                                Cancel
                            ),
                        Cancel
                    )
                )
                .ToList();
            await venue.Erasure.EraseAsync(TestVenue.Boris, guest.GuestId, false, Cancel);
            await Task.WhenAll(writing);

            var left = await venue.Store.ReadAsync(
                db => db.Guests.SingleAsync(g => g.Id == guest.GuestId, Cancel),
                Cancel
            );
            Assert.Equal(("", null, null), (left.Name, left.TelegramId, left.Username));
        }
    }

    [Fact]
    public async Task Erase_GuestWhoWaitsWithAnOffer_TakesThemOffTheListAndFreesTheTable()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var waitlist = venue.Services.GetRequiredService<WaitingList>();
        var entry = (
            await waitlist.Parties.AddAsync(
                TestVenue.Anna,
                new WaitlistParty("Секретов", "89165550199", 2, 20),
                Guid.NewGuid(),
                Cancel
            )
        ).Value!;
        Assert.True(
            (
                await waitlist.Parties.OfferAsync(
                    TestVenue.Anna,
                    entry.Id,
                    entry.Version,
                    [await venue.TableAsync(5)],
                    Cancel
                )
            ).Succeeded
        );

        var erased = await venue.Erasure.EraseAsync(TestVenue.Boris, entry.GuestId!.Value, false, Cancel);

        Assert.True(erased.Succeeded, erased.Error?.ToString());
        Assert.Empty(await waitlist.Queries.WaitingAsync(Cancel));
        Assert.Equal([], await WhereAsync(venue, "секретов", "5550199"));
        Assert.Equal(0, await venue.Store.ReadAsync(db => db.Claims.CountAsync(Cancel), Cancel));
        var stale = await waitlist.Parties.EditAsync(
            TestVenue.Anna,
            entry.Id,
            entry.Version,
            new WaitlistParty("Секретов", null, 2, 20),
            Cancel
        );
        Assert.IsType<WaitlistRefusal.WaitlistChanged>(stale.Error);
    }

    [Theory, OnBothDatabases]
    public async Task Erase_GuestWhoHadBeenTwo_ForgetsWhatABookingOfTheOtherSaidBeforeItWasGivenAway(
        TestDatabase database
    )
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var (keep, gone, friend) = (
            await GuestMergingTests.PhoneGuestAsync(venue, "Ира", "89160000001"),
            await GuestMergingTests.PhoneGuestAsync(venue, "Ирина", "89160000002"),
            await GuestMergingTests.PhoneGuestAsync(venue, "Олег", "89160000003")
        );
        var booking = await GuestMergingTests.BookForAsync(venue, gone.Id, 20);
        var given = new BookingDetails(2, friend.Id);
        Assert.True(
            (
                await venue.Bookings.Edits.EditAsync(TestVenue.Anna, booking.Id, null, new BookingEdit(given), Cancel)
            ).Succeeded
        );
        await venue.Merging.MergeAsync(TestVenue.Boris, keep.Id, gone.Id, Cancel);

        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, keep.Id, false, Cancel)).Succeeded);

        Assert.Equal([], await WhereAsync(venue, "секрет"));
    }

    [Theory, OnBothDatabases]
    public async Task Erase_HistoryThatNamesTheGuestBeforeOtherProperties_IsForgottenToo(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (gone, friend) = (
            await GuestMergingTests.PhoneGuestAsync(venue, "Ира", "89160000001"),
            await GuestMergingTests.PhoneGuestAsync(venue, "Олег", "89160000003")
        );
        var booking = await GuestMergingTests.BookForAsync(venue, friend.Id, 20);
        var state = JsonSerializer.SerializeToNode(booking.State)!;
        state["Details"] = new JsonObject
        {
            ["GuestId"] = gone.Id,
            ["PartySize"] = 2,
            ["Comment"] = "sekret",
        };
        await venue.Store.ChangeAsync(
            TestVenue.Anna,
            db =>
            {
                db.BookingHistory.Add(
                    new BookingHistory(
                        booking.Id,
                        BookingAction.Edited,
                        TestVenue.Anna,
                        venue.Time.GetUtcNow(),
                        booking.Version,
                        state.ToJsonString(),
                        null
                    )
                );
                return db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
        Assert.Equal(["history: sekret"], await WhereAsync(venue, "sekret"));

        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, gone.Id, false, Cancel)).Succeeded);

        Assert.Equal([], await WhereAsync(venue, "sekret"));
    }

    /// <summary>Tables in which one of these words is still written, whatever the column.</summary>
    private static async Task<List<string>> WhereAsync(TestVenue venue, params string[] words) =>
        await venue.Store.ReadAsync(
            async db =>
            {
                var found = new List<string>();
                foreach (
                    var (table, rows) in new (string, IEnumerable<object>)[]
                    {
                        ("users", await db.Guests.ToListAsync(Cancel)),
                        ("bookings", await db.Bookings.ToListAsync(Cancel)),
                        ("history", await db.BookingHistory.ToListAsync(Cancel)),
                        ("audit", await db.Audit.ToListAsync(Cancel)),
                        ("outbox", await db.Outbox.ToListAsync(Cancel)),
                        ("waitlist", await db.Waitlist.ToListAsync(Cancel)),
                        ("claims", await db.Claims.ToListAsync(Cancel)),
                    }
                )
                {
                    var text = Plain(JsonSerializer.Serialize(rows));
                    found.AddRange(
                        words
                            .Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
                            .Select(word => $"{table}: {word}")
                    );
                }

                return found;
            },
            Cancel
        );

    private static string Plain(string json)
    {
        // Escapes may stand inside escaped JSON.
        for (var round = 0; round < 2; round++)
            json = System.Text.RegularExpressions.Regex.Replace(
                json,
                @"\\+u([0-9a-fA-F]{4})",
                m =>
                    (
                        (char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    ).ToString()
            );
        return json;
    }
}
