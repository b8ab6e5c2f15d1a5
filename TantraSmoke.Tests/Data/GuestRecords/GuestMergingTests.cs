using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Tests.Data.Guests;

namespace TantraSmoke.Tests.Data.GuestRecords;

public sealed class GuestMergingTests
{
    private static readonly Actor.Staff Manager = new(3, StaffRole.Manager, "Maria");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Merge_PhoneGuestWithTelegramGuest_LeavesTheOneInTelegramWithEverything(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var telegram = await venue.GuestAsync();
        var phone = await PhoneGuestAsync(venue, "Ира", "89161234567");
        await venue.GuestNotes.ChangeAsync(
            Manager,
            phone.Id,
            phone.Facts,
            phone.Facts with
            {
                Notes = "у окна",
                Tags = ["друг"],
            },
            Cancel
        );
        var booking = await BookForAsync(venue, phone.Id, 20);
        await GuestStandingTests.StayAwayAsync(venue, telegram, 1);

        var preview = await venue.Merging.PreviewMergeAsync(Manager, phone.Id, telegram.GuestId, Cancel);
        var merged = await venue.Merging.MergeAsync(Manager, phone.Id, telegram.GuestId, Cancel);

        Assert.Equal(
            (telegram.GuestId, phone.Id, 1),
            (preview.Value!.Keep.Id, preview.Value.Gone.Id, preview.Value.Bookings)
        );
        Assert.True(merged.Succeeded, merged.Error?.ToString());
        var kept = merged.Value.Facts;
        Assert.Equal(
            (telegram.GuestId, "+79161234567", "у окна", "друг"),
            (merged.Value.Id, kept.Phone, kept.Notes, Assert.Single(kept.Tags))
        );
        Assert.Equal(telegram.GuestId, (await venue.Queries.FindAsync(Manager, booking.Id, Cancel))!.GuestId);
        var queries = venue.Services.GetRequiredService<GuestQueries>();
        var rows = (await queries.PageAsync(new GuestSearch(), 1, 10, Cancel)).Rows;
        Assert.Equal((telegram.GuestId, 1), (Assert.Single(rows).Id, rows[0].Standing.NoShows));
        Assert.Equal(telegram.GuestId, (await queries.ProfileAsync(phone.Id, Cancel))!.MergedIntoId);
    }

    [Theory, OnBothDatabases]
    public async Task Merged_AskedForByPhoneOrSeenInTelegram_IsTheOneWhoRemains(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var telegram = await venue.GuestAsync();
        var facts = (await guests.RegisterAsync(new TelegramPerson(1001, "Ирина 1", "guest1", "ru"), Cancel)).Facts;
        await venue.GuestNotes.ChangeAsync(
            Manager,
            telegram.GuestId,
            facts,
            facts with
            {
                Phone = "89160000000",
            },
            Cancel
        );
        var (phone, second) = (
            await PhoneGuestAsync(venue, "Ира", "89161234567"),
            await PhoneGuestAsync(venue, "Ирочка", "89162222222")
        );
        Assert.True((await venue.Merging.MergeAsync(Manager, phone.Id, second.Id, Cancel)).Succeeded);
        Assert.True((await venue.Merging.MergeAsync(Manager, phone.Id, telegram.GuestId, Cancel)).Succeeded);

        Assert.Equal(telegram.GuestId, (await PhoneGuestAsync(venue, "Кто-то", "89161234567")).Id);
        Assert.Equal(telegram.GuestId, (await PhoneGuestAsync(venue, "Кто-то", "89162222222")).Id);
        Assert.Equal(
            telegram.GuestId,
            (await guests.RegisterAsync(new TelegramPerson(1001, "Ирина Новая", "guest1", "ru"), Cancel)).Id
        );
        var page = await venue
            .Services.GetRequiredService<GuestQueries>()
            .PageAsync(new GuestSearch("222-22"), 1, 10, Cancel);
        Assert.Equal(telegram.GuestId, Assert.Single(page.Rows).Id);
        var profile = (await venue.Services.GetRequiredService<GuestQueries>().ProfileAsync(telegram.GuestId, Cancel))!;
        Assert.Equal(("+79160000000", "Ирина Новая"), (profile.Facts.Phone, profile.Facts.Name));
        Assert.Equal(["+79161234567", "+79162222222"], profile.OtherPhones.Order());
    }

    [Fact]
    public async Task Merge_TwoInTelegram_OneChatIsChosen_AndWhoWritesFromEitherIsTheSame()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var (first, second) = (await venue.GuestAsync(), await venue.GuestAsync(2));

        var preview = (await venue.Merging.PreviewMergeAsync(Manager, second.GuestId, first.GuestId, Cancel)).Value!;
        Assert.Equal((second.GuestId, first.GuestId, true), (preview.Keep.Id, preview.Gone.Id, preview.HasTwoChats));
        Assert.Equal(
            second.GuestId,
            (await venue.Merging.MergeAsync(Manager, second.GuestId, first.GuestId, Cancel)).Value?.Id
        );

        Assert.Equal(second.GuestId, (await guests.ByTelegramAsync(1001, Cancel))!.GuestId);
        var renamed = new TelegramPerson(1001, "Another Name", null, "en");
        Assert.Equal(second.GuestId, (await guests.RegisterAsync(renamed, Cancel)).Id);
        Assert.Equal(second.GuestId, (await guests.RegisterAsync(renamed, Cancel)).Id);
    }

    [Fact]
    public async Task Merge_TheSameOrByAHost_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var (first, second) = (await venue.GuestAsync(), await venue.GuestAsync(2));

        Assert.IsType<GuestRefusal.GuestNotFound>(
            (await venue.Merging.MergeAsync(Manager, first.GuestId, first.GuestId, Cancel)).Error
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            (await venue.Merging.MergeAsync(TestVenue.Anna, first.GuestId, second.GuestId, Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Merge_WhileBothAreBookedFor_LosesNoBookingAndDoublesNoTable(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        await venue.SettingsAsync(settings => settings.ActiveBookingsPerGuest = 100);
        var telegram = await venue.GuestAsync();
        var phone = await PhoneGuestAsync(venue, "Ира", "89161234567");
        int[] hours = [16, 18, 20, 22];
        var requests = new List<Func<Task<Outcome<Booking>>>>();
        for (var day = 1; day <= 3; day++)
        {
            foreach (var hour in hours)
            {
                var forPhone = await venue.RequestAsync(hour, day: TestVenue.Day.AddDays(day), guest: phone.Id) with
                {
                    Source = BookingSource.Phone,
                };
                var own = await venue.RequestAsync(hour, day: TestVenue.Day.AddDays(day));
                requests.Add(() => venue.Bookings.Book.CreateAsync(TestVenue.Anna, forPhone, Cancel));
                requests.Add(() => venue.Bookings.Book.CreateAsync(telegram, own, Cancel));
            }
        }

        var booking = Task.WhenAll(requests.Select(request => Task.Run(request, Cancel)));
        var merged = await Task.Run(
            () => venue.Merging.MergeAsync(Manager, telegram.GuestId, phone.Id, Cancel),
            Cancel
        );

        Assert.True(merged.Succeeded, merged.Error?.ToString());
        Assert.All(await booking, outcome => Assert.True(outcome.Succeeded, outcome.Error?.ToString()));
        Assert.Equal(
            requests.Count,
            await venue.Store.ReadAsync(
                db => db.Bookings.CountAsync(b => b.GuestId == telegram.GuestId, Cancel),
                Cancel
            )
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Undo_OfAChangeBeforeTheMerge_KeepsTheGuestWhoRemains()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var telegram = await venue.GuestAsync();
        var phone = await PhoneGuestAsync(venue, "Ира", "89161234567");
        var booking = await BookForAsync(venue, phone.Id, 20);
        await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { Comment = "окно" }),
            Cancel
        );
        await venue.Merging.MergeAsync(Manager, telegram.GuestId, phone.Id, Cancel);

        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);

        Assert.Equal((telegram.GuestId, Samples.Details.Comment), (undone.Value!.GuestId, undone.Value.Comment));
    }

    [Fact]
    public async Task Merge_GuestWhoAddsNothingNew_IsHeardOfByWhoShowsTheOneWhoRemains()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (keep, gone) = (
            await PhoneGuestAsync(venue, "Ира", "89161234567"),
            await PhoneGuestAsync(venue, "Ирина", "89161234568")
        );
        using var changes = venue.Services.GetRequiredService<VenueFeed>().Subscribe();

        await venue.Merging.MergeAsync(Manager, keep.Id, gone.Id, Cancel);

        await foreach (var batch in changes.ReadAllAsync(TimeProvider.System, Cancel))
        {
            Assert.Contains(new VenueChange(ChangeKind.Guest, keep.Id.ToString(CultureInfo.InvariantCulture)), batch);
            break;
        }
    }

    internal static async Task<Guest> PhoneGuestAsync(TestVenue venue, string name, string phone)
    {
        var found = await venue
            .Services.GetRequiredService<GuestService>()
            .FindOrCreateByPhoneAsync(TestVenue.Anna, name, phone, Cancel);
        Assert.True(found.Succeeded, found.Error?.ToString());
        return found.Value;
    }

    internal static async Task<Booking> BookForAsync(TestVenue venue, long guestId, int hour)
    {
        var request = await venue.RequestAsync(hour) with
        {
            Source = BookingSource.Phone,
            Details = Samples.Details with { GuestId = guestId },
        };
        var booked = await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel);
        Assert.True(booked.Succeeded, booked.Error?.ToString());
        return booked.Value;
    }
}
