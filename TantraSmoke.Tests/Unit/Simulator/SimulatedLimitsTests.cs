using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Unit.Simulator;

/// <summary>What Telegram refuses, and what is bounded.</summary>
public sealed class SimulatedLimitsTests : SimulatorTests
{
    [Fact]
    public async Task Tap_AnsweredTooLate_IsRefused()
    {
        var (message, _) = await Said("?", new InlineKeyboardMarkup().AddButton("Да", "yes"));
        var tap = Telegram.Tap(Anna.Id, message.Id, 0, 0)!;

        Time.Advance(TimeSpan.FromSeconds(151));

        await Refused(() => Bot.AnswerCallbackQuery(tap, cancellationToken: Ct), TelegramFaultKind.QueryTooOld);
    }

    [Fact]
    public async Task Edit_OfWhatIsNotThere_IsRefusedInTelegramsWords()
    {
        var (message, _) = await Said("текст");
        var own = Telegram.Messages(Anna.Id)[0].Id;

        await Refused(
            () => Bot.EditMessageText(Anna.Id, 1, "x", cancellationToken: Ct),
            TelegramFaultKind.EditTargetGone,
            "message to edit not found"
        );
        await Refused(
            () => Bot.EditMessageText(Anna.Id, own, "x", cancellationToken: Ct),
            TelegramFaultKind.EditTargetGone,
            "message can't be edited"
        );
        await Refused(
            () => Bot.EditMessageCaption(Anna.Id, message.Id, "x", cancellationToken: Ct),
            TelegramFaultKind.EditTargetGone
        );
        await Bot.DeleteMessage(Anna.Id, message.Id, Ct);
        Assert.DoesNotContain(Telegram.Messages(Anna.Id), shown => shown.Id == message.Id);
        await Refused(() => Bot.DeleteMessage(Anna.Id, message.Id, Ct), TelegramFaultKind.EditTargetGone);
    }

    [Fact]
    public async Task Delete_AfterTwoDays_IsRefused()
    {
        var (message, _) = await Said("текст");
        Time.Advance(TimeSpan.FromHours(49));

        await Refused(
            () => Bot.DeleteMessage(Anna.Id, message.Id, Ct),
            TelegramFaultKind.EditTargetGone,
            "message can't be deleted"
        );
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task Text_AtItsLimit_IsCountedAfterParsing(int length, bool fits)
    {
        Telegram.SendText(Anna.Id, "/start");
        Task Send() =>
            Bot.SendMessage(
                Anna.Id,
                $"<b>{new string('ж', length - 1)}&amp;</b>",
                ParseMode.Html,
                cancellationToken: Ct
            );

        if (fits)
            await Send();
        else
            await Refused(Send, TelegramFaultKind.Other, "message is too long");
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData("<b> </b>", "message text is empty")]
    [InlineData("<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a < b", "can't parse entities: Unclosed start tag at byte offset 2")]
    [InlineData("<div>x</div>", "can't parse entities: Unsupported start tag \"div\" at byte offset 0")]
    [InlineData(
        "<b><i>x</b></i>",
        "can't parse entities: Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\""
    )]
    [InlineData("ж</b>", "can't parse entities: Unexpected end tag at byte offset 2")]
    public async Task Text_ThatTelegramRefuses_IsRefusedInItsWords(string html, string reason)
    {
        Telegram.SendText(Anna.Id, "/start");

        await Refused(
            () => Bot.SendMessage(Anna.Id, html, ParseMode.Html, cancellationToken: Ct),
            TelegramFaultKind.Other,
            reason
        );
    }

    [Theory]
    [InlineData("жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж", true)]
    [InlineData("жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжx", false)]
    [InlineData("", false)]
    public async Task CallbackData_AtItsLimit_IsCountedInBytes(string data, bool fits)
    {
        Telegram.SendText(Anna.Id, "/start");
        Task Send() =>
            Bot.SendMessage(
                Anna.Id,
                "x",
                replyMarkup: new InlineKeyboardMarkup(new InlineKeyboardButton("x") { CallbackData = data }),
                cancellationToken: Ct
            );

        if (fits)
            await Send();
        else
            await Refused(Send, TelegramFaultKind.Other, "BUTTON_DATA_INVALID");
    }

    [Fact]
    public async Task Caption_AndPicture_HaveLimits()
    {
        Telegram.SendText(Anna.Id, "/start");

        await Refused(
            () => Bot.SendPhoto(Anna.Id, TestPictures.Png(), new string('x', 1025), cancellationToken: Ct),
            TelegramFaultKind.Other,
            "message caption is too long"
        );
        await Refused(
            () => Bot.SendPhoto(Anna.Id, TestPictures.Png(9000, 1001), cancellationToken: Ct),
            TelegramFaultKind.Other,
            "PHOTO_INVALID_DIMENSIONS"
        );
        await Refused(
            () => Bot.SendPhoto(Anna.Id, new MemoryStream("<svg/>"u8.ToArray()), cancellationToken: Ct),
            TelegramFaultKind.Other,
            "IMAGE_PROCESS_FAILED"
        );
        await Refused(() => Bot.SendPhoto(Anna.Id, "no-such-file", cancellationToken: Ct), TelegramFaultKind.Other);
    }

    [Fact]
    public async Task Writing_WhereNobodyListens_IsRefused()
    {
        await Refused(() => Bot.SendMessage(Anna.Id, "x", cancellationToken: Ct), TelegramFaultKind.Blocked);
        await Refused(
            () => Bot.SendMessage(42, "x", cancellationToken: Ct),
            TelegramFaultKind.ChatNotFound,
            "chat not found"
        );
        Telegram.SendText(Anna.Id, "/start");
        Telegram.SetBlocked(Anna.Id, true);
        await Refused(() => Bot.SendMessage(Anna.Id, "x", cancellationToken: Ct), TelegramFaultKind.Blocked);

        var blocked = (await Bot.GetUpdates(cancellationToken: Ct)).Last().MyChatMember!;
        Assert.Equal(
            (ChatMemberStatus.Member, ChatMemberStatus.Kicked),
            (blocked.OldChatMember.Status, blocked.NewChatMember.Status)
        );
        Telegram.SetBlocked(Anna.Id, false);
        await Bot.SendMessage(Anna.Id, "x", cancellationToken: Ct);
    }

    [Fact]
    public async Task Memory_IsBounded()
    {
        for (var i = 0; i < SimulatedTelegram.PeopleLimit + 20; i++)
            Telegram.AddPerson($"P{i}");
        var last = Telegram.People[^1];
        for (var i = 0; i < 1100; i++)
            Telegram.SendText(last.Id, $"text {i}");

        Assert.Equal(SimulatedTelegram.PeopleLimit, Telegram.People.Count);
        Assert.Equal(200, Telegram.Messages(last.Id).Count);
        Assert.Equal("text 1099", Telegram.Messages(last.Id)[^1].Text);
        Assert.Equal(1000, Telegram.PendingUpdates);
        Assert.Equal("text 100", (await Bot.GetUpdates(limit: 1, cancellationToken: Ct))[0].Message!.Text);
    }
}
