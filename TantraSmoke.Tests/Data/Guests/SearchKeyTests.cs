using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Guests;

public sealed class SearchKeyTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("Мария", "Maria", "Mariya")]
    [InlineData("Фёдор", "Федор", "Fyodor", "Fedor")]
    [InlineData("Наталья", "Natalya", "Natalia", "Наталия")]
    [InlineData("Дмитрий", "Dmitry", "Dmitriy", "Dmitrii")]
    [InlineData("Юлия", "Yulia", "Julia", "Iuliia")]
    [InlineData("Анна", "Anna", "Ана")]
    [InlineData("Щукин", "Shchukin", "Schukin")]
    [InlineData("Филипп", "Philip", "Filipp")]
    [InlineData("Алекс", "Alex")]
    [InlineData("Хохлов", "Khokhlov", "Hohlov")]
    [InlineData("  Жанна Ким ", "zhanna KIM")]
    public void Of_OneNameInManySpellings_IsTheSame(params string[] spellings) =>
        Assert.Single(spellings.Select(SearchKey.Of).Distinct());

    [Theory]
    [InlineData("Мария", "Марина")]
    [InlineData("Анна", "Инна")]
    public void Of_OtherNames_Differs(string one, string other) =>
        Assert.NotEqual(SearchKey.Of(one), SearchKey.Of(other));

    [Theory, OnBothDatabases]
    public async Task Search_InAnotherAlphabetOrWithATypo_FindsTheGuest_AndExactHitsStandAlone(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var number = 10;
        foreach (var name in new[] { "Мария Никитина", "Марина Орлова", "Fyodor O_Brien" })
            Assert.NotNull(
                (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, name, $"8 916 123-45-{number++}", Cancel)).Value
            );

        foreach (
            var words in new[]
            {
                "maria",
                "MARIYA nikitina",
                "мария",
                "ария",
                "никтина",
                "никиитна",
                "никитинна",
                "нокитина",
                "Nikitnia",
            }
        )
            Assert.Equal("Мария Никитина", Assert.Single(await FoundAsync(words)));
        Assert.Equal("Fyodor O_Brien", Assert.Single(await FoundAsync("фёдор")));
        Assert.Equal("Fyodor O_Brien", Assert.Single(await FoundAsync("o_brian")));
        Assert.Equal("Марина Орлова", Assert.Single(await FoundAsync("45-11")));
        Assert.Equal(["Марина Орлова", "Мария Никитина"], (await FoundAsync("мари")).Order(StringComparer.Ordinal));
        foreach (var words in new[] { "иван", "ми%ия", "4599", "никитина иван" })
            Assert.Empty(await FoundAsync(words));

        async Task<IEnumerable<string?>> FoundAsync(string words) =>
            (
                await venue.Services.GetRequiredService<GuestQueries>().PageAsync(new GuestSearch(words), 1, 10, Cancel)
            ).Rows.Select(row => row.Name);
    }
}
