using TantraSmoke.Web.Logging;

namespace TantraSmoke.Tests.Unit.Logging;

public sealed class RedactorTests
{
    private static readonly Redactor File = new(["p@ss word+1", "ab"], alsoPersonal: true);
    private static readonly Redactor Screen = new(["p@ss word+1"], alsoPersonal: false);

    [Theory]
    [InlineData(
        "POST https://api.telegram.org/bot123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc/getMe failed",
        "AAEhBO"
    )]
    [InlineData("?url=bot123456789%3AAAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc", "AAEhBO")]
    [InlineData("Host=db;Username=host;Password=hunter2;Database=venue", "hunter2")]
    [InlineData("Host=db;PASSWORD = 'hun ter2';Database=venue", "ter2")]
    [InlineData("{\"password\":\"hunter2\"}", "hunter2")]
    [InlineData("client_secret=GOCSPX-x&grant_type=code", "GOCSPX")]
    [InlineData("redis://user:hunter2@cache:6379/0", "hunter2")]
    [InlineData("tried p@ss word+1 in vain", "p@ss")]
    [InlineData("tried p%40ss%20word%2B1 in vain", "p%40ss")]
    public void Redact_SecretForFileOrScreen_IsMasked(string text, string secret)
    {
        Assert.All(
            new[] { File, Screen },
            redactor =>
            {
                Assert.DoesNotContain(secret, redactor.Redact(text), StringComparison.Ordinal);
                Assert.Contains("***", redactor.Redact(text), StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("guest +79991234567 booked", "guest *** booked")]
    [InlineData("guest 79991234567 booked", "guest *** booked")]
    [InlineData("guest 9991234567 booked", "guest *** booked")]
    [InlineData("+7 (999) 123-45-67", "***")]
    [InlineData("8(999)123-45-67.", "***.")]
    [InlineData("8 - 999 - 123 - 45 - 67", "***")]
    [InlineData("999 123-45-67, у окна", "***, у окна")]
    [InlineData("+49 30 123456", "***")]
    [InlineData("+49.30.1234567", "***")]
    [InlineData("phone=%2B79991234567&x=1", "phone=***&x=1")]
    [InlineData("{\"phone_number\":\"\\u002B79991234567\"}", "{\"phone_number\":\"***\"}")]
    [InlineData("tel:79991234567", "tel:***")]
    [InlineData("телефон89991234567", "телефон***")]
    [InlineData("http://localhost:5080/sign-in/link?token=a1B2-c3_d4", "http://localhost:5080/sign-in/link?token=***")]
    [InlineData(
        "/sign-in?returnUrl=%2Fsign-in%2Flink%3Ftoken%3Da1B2-c3_d4",
        "/sign-in?returnUrl=%2Fsign-in%2Flink%3Ftoken%3D***"
    )]
    public void Redact_PersonalForFile_IsMasked(string text, string masked) => Assert.Equal(masked, File.Redact(text));

    [Theory]
    [InlineData("Now listening on: http://127.0.0.1:5080")]
    [InlineData("from 192.168.100.100 to 10.255.255.255")]
    [InlineData("booking 42 moved from 2026-11-20 22:00 to 2026-11-21T23:30:00.1234567Z")]
    [InlineData("day 20.11.2026 22:00")]
    [InlineData("chat -1001234567890 answered in 123 ms")]
    [InlineData("request 3f2504e0-4f89-11d3-9a0c-030512345678")]
    [InlineData("update 123456789 took 0.1234567890123 s")]
    [InlineData("cabs and tables")]
    public void Redact_HarmlessText_StaysAsItIs(string text) => Assert.Equal(text, File.Redact(text));

    [Fact]
    public void Redact_SignInLinkForScreen_StaysReadable()
    {
        const string Link = "http://localhost:5080/sign-in/link?token=a1B2-c3_d4";

        Assert.Equal(Link, Screen.Redact(Link));
    }
}
