using TantraSmoke.Web.Features.MiniApp;

namespace TantraSmoke.Tests.Unit.MiniApp;

public sealed class InitDataTests
{
    private const string Token = "1000000001:AAF-fake-server-token-35-characters";
    private static readonly DateTimeOffset Now = TestVenue.Friday;

    [Fact]
    public void Read_WhatTelegramHasSigned_IsWhoOpenedIt()
    {
        var (data, fault) = InitData.Read(TelegramApp.InitData(Token, 42, "Вера & Ко", Now, "ru-RU"), Token, Now);

        Assert.Equal(InitDataFault.None, fault);
        Assert.Equal(
            (42, "Вера & Ко", "user42", "ru-RU"),
            (data!.Person.Id, data.Person.Name, data.Person.Username, data.Person.Language)
        );
    }

    [Fact]
    public void Read_AnExampleMadeElsewhere_IsTaken()
    {
        // Made with Python: hmac.new(hmac.new(b"WebAppData", token, sha256).digest(), data_check_string,
        // sha256).hexdigest()
        const string made =
            "auth_date=1795176000&signature=abc-_&user=%7B%22id%22%3A7%2C%22first_name%22%3A%22Ann%22%7D"
            + "&hash=acf43ea7f372f7586d94a134c66eb1df2b760ed443b40a90abe429a6bec069df";

        Assert.Equal(7, InitData.Read(made, Token, Now).Data?.Person.Id);
    }

    public static TheoryData<string, InitDataFault> Wrong =>
        new()
        {
            { "other token", InitDataFault.Forged },
            { "other user", InitDataFault.Forged },
            { "signature left out", InitDataFault.Forged },
            { "signature changed", InitDataFault.Forged },
            { "field added", InitDataFault.Forged },
            { "field twice", InitDataFault.Forged },
            { "hash missing", InitDataFault.Forged },
            { "hash in capitals", InitDataFault.Forged },
            { "no user", InitDataFault.Forged },
            { "user is no JSON", InitDataFault.Forged },
            { "empty", InitDataFault.Forged },
            { "endless", InitDataFault.Forged },
            { "too old", InitDataFault.Expired },
            { "from the future", InitDataFault.Expired },
        };

    [Theory, MemberData(nameof(Wrong))]
    public void Read_AnythingElse_IsNobody(string what, InitDataFault fault)
    {
        var good = TelegramApp.InitData(Token, 42, "Вера", Now);
        var sent = what switch
        {
            "other token" => TelegramApp.InitData(Token + "x", 42, "Вера", Now),
            "other user" => good.Replace("%3A42", "%3A43", StringComparison.Ordinal),
            "signature left out" => string.Join(
                '&',
                good.Split('&').Where(f => !f.StartsWith("signature=", StringComparison.Ordinal))
            ),
            "signature changed" => good.Replace("third-party", "other-party", StringComparison.Ordinal),
            "field added" => good + "&start_param=x",
            "field twice" => good + "&" + good.Split('&')[0],
            "hash missing" => good[..good.IndexOf("&hash=", StringComparison.Ordinal)],
            "hash in capitals" => good[..^64] + good[^64..].ToUpperInvariant(),
            "no user" => TelegramApp.InitData(Token, 42, "Вера", Now, more: ("user", "")),
            "user is no JSON" => TelegramApp.InitData(Token, 42, "Вера", Now, more: ("user", "{\"id\":")),
            "empty" => "",
            "endless" => TelegramApp.InitData(Token, 42, new string('В', 2000), Now),
            "too old" => TelegramApp.InitData(Token, 42, "Вера", Now - TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1)),
            _ => TelegramApp.InitData(Token, 42, "Вера", Now.AddMinutes(2)),
        };

        Assert.Equal((null, fault), InitData.Read(sent, Token, Now));
    }
}
