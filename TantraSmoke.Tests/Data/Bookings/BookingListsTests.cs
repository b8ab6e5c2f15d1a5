using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingListsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Page_ByWords_FindsNamePhoneUsernameAndCode(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var telegram = await guests.RegisterAsync(new TelegramPerson(7, "Ёлкин Пётр", "petr_e", "ru"), Cancel);
        var phone = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Вера", "8 916 123-45-67", Cancel)).Value!;
        var own = await venue.BookAsync(new Actor.Guest(telegram.Id, telegram.Name), 20);
        var called = (
            await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(18, guest: phone.Id), Cancel)
        ).Value!;

        foreach (
            var words in new[] { "елкин", "ПЁТР ёлк", "@petr", "Petr_E", own.Code, own.Code.ToLowerInvariant()[..4] }
        )
            Assert.Equal([own.Code], await CodesAsync(venue, new BookingSearch { Words = words }));
        foreach (var words in new[] { "вера", "8 (916) 123-45-67", "+7 916 123", "4567", called.Code })
            Assert.Equal([called.Code], await CodesAsync(venue, new BookingSearch { Words = words }));
        foreach (var words in new[] { "иван", "8 917 123 45 67", own.Code + "X", "%", "_" + own.Code })
            Assert.Empty(await CodesAsync(venue, new BookingSearch { Words = words }));
    }

    [Theory, OnBothDatabases]
    public async Task Page_ByFilters_ShowsOnlyThose(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var catalog = await venue.CatalogAsync();
        var hall = catalog.Halls.First(h => catalog.Tables.Any(t => t.HallId == h.Id));
        var table = catalog.Tables.First(t => t.HallId == hall.Id);
        var today = await venue.BookAsync(guest, 20, table.Number, party: 1);
        var tomorrow = await venue.BookAsync(TestVenue.Anna, 20, party: 4, day: TestVenue.Day.AddDays(1));
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, tomorrow.Id, null, null, Cancel);

        await Only(today, new BookingSearch { From = TestVenue.Day, To = TestVenue.Day });
        await Only(tomorrow, new BookingSearch { From = TestVenue.Day.AddDays(1) });
        await Only(today, new BookingSearch { To = TestVenue.Day });
        await Only(tomorrow, new BookingSearch { Status = BookingStatus.Canceled });
        await Only(today, new BookingSearch { Source = BookingSource.Telegram, Status = BookingStatus.Booked });
        await Only(tomorrow, new BookingSearch { MinParty = 2, MaxParty = 4 });
        await Only(today, new BookingSearch { MaxParty = 1, HallId = hall.Id });
        await Only(today, new BookingSearch { GuestId = guest.GuestId });
        Assert.Empty(await CodesAsync(venue, new BookingSearch { HallId = -1 }));

        async Task Only(Booking booking, BookingSearch search) =>
            Assert.Equal([booking.Code], await CodesAsync(venue, search));
    }

    [Theory, OnBothDatabases]
    public async Task Page_OfMany_IsCutInAStableOrderAndCounted(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booked = new List<Booking>();
        foreach (var hour in (int[])[16, 18])
        {
            for (var table = 1; table <= 5; table++)
                booked.Add(await venue.BookAsync(TestVenue.Anna, hour, table, party: 1));
        }

        // Those of one time have an order of their own, by id.
        var expected = booked
            .OrderBy(b => b.StartsAt)
            .ThenBy(b => b.Id.ToString(), StringComparer.Ordinal)
            .Select(b => b.Code)
            .ToList();

        var search = new BookingSearch { From = TestVenue.Day };
        var lists = venue.Services.GetRequiredService<BookingLists>();
        var seen = new List<string>();
        for (var page = 1; page <= 4; page++)
            seen.AddRange((await lists.PageAsync(search, page, 3, Cancel)).Rows.Select(row => row.Code));

        Assert.Equal(expected, seen);
        var first = await lists.PageAsync(search with { Status = BookingStatus.Booked }, 1, 3, Cancel);
        Assert.Equal((10, 10), (first.Total, first.ByStatus[BookingStatus.Booked]));
        Assert.Equal(expected[^1], (await lists.PageAsync(new BookingSearch(), 1, 3, Cancel)).Rows[0].Code);
    }

    [Theory, OnBothDatabases]
    public async Task Page_Sorted_IsInThatOrderInBothDirections(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var nobody = await venue.BookAsync(TestVenue.Anna, 20, 1, party: 1);
        var vera = await CalledAsync("Вера", "8 916 123-45-67", 18, 3);
        venue.Time.Advance(TimeSpan.FromMinutes(1));
        var anna = await CalledAsync("анна", "8 916 123-45-68", 18, 2);

        await Sorted(BookingSort.Guest, false, anna, vera, nobody);
        await Sorted(BookingSort.Guest, true, vera, anna, nobody);
        await Sorted(BookingSort.Party, false, nobody, anna, vera);
        await Sorted(BookingSort.Party, true, vera, anna, nobody);
        await Sorted(BookingSort.Booked, true, anna, vera, nobody);
        Assert.Equal(
            nobody.Code,
            (await CodesAsync(venue, new BookingSearch { Sort = BookingSort.Time, IsDescending = true }))[0]
        );

        async Task<Booking> CalledAsync(string name, string phone, int hour, int party)
        {
            var guest = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, name, phone, Cancel)).Value!;
            var request = await venue.RequestAsync(hour, party: party, guest: guest.Id);
            return (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel)).Value!;
        }

        async Task Sorted(BookingSort sort, bool isDescending, params Booking[] expected) =>
            Assert.Equal(
                expected.Select(booking => booking.Code),
                await CodesAsync(
                    venue,
                    new BookingSearch
                    {
                        From = TestVenue.Day,
                        Sort = sort,
                        IsDescending = isDescending,
                    }
                )
            );
    }

    [Theory, OnBothDatabases]
    public async Task PageAt_AnInstant_IsWhereTheFirstBookingStandsThatIsNotOver(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var lists = venue.Services.GetRequiredService<BookingLists>();
        var day = new BookingSearch { From = TestVenue.Day, To = TestVenue.Day };
        Assert.Equal(1, await lists.PageAtAsync(day, TestVenue.Friday, 2, Cancel));
        foreach (var hour in (int[])[16, 18, 20])
            await venue.BookAsync(TestVenue.Anna, hour, 1, party: 1);
        var starts = (await lists.PageAsync(day, 1, 10, Cancel)).Rows.Select(row => row.StartsAt).ToList();

        Assert.Equal(1, await lists.PageAtAsync(day, starts[0], 2, Cancel));
        Assert.Equal(1, await lists.PageAtAsync(day, starts[1], 2, Cancel));
        Assert.Equal(2, await lists.PageAtAsync(day, starts[2], 2, Cancel));
        Assert.Equal(2, await lists.PageAtAsync(day, starts[2].AddDays(1), 2, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Export_OfTheSameSearch_IsEveryPage_AndNeedsTheRight(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var lists = venue.Services.GetRequiredService<BookingLists>();
        for (var table = 1; table <= 5; table++)
            await venue.BookAsync(TestVenue.Anna, 18, table, party: 1);
        var search = new BookingSearch { From = TestVenue.Day };

        Assert.IsType<CommonRefusal.NotAllowed>((await lists.ExportAsync(TestVenue.Anna, search, Cancel)).Error);
        var export = (await lists.ExportAsync(TestVenue.Boris, search, Cancel)).Value!;

        Assert.Equal(5, export.Total);
        var rows = new List<string>();
        await foreach (var row in export.Rows)
            rows.Add(row.Code);
        Assert.Equal(await CodesAsync(venue, search), rows);
    }

    [Theory, OnBothDatabases]
    public async Task Story_OfAChangedBooking_TellsWhoAndFromWhatToWhat(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (guest, other) = (await venue.GuestAsync(), await venue.GuestAsync(2));
        var booking = await venue.BookAsync(guest, 20, table: 5);
        await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { PartySize = 3, GuestId = other.GuestId }),
            Cancel
        );
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Boris,
            booking.Id,
            null,
            new MoveRequest(TableIds: [await venue.TableAsync(6)]),
            Cancel
        );
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);

        var story = await venue.Services.GetRequiredService<BookingLists>().StoryAsync(booking.Id, Cancel);

        Assert.Equal(
            [BookingAction.Undone, BookingAction.Moved, BookingAction.Edited, BookingAction.Created],
            story.Select(change => change.Line.Action)
        );
        Assert.Equal(
            (2, 3, guest.Name, other.Name),
            (
                story[2].Before?.Details?.PartySize,
                story[2].After?.Details?.PartySize,
                story[2].GuestBefore,
                story[2].GuestAfter
            )
        );
        Assert.Equal("Boris", story[1].Line.ActorName);
        Assert.Equal(
            (await venue.TableAsync(5), await venue.TableAsync(6)),
            (story[1].Before!.Place.TableIds[0], story[1].After!.Place.TableIds[0])
        );
        Assert.Equal(await venue.TableAsync(5), story[0].After!.Place.TableIds[0]);
        Assert.Null(story[3].Before);
    }

    [Theory, OnBothDatabases]
    public async Task Page_BeyondAllNumbersOrWithAThousandWords_IsEmptyAndFailsNothing(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        await venue.BookAsync(guest, 20);
        var (lists, guests) = (
            venue.Services.GetRequiredService<BookingLists>(),
            venue.Services.GetRequiredService<GuestQueries>()
        );
        var words = string.Join(' ', Enumerable.Range(0, 1_500).Select(number => $"w{number}"));

        Assert.Equal((0, 1), Counted(await lists.PageAsync(new BookingSearch(), 50_000_001, 50, Cancel)));
        Assert.Empty((await guests.PageAsync(new GuestSearch(), 50_000_001, 50, Cancel)).Rows);
        Assert.Equal((0, 0), Counted(await lists.PageAsync(new BookingSearch { Words = words }, 1, 50, Cancel)));
        Assert.Empty((await guests.PageAsync(new GuestSearch(words), 1, 50, Cancel)).Rows);

        static (int Rows, int Total) Counted(BookingPage page) => (page.Rows.Count, page.Total);
    }

    private static async Task<List<string>> CodesAsync(TestVenue venue, BookingSearch search) =>
        [
            .. (await venue.Services.GetRequiredService<BookingLists>().PageAsync(search, 1, 50, Cancel)).Rows.Select(
                row => row.Code
            ),
        ];
}
