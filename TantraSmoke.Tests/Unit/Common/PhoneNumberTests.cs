namespace TantraSmoke.Tests.Unit.Common;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("RU", "8 (916) 123-45-67", "+79161234567")]
    [InlineData("RU", "916 123-45-67", "+79161234567")]
    [InlineData("RU", "7 916 123 45 67", "+79161234567")]
    [InlineData("RU", "+84 91 234 5678", "+84912345678")]
    [InlineData("RU", "0084 91 234 5678", "+84912345678")]
    [InlineData("RU", "8 10 84 91 234 5678", "+84912345678")]
    [InlineData("RU", "+86 138 0013 8000", "+8613800138000")]
    [InlineData("VN", "091 234 5678", "+84912345678")]
    [InlineData("VN", "8 916 123-45-67", null)]
    [InlineData("VN", "+7 916 123-45-67", "+79161234567")]
    [InlineData("DE", "030 901820", "+4930901820")]
    [InlineData("RU", "\u202a+7\u00a0916\u00a0123\u201145\u201167\u202c", "+79161234567")]
    [InlineData("RU", "\u20688\u202f916\u2007123\u221245\u201367\u2069", "+79161234567")]
    [InlineData("RU", "123-45-67", null)]
    [InlineData("RU", "+7 916 123-45", null)]
    [InlineData("RU", "+7 916 123-45-67-89", null)]
    [InlineData("RU", "8 916 123-45-67 Иван", null)]
    [InlineData("RU", "+7 800 FLOWERS", null)]
    [InlineData("RU", "12", null)]
    [InlineData("RU", "", null)]
    [InlineData("RU", "+", null)]
    public void Read_AsPeopleWriteIt_IsANumberOfThatCountryOrInternational(
        string country,
        string typed,
        string? number
    ) => Assert.Equal(number, PhoneNumber.Read(typed, country));

    [Theory]
    [InlineData("84912345678", "+84912345678")]
    [InlineData("+84912345678", "+84912345678")]
    [InlineData("79161234567", "+79161234567")]
    [InlineData("89161234567", null)]
    [InlineData("", null)]
    public void ReadInternational_AsTelegramSharesIt_NeedsNoPlus(string shared, string? number) =>
        Assert.Equal(number, PhoneNumber.ReadInternational(shared));

    [Theory]
    [InlineData("+79161234567", "+7 916 123-45-67")]
    [InlineData("+84912345678", "+84 912 345 678")]
    [InlineData("+4930901820", "+49 30 901820")]
    [InlineData("+12025550123", "+1 202-555-0123")]
    [InlineData("+12345", "+12345")]
    [InlineData("+999999999999999", "+999999999999999")]
    public void Written_ANumber_IsInTheGroupsOfItsCountry_OrAsItIs(string number, string written) =>
        Assert.Equal(written, PhoneNumber.Written(number));
}
