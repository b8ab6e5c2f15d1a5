using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Web.Features.Bookings;

public sealed class BookingFilterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("пётр")]
    [InlineData("елкин")]
    [InlineData("ЁЛК")]
    [InlineData("@petr")]
    [InlineData("PETR_E")]
    [InlineData("k7pw")]
    [InlineData("8 (916) 123-45-67")]
    [InlineData("+7 916 123")]
    [InlineData("4567")]
    public void Shows_WordsOfTheBooking_True(string words) => Assert.True(new BookingFilter(words, null).Shows(Samples.Booking));

    [Theory]
    [InlineData("Иван")]
    [InlineData("45")]
    [InlineData("999")]
    [InlineData("8 917 123 45 67")]
    [InlineData("k7x")]
    public void Shows_OtherWords_False(string words) => Assert.False(new BookingFilter(words, null).Shows(Samples.Booking));

    [Fact]
    public void Shows_OtherStatus_False()
    {
        Assert.True(new BookingFilter("", BookingStatus.Confirmed).Shows(Samples.Booking));
        Assert.False(new BookingFilter("", BookingStatus.Seated).Shows(Samples.Booking));
    }
}
