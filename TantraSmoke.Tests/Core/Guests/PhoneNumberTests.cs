using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Core.Guests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+79161234567", "+7 916 123-45-67")]
    [InlineData("+4930901820", "+49 30 901820")]
    [InlineData("+12025550123", "+1 202-555-0123")]
    [InlineData("+12345", "+12345")]
    [InlineData("+999999999999999", "+999999999999999")]
    public void Written_ANumber_IsInTheGroupsOfItsCountry_OrAsItIs(string number, string written) => Assert.Equal(written, PhoneNumber.Written(number));
}
