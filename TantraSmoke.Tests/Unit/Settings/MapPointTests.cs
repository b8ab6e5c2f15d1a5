using TantraSmoke.Web.Features.Settings;

namespace TantraSmoke.Tests.Unit.Settings;

public sealed class MapPointTests
{
    [Theory]
    [InlineData("55.7602, 37.6486")]
    [InlineData("  55.7602 37.6486 ")]
    [InlineData("55,7602; 37,6486")]
    [InlineData("55,7602 37,6486")]
    [InlineData("(55.7602, 37.6486)")]
    [InlineData("55.7602° N, 37.6486° E")]
    [InlineData("geo:55.7602,37.6486?z=17")]
    // The place, not the middle of the map around it.
    [InlineData(
        "https://www.google.com/maps/place/Lounge/@55.7,37.6,17z/data=!3m1!4b1!4m6!3m5!1s0x0:"
            + "0x0!8m2!3d55.7602!4d37.6486!16s"
    )]
    [InlineData("https://www.google.ru/maps/@55.7602,37.6486,17z?entry=ttu")]
    [InlineData("https://www.google.com/maps/search/?api=1&query=55.7602%2C37.6486")]
    [InlineData("https://maps.google.com/?q=55.7602,37.6486")]
    [InlineData("https://maps.google.com/maps?q=loc:55.7602,+37.6486")]
    [InlineData("https://www.google.com/maps/search/55.7602,+37.6486")]
    [InlineData("https://yandex.ru/maps/213/moscow/?ll=37.6%2C55.7&pt=37.6486,55.7602&z=17")]
    [InlineData("https://yandex.ru/maps/213/moscow/?ll=37.6486%2C55.7602&mode=search&z=17")]
    [InlineData(
        "https://yandex.com/maps/?ll=37.6%2C55.7&whatshere%5Bpoint%5D=37.6486%2C55.7602&whatshere%5Bzoom%5D=17"
    )]
    [InlineData("https://yandex.ru/maps/?text=55.7602%2C37.6486&z=12")]
    [InlineData("https://maps.apple.com/?ll=55.7602,37.6486&q=Lounge")]
    [InlineData("https://maps.apple.com/place?coordinate=55.7602,37.6486&name=Lounge")]
    [InlineData("https://www.openstreetmap.org/?mlat=55.7602&mlon=37.6486#map=17/55.7/37.6")]
    [InlineData("https://www.openstreetmap.org/#map=17/55.7602/37.6486")]
    [InlineData("https://2gis.ru/moscow/geo/4504235282733411/37.6486%2C55.7602?m=37.6%2C55.7%2F17")]
    public void Read_APlace_IsFound(string text) => Assert.Equal(new MapPoint(55.7602, 37.6486), MapPoint.Read(text));

    [Theory]
    [InlineData("https://www.google.com/maps/@-33.8568,-151.2153,15z")]
    [InlineData("−33.8568, −151.2153")]
    public void Read_SouthAndWest_AreNegative(string text) =>
        Assert.Equal(new MapPoint(-33.8568, -151.2153), MapPoint.Read(text));

    [Theory]
    [InlineData("", false)]
    [InlineData("Москва, ул. Покровка, 1", false)]
    [InlineData("55.7602", false)]
    [InlineData("155.7602, 37.6486", false)]
    [InlineData("https://example.org/?page=1,2", false)]
    [InlineData("https://maps.app.goo.gl/AbCdEf123", true)]
    [InlineData("https://yandex.ru/maps/-/CDRxyz12", true)]
    [InlineData("https://go.2gis.com/abc", true)]
    public void Read_WithoutAPlace_IsNothing(string text, bool isShort)
    {
        Assert.Null(MapPoint.Read(text));
        Assert.Equal(isShort, MapPoint.IsShort(text));
    }
}
