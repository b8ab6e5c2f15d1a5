using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Unit.Bookings;

public sealed class BookingUrlTests
{
    private static readonly BookingSearch Today = new() { From = TestVenue.Day, To = TestVenue.Day };

    public static TheoryData<BookingSearch, int?, string> Examples =>
        new()
        {
            { Today, null, "" },
            { new BookingSearch(), null, "?days=all" },
            { new BookingSearch(), 3, "?days=all&page=3" },
            { Today with { To = TestVenue.Day.AddDays(6) }, null, "?from=2026-11-20&to=2026-11-26" },
            {
                new BookingSearch { From = TestVenue.Day },
                null,
                "?from=2026-11-20"
            },
            {
                new BookingSearch { To = TestVenue.Day },
                null,
                "?to=2026-11-20"
            },
            {
                Today with
                {
                    Words = "ёлкин & co",
                    Status = BookingStatus.NoShow,
                },
                null,
                "?q=%D1%91%D0%BB%D0%BA%D0%B8%D0%BD%20%26%20co&status=noshow"
            },
            {
                Today with
                {
                    Source = BookingSource.WalkIn,
                    HallId = 2,
                    MinParty = 4,
                    MaxParty = 4,
                },
                null,
                "?source=walkin&hall=2&party=4"
            },
            { Today, 1, "?page=1" },
            { Today with { Sort = BookingSort.Guest, IsDescending = true }, null, "?sort=-guest" },
            { Today with { Sort = BookingSort.Booked }, 2, "?sort=booked&page=2" },
            { Today with { MinParty = 7 }, null, "?party=7-" },
            { Today with { MinParty = 2, MaxParty = 4 }, null, "?party=2-4" },
        };

    [Theory, MemberData(nameof(Examples))]
    public void WriteAndRead_AnySearch_ComeBackTheSame(BookingSearch search, int? page, string url)
    {
        Assert.Equal(url, BookingUrl.Write(search, TestVenue.Day, page));
        Assert.Equal((search, page), BookingUrl.Read(url, TestVenue.Day));
    }

    [Theory]
    [InlineData("?from=yesterday&status=lost&hall=x&party=many&page=-1")]
    [InlineData("?status=99&page=0")]
    [InlineData("?sort=shoe-size")]
    [InlineData("?sort=-")]
    [InlineData("?sort=1,2")]
    [InlineData("?to=")]
    [InlineData("?from=0001-01-01")]
    [InlineData("?to=9999-12-31")]
    public void Read_WhatNobodyCanRead_IsToday(string query) =>
        Assert.Equal((Today, null), BookingUrl.Read(query, TestVenue.Day));

    [Fact]
    public void Read_AnEndBeforeTheBeginning_IsThatOneDay() =>
        Assert.Equal(Today, BookingUrl.Read("?from=2026-11-20&to=2026-11-01", TestVenue.Day).Search);
}
