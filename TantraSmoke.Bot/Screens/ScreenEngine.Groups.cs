using TantraSmoke.Bot.Entrances;
using TantraSmoke.Bot.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

// Groups: no dialog is held there.
public sealed partial class ScreenEngine
{
    /// <summary>Says once a day at most that tables are booked in private, and how; the staff's own group needs no such hint.</summary>
    private async Task HintAsync(Chat group, User from, CancellationToken cancellationToken)
    {
        if (group.Id == installation.StaffChatId || await sessions.LoadAsync(group.Id, cancellationToken) is not null)
            return;
        // Noted first: rather no hint than two.
        await sessions.SaveAsync(group.Id, "hinted", cancellationToken);
        var texts = BotTexts.For(from.LanguageCode);
        var button = await address.UsernameAsync(cancellationToken) is { } username
            ? new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl(texts.Book, BotAddress.Url(username, new StartLink())))
            : null;
        await bot.SendMessage(group.Id, texts.GroupHint, ParseMode.Html, replyMarkup: button, cancellationToken: cancellationToken);
    }

    /// <summary>A command in a group, or the bot has just been added to it.</summary>
    private static (Chat Group, User From)? CallsFromGroup(Update update) => update switch
    {
        { Message: { Chat: { Type: ChatType.Group or ChatType.Supergroup } group, From: { IsBot: false } from, Text: ['/', ..] } } => (group, from),
        { MyChatMember: { Chat: { Type: ChatType.Group or ChatType.Supergroup } group, From: { } from, OldChatMember.Status: ChatMemberStatus.Left or ChatMemberStatus.Kicked, NewChatMember.Status: ChatMemberStatus.Member or ChatMemberStatus.Administrator } } => (group, from),
        _ => null,
    };
}
