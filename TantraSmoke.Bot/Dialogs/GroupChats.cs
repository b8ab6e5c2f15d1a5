using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Groups: the staff's own is handled by <see cref="StaffGroup"/>, others are told how to book.</summary>
public sealed class GroupChats(ITelegramBotClient bot, StaffGroup staff, ISessionStore sessions, BotAddress address)
{
    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        if (
            (update.Message?.Chat ?? update.MyChatMember?.Chat) is { Type: ChatType.Group or ChatType.Supergroup } group
            && !await staff.HandleAsync(update, group, cancellationToken)
            && CalledBy(update) is { } caller
        )
            await HintAsync(group, caller, cancellationToken);
    }

    /// <summary>Says, at most once a day, that tables are booked in private, and how.</summary>
    private async Task HintAsync(Chat group, User from, CancellationToken cancellationToken)
    {
        if (await sessions.LoadAsync(group.Id, cancellationToken) is not null)
            return;
        // Saved first: a lost hint is better than two.
        await sessions.SaveAsync(group.Id, "hinted", cancellationToken);
        var texts = BotTexts.For(from.LanguageCode);
        var button = await address.UsernameAsync(cancellationToken) is { } username
            ? new InlineKeyboardMarkup(
                InlineKeyboardButton.WithUrl(texts.Book, BotAddress.Url(username, new StartLink()))
            )
            : null;
        await bot.SendMessage(
            group.Id,
            texts.GroupHint,
            ParseMode.Html,
            replyMarkup: button,
            cancellationToken: cancellationToken
        );
    }

    /// <summary>Who typed a command or has just added the bot; null for everything else.</summary>
    private static User? CalledBy(Update update) =>
        update switch
        {
            { Message: { From: { IsBot: false } from, Text: ['/', ..] } } => from,
            {
                MyChatMember:
                {
                    From: { } from,
                    OldChatMember.Status: ChatMemberStatus.Left or ChatMemberStatus.Kicked,
                    NewChatMember.Status: ChatMemberStatus.Member or ChatMemberStatus.Administrator
                }
            } => from,
            _ => null,
        };
}
