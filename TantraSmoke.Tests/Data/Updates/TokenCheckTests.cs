using TantraSmoke.Bot.BotApi;

namespace TantraSmoke.Tests.Data.Updates;

public sealed class TokenCheckTests
{
    private const string Unknown = "1000000001:AAF-somebody-elses-token-35-characters";

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Ask_AGoodAWrongAndNoToken_SaysWhatTelegramSays()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["TELEGRAM_API_URL"] = telegram.Url }
        );
        var check = new TokenCheck(venue.Store, venue.Installation);

        var works = Assert.IsType<TokenAnswer.Works>(
            (await check.AskAsync(TestVenue.Boris, $" {telegram.Token} ", Cancel)).Value
        );
        Assert.NotEmpty(works.Username);
        Assert.IsType<TokenAnswer.Refused>((await check.AskAsync(TestVenue.Boris, Unknown, Cancel)).Value);
        Assert.IsType<TokenAnswer.Refused>((await check.AskAsync(TestVenue.Boris, "123456789:mistyped", Cancel)).Value);
        Assert.Equal(3, telegram.Count("getMe"));

        Assert.IsType<TokenAnswer.NoToken>((await check.AskAsync(TestVenue.Boris, "my bot", Cancel)).Value);
        Assert.IsType<TokenAnswer.NoToken>((await check.AskAsync(TestVenue.Boris, null, Cancel)).Value);
        Assert.Equal(3, telegram.Count("getMe"));
        telegram.AssertAllRequestsMatchFacts();
    }

    [Fact]
    public async Task Ask_TelegramInTrouble_SaysSoWithoutTheToken()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?> { ["TELEGRAM_API_URL"] = telegram.Url }
        );
        telegram.FailNext("getMe", Fault.Garbage);

        var silent = Assert.IsType<TokenAnswer.Silent>(
            (
                await new TokenCheck(venue.Store, venue.Installation).AskAsync(TestVenue.Boris, telegram.Token, Cancel)
            ).Value
        );

        Assert.NotEmpty(silent.Reason);
        Assert.DoesNotContain(telegram.Token.Split(':')[1], silent.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ByAManager_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);

        var refused = await new TokenCheck(venue.Store, venue.Installation).AskAsync(
            new Actor.Staff(3, StaffRole.Manager, "Marat"),
            Unknown,
            Cancel
        );

        Assert.Equal(new CommonRefusal.NotAllowed(Right.EditSettings), refused.Error);
    }
}
