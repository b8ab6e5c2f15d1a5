using TantraSmoke.Bot.Staff;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// Updates of the staff's group: it becomes a supergroup, the bot is removed, muted or let in again, somebody replies
/// to a guest or chooses the topic. Other messages there are not answered.
/// </summary>
public sealed class StaffGroup(
    ITelegramBotClient bot,
    ScreenContexts contexts,
    StaffChats chats,
    StaffCard staffCard,
    StaffReplies replies
)
{
    /// <summary>Typed in a topic: post here.</summary>
    private const string HereCommand = "/here";

    /// <returns>false for any other group.</returns>
    public async Task<bool> HandleAsync(Update update, Chat group, CancellationToken cancellationToken)
    {
        if (update.Message is { MigrateFromChatId: { } before })
        {
            await chats.MovedAsync(before, group.Id, cancellationToken);
            return true;
        }

        if (!await chats.IsGroupAsync(group.Id, cancellationToken))
            return false;
        if (update.Message is { MigrateToChatId: { } supergroup })
            await chats.MovedAsync(group.Id, supergroup, cancellationToken);
        else if (update.MyChatMember is { } changed)
            await chats.NoteAsync(group.Id, TroubleOf(changed.NewChatMember), cancellationToken);
        else if (update.Message is { From: { IsBot: false } chooser, Text: ['/', ..] said } command && IsHere(said))
            await PostHereAsync(command, chooser, cancellationToken);
        else if (update.Message is { From: { IsBot: false } member, ReplyToMessage: not null } reply)
            await ReplyAsync(reply, member, cancellationToken);
        return true;
    }

    private static bool IsHere(string typed) =>
        typed.Split([' ', '\n', '@'], 2)[0].Equals(HereCommand, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes this topic the one the bot posts in, for those who may change settings.</summary>
    private async Task PostHereAsync(Message command, User from, CancellationToken cancellationToken)
    {
        var context = await contexts.OfGroupAsync(command.Chat.Id, from, cancellationToken);
        if (await staffCard.ActorAsync(context, cancellationToken) is not { } actor)
            return;
        var topic = command.IsTopicMessage ? command.MessageThreadId : null;
        var name = command.ReplyToMessage?.ForumTopicCreated?.Name ?? "";
        if (!(await chats.PostInAsync(actor, command.Chat.Id, topic, name, cancellationToken)).Succeeded)
            return;
        await AnswerAsync(
            command,
            topic is null ? context.Texts.PostedInGroup : context.Texts.PostedInTopic,
            topic,
            cancellationToken
        );
    }

    private async Task ReplyAsync(Message typed, User from, CancellationToken cancellationToken)
    {
        var context = await contexts.OfGroupAsync(typed.Chat.Id, from, cancellationToken);
        if (await replies.AnswerAsync(context, typed, cancellationToken) is { } said)
            await AnswerAsync(typed, said, typed.IsTopicMessage ? typed.MessageThreadId : null, cancellationToken);
    }

    private Task<Message> AnswerAsync(Message to, string text, int? topic, CancellationToken cancellationToken) =>
        bot.SendMessage(
            to.Chat.Id,
            text,
            messageThreadId: topic,
            replyParameters: new ReplyParameters { MessageId = to.Id, AllowSendingWithoutReply = true },
            cancellationToken: cancellationToken
        );

    private static ChatTrouble? TroubleOf(ChatMember bot) =>
        bot switch
        {
            { Status: ChatMemberStatus.Left or ChatMemberStatus.Kicked } => ChatTrouble.Removed,
            ChatMemberRestricted { CanSendMessages: false } => ChatTrouble.Muted,
            _ => null,
        };
}
