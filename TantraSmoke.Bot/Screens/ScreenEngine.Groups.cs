using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Entities;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

// Groups: no dialog is held there.
public sealed partial class ScreenEngine
{
    /// <summary>Typed in a topic of the staff's group: post here.</summary>
    private const string HereCommand = "/here";

    /// <summary>
    /// What happens in the staff's own group: it becomes a supergroup, the bot is removed, muted or let in again,
    /// somebody answers a guest. Nobody who merely writes there is answered.
    /// </summary>
    /// <returns>false for everything outside of it.</returns>
    private async Task<bool> StaffGroupAsync(Update update, CancellationToken cancellationToken)
    {
        if (
            (update.Message?.Chat ?? update.MyChatMember?.Chat)
            is not { Type: ChatType.Group or ChatType.Supergroup } group
        )
            return false;
        if (update.Message is { MigrateFromChatId: { } before })
        {
            await staffChats.MovedAsync(before, group.Id, cancellationToken);
            return true;
        }

        if (!await staffChats.IsGroupAsync(group.Id, cancellationToken))
            return false;
        if (update.Message is { MigrateToChatId: { } supergroup })
            await staffChats.MovedAsync(group.Id, supergroup, cancellationToken);
        else if (update.MyChatMember is { } changed)
            await staffChats.NoteAsync(group.Id, TroubleOf(changed.NewChatMember), cancellationToken);
        else if (update.Message is { From: { IsBot: false } chooser, Text: ['/', ..] said } command && IsHere(said))
            await PostHereAsync(command, chooser, cancellationToken);
        else if (update.Message is { From: { IsBot: false } member, ReplyToMessage: not null } reply)
            await GroupReplyAsync(reply, member, cancellationToken);
        return true;
    }

    private static bool IsHere(string typed) =>
        typed.Split([' ', '\n', '@'], 2)[0].Equals(HereCommand, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever may change settings chooses the topic in which staff read; nobody else is answered.</summary>
    private async Task PostHereAsync(Message command, User from, CancellationToken cancellationToken)
    {
        var person = PersonOf(from);
        var session = new ChatSession { ChatId = command.Chat.Id, Person = person };
        var context = await ContextAsync(session, person.Id, person.Name, person.Language, cancellationToken);
        if (await staffCard.ActorAsync(context, cancellationToken) is not { } actor)
            return;
        var topic = command.IsTopicMessage ? command.MessageThreadId : null;
        var name = command.ReplyToMessage?.ForumTopicCreated?.Name ?? "";
        if (!(await staffChats.PostInAsync(actor, command.Chat.Id, topic, name, cancellationToken)).Succeeded)
            return;
        await bot.SendMessage(
            command.Chat.Id,
            topic is null ? context.Texts.PostedInGroup : context.Texts.PostedInTopic,
            messageThreadId: topic,
            replyParameters: new ReplyParameters { MessageId = command.Id, AllowSendingWithoutReply = true },
            cancellationToken: cancellationToken
        );
    }

    private static ChatTrouble? TroubleOf(ChatMember bot) =>
        bot switch
        {
            { Status: ChatMemberStatus.Left or ChatMemberStatus.Kicked } => ChatTrouble.Removed,
            ChatMemberRestricted { CanSendMessages: false } => ChatTrouble.Muted,
            _ => null,
        };

    /// <summary>Says once a day at most that tables are booked in private, and how.</summary>
    private async Task HintAsync(Chat group, User from, CancellationToken cancellationToken)
    {
        if (await sessions.LoadAsync(group.Id, cancellationToken) is not null)
            return;
        // Noted first: rather no hint than two.
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

    /// <summary>Telegram says that something was done in the chat; nobody has said anything to the bot.</summary>
    private static bool IsService(Message message) =>
        message
            is { PinnedMessage: not null }
                or { MessageAutoDeleteTimerChanged: not null }
                or { ChatBackgroundSet: not null }
                or { WriteAccessAllowed: not null };

    /// <summary>A command in a group, or the bot has just been added to it.</summary>
    private static (Chat Group, User From)? CallsFromGroup(Update update) =>
        update switch
        {
            {
                Message:
                {
                    Chat: { Type: ChatType.Group or ChatType.Supergroup } group,
                    From: { IsBot: false } from,
                    Text: ['/', ..]
                }
            } => (group, from),
            {
                MyChatMember:
                {
                    Chat: { Type: ChatType.Group or ChatType.Supergroup } group,
                    From: { } from,
                    OldChatMember.Status: ChatMemberStatus.Left or ChatMemberStatus.Kicked,
                    NewChatMember.Status: ChatMemberStatus.Member or ChatMemberStatus.Administrator
                }
            } => (group, from),
            _ => null,
        };
}
