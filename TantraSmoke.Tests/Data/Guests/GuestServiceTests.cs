using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Guests;

public sealed class GuestServiceTests
{
    private static readonly Actor.Staff Manager = new(3, StaffRole.Manager, "Maria");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task FindOrCreateByPhone_ByManyAtOnce_IsOneGuest(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();

        var found = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number =>
                    Task.Run(
                        () =>
                            guests.FindOrCreateByPhoneAsync(
                                TestVenue.Anna,
                                $"Пётр {number}",
                                "8 916 123-45-67",
                                Cancel
                            ),
                        Cancel
                    )
                )
        );

        Assert.Single(found.Select(outcome => outcome.Value!.Id).Distinct());
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Guests.CountAsync(Cancel), Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Meet_ByManyAtOnce_IsOneGuestWhoIsNewOnce(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var person = new TelegramPerson(7, "Пётр Ёлкин", "petr_e", "ru");

        var met = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => guests.MeetAsync(person, Cancel), Cancel))
        );

        Assert.Single(met, m => m.IsNew);
        Assert.Single(met.Select(m => m.Guest.Id).Distinct());
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Guests.CountAsync(Cancel), Cancel));
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => db.Audit.CountAsync(a => a.Subject == AuditEntry.Guests, Cancel), Cancel)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Meet_NewGuest_IsStoredAndAuditedAsEfWould(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var person = new TelegramPerson(7, "Пётр Ёл\0кин", "petr_e", "ru");
        var byEf = new Guest("Пётр Ёлкин", venue.Time.GetUtcNow());
        byEf.KnownFromTelegram(8, "Пётр Ёлкин", "petr_e", "ru");

        var (met, isNew) = await venue.Services.GetRequiredService<GuestService>().MeetAsync(person, Cancel);
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                db.Guests.Add(byEf);
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

        Assert.True(isNew);
        await using var db = venue.Store.Open();
        var (read, other) = (
            await db.Guests.SingleAsync(g => g.Id == met.Id, Cancel),
            await db.Guests.SingleAsync(g => g.Id == byEf.Id, Cancel)
        );
        foreach (var property in db.Entry(read).Properties.Where(p => !p.Metadata.IsPrimaryKey()))
            if (property.Metadata.Name != nameof(Guest.TelegramId))
                Assert.Equal(db.Entry(other).Property(property.Metadata.Name).CurrentValue, property.CurrentValue);
        var entries = await db.Audit.Where(a => a.Subject == AuditEntry.Guests).OrderBy(a => a.Id).ToListAsync(Cancel);
        Assert.Equal([$"{met.Id}", $"{byEf.Id}"], entries.Select(a => a.SubjectId));
        Assert.Equal(
            entries[1].After!.Replace("\"telegram_id\":8", "\"telegram_id\":7", StringComparison.Ordinal),
            entries[0].After!.Replace("\\u0000", "", StringComparison.Ordinal)
        );
        Assert.Equal(
            (entries[1].Action, entries[1].ActorKind, entries[1].At, entries[1].Before),
            (entries[0].Action, entries[0].ActorKind, entries[0].At, entries[0].Before)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Change_EveryFact_IsKeptAndFound(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var guest = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "89161234567", Cancel)).Value!;
        var facts = new GuestFacts(
            " Пётр Ёлкин ",
            "8 916 765 43 21",
            "ru",
            "любит у окна",
            ["постоянный", " ПРЕССА ", "пресса"]
        );

        var changed = await venue.GuestNotes.ChangeAsync(TestVenue.Anna, guest.Id, guest.Facts, facts, Cancel);

        Assert.True(changed.Succeeded, changed.Error?.ToString());
        Assert.Equal(
            new GuestFacts("Пётр Ёлкин", "+79167654321", "ru", "любит у окна", ["постоянный", "ПРЕССА"]),
            changed.Value.Facts
        );
        var lists = venue.Services.GetRequiredService<GuestQueries>();
        Assert.Equal(
            guest.Id,
            Assert.Single((await lists.PageAsync(new GuestSearch("елкин петр"), 1, 10, Cancel)).Rows).Id
        );
        Assert.Equal(
            guest.Id,
            Assert.Single((await lists.PageAsync(new GuestSearch("765-43"), 1, 10, Cancel)).Rows).Id
        );
        Assert.Equal(
            guest.Id,
            Assert.Single((await lists.PageAsync(new GuestSearch(Tag: "постоянный"), 1, 10, Cancel)).Rows).Id
        );
        Assert.Empty((await lists.PageAsync(new GuestSearch("123-45"), 1, 10, Cancel)).Rows);
        Assert.Equal(["ПРЕССА", "постоянный"], (await lists.TagsAsync(Cancel)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Change_ByTwoHosts_KeepsBothUnlessTheyMeanTheSame()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var guest = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "89161234567", Cancel)).Value!;
        var seen = guest.Facts;

        Assert.True(
            (
                await venue.GuestNotes.ChangeAsync(
                    TestVenue.Boris,
                    guest.Id,
                    seen,
                    seen with
                    {
                        Notes = "шумный",
                    },
                    Cancel
                )
            ).Succeeded
        );
        var tagged = await venue.GuestNotes.ChangeAsync(
            TestVenue.Anna,
            guest.Id,
            seen,
            seen with
            {
                Tags = ["друг"],
            },
            Cancel
        );
        var clash = await venue.GuestNotes.ChangeAsync(
            TestVenue.Anna,
            guest.Id,
            seen,
            seen with
            {
                Notes = "тихий",
            },
            Cancel
        );

        Assert.Equal(seen with { Notes = "шумный", Tags = ["друг"] }, tagged.Value?.Facts);
        Assert.Equal(new GuestRefusal.GuestChangedMeanwhile("Anna", tagged.Value!.Facts), clash.Error);
    }

    [Theory, OnBothDatabases]
    public async Task Change_ToSomebodyElsesNumber_SaysWhose(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var first = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "89161234567", Cancel)).Value!;
        var second = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Вера", "89160000000", Cancel)).Value!;

        var refused = await venue.GuestNotes.ChangeAsync(
            TestVenue.Anna,
            second.Id,
            second.Facts,
            second.Facts with
            {
                Phone = "+7 916 123 45 67",
            },
            Cancel
        );

        Assert.Equal(new GuestRefusal.PhoneInUse(first.Id, "Пётр"), refused.Error);
    }

    [Fact]
    public async Task Block_ByAManagerWithAReason_StopsTheChatUntilUnblocked()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var guest = await venue.GuestAsync();

        Assert.Equal(
            new CommonRefusal.NotAllowed(Right.ManageGuests),
            (await venue.GuestNotes.BlockAsync(TestVenue.Anna, guest.GuestId, "шумел", Cancel)).Error
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("reason"),
            (await venue.GuestNotes.BlockAsync(Manager, guest.GuestId, " ", Cancel)).Error
        );
        Assert.True((await venue.GuestNotes.BlockAsync(Manager, guest.GuestId, " шумел ", Cancel)).Succeeded);

        Assert.IsType<GuestRefusal.GuestBlocked>(
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(20), Cancel)).Error
        );
        Assert.Equal(
            "шумел",
            (await venue.Services.GetRequiredService<GuestQueries>().ProfileAsync(guest.GuestId, Cancel))?.BlockReason
        );
        Assert.Single(
            (
                await venue
                    .Services.GetRequiredService<GuestQueries>()
                    .PageAsync(new GuestSearch(Filter: GuestFilter.Blocked), 1, 10, Cancel)
            ).Rows
        );
        Assert.True((await venue.GuestNotes.UnblockAsync(Manager, guest.GuestId, Cancel)).Succeeded);
        await venue.BookAsync(guest, 20);
    }

    [Theory, OnBothDatabases]
    public async Task Profile_OfAGuestWithAPast_CountsIt(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        await GuestStandingTests.StayAwayAsync(venue, guest, 1);
        for (var party = 2; party <= 4; party += 2)
        {
            var visit = await venue.BookAsync(guest, 18, table: 5, party: party, day: venue.Today());
            venue.Time.Set(visit.StartsAt.AddMinutes(1));
            await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, visit.Id, null, Cancel);
            await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, visit.Id, null, Cancel);
            venue.Time.Advance(TimeSpan.FromHours(20));
        }

        var canceled = await venue.BookAsync(guest, 20, day: venue.Today());
        await venue.Bookings.Lifecycle.CancelAsync(guest, canceled.Id, null, null, Cancel);
        var next = await venue.BookAsync(guest, 22, day: venue.Today());

        var profile = (await venue.Services.GetRequiredService<GuestQueries>().ProfileAsync(guest.GuestId, Cancel))!;

        Assert.Equal(
            (2, 1, 1, 3.0, 1),
            (profile.Row.Standing.Visits, profile.NoShows, profile.Cancellations, profile.AverageParty, profile.Open)
        );
        Assert.Equal(await venue.TableAsync(5), profile.FavouriteTableId);
        Assert.Equal(next.StartsAt, profile.Row.NextVisit);
        Assert.True(profile.Row.LastVisit < venue.Time.GetUtcNow());
    }

    [Theory, OnBothDatabases]
    public async Task Page_Flagged_ShowsWhoStayedAwayTooOften(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(settings => settings.NoShowFlagCount = 2);
        var (bad, good) = (await venue.GuestAsync(), await venue.GuestAsync(2));
        await GuestStandingTests.StayAwayAsync(venue, bad, 2);
        await GuestStandingTests.StayAwayAsync(venue, good, 1);
        var lists = venue.Services.GetRequiredService<GuestQueries>();

        Assert.Equal(
            bad.GuestId,
            Assert.Single((await lists.PageAsync(new GuestSearch(Filter: GuestFilter.Flagged), 1, 10, Cancel)).Rows).Id
        );
        var all = await lists.PageAsync(new GuestSearch(), 2, 1, Cancel);
        Assert.Equal((2, bad.GuestId), (all.Total, Assert.Single(all.Rows).Id));

        await venue.SettingsAsync(settings => settings.NoShowFlagCount = 0);
        Assert.Empty((await lists.PageAsync(new GuestSearch(Filter: GuestFilter.Flagged), 1, 10, Cancel)).Rows);
    }

    [Fact]
    public async Task FindOrCreateByPhone_NumbersOfTwoCountries_AreTwoGuests()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();

        var abroad = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Linh", "+84 91 234 5678", Cancel)).Value!;
        var here = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "8 491 234-56-78", Cancel)).Value!;

        Assert.NotEqual(abroad.Id, here.Id);
        Assert.Equal(("+84912345678", "+74912345678"), (abroad.Phone, here.Phone));
        // Of another country, the same digits are somebody else's.
        await venue.SettingsAsync(s => s.Country = "VN");
        Assert.Equal(
            abroad.Id,
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Linh", "091 234 56 78", Cancel)).Value!.Id
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("phone"),
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "8 916 123-45-67", Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Page_APhoneNumberWrittenAnyWay_FindsItsGuest(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (guests, lists) = (
            venue.Services.GetRequiredService<GuestService>(),
            venue.Services.GetRequiredService<GuestQueries>()
        );
        var here = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "89161234567", Cancel)).Value!;
        var abroad = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Linh", "+84 91 234 5678", Cancel)).Value!;

        foreach (
            var words in new[]
            {
                "+7 916 123-45-67",
                "8 (916) 123-45-67",
                "8916123",
                "916 123",
                "007 916 123 45 67",
                "\u202a+7\u00a0916\u00a0123\u201145\u201167\u202c",
                "61 23 45",
            }
        )
            Assert.Equal(
                here.Id,
                Assert.Single((await lists.PageAsync(new GuestSearch(words), 1, 10, Cancel)).Rows).Id
            );
        foreach (var words in new[] { "+84 91 234 5678", "0084 91 234", "84912345678", "91 234 56" })
            Assert.Equal(
                abroad.Id,
                Assert.Single((await lists.PageAsync(new GuestSearch(words), 1, 10, Cancel)).Rows).Id
            );
    }

    [Fact]
    public async Task PhoneGuest_IsFoundAgainByTheSameNumberHoweverItIsTyped()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var first = await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "8 (916) 123-45-67", Cancel);
        var again = await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Петя", "+7 916 1234567", Cancel);

        Assert.Equal((first.Value?.Id, "+79161234567"), (again.Value?.Id, again.Value?.Phone));
        Assert.Equal(
            new CommonRefusal.InvalidInput("phone"),
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "call me", Cancel)).Error
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("name"),
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "  ", "89161234567", Cancel)).Error
        );
    }
}
