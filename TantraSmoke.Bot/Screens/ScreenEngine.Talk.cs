using TantraSmoke.Bot.Talk;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Screens;

// What is said beside the dialog, between guests and the venue.
public sealed partial class ScreenEngine
{
    /// <summary>
    /// In a step of a conversation its buttons are asked for; outside of one, words are for the venue.
    /// </summary>
    private async Task<Turn> PassOnAsync(
        ScreenContext context,
        Message typed,
        string text,
        CancellationToken cancellationToken
    ) =>
        Current(context).IsStep && !PlainTalk.IsQuestion(text)
            ? new Turn(Notice: context.Texts.UseButtons)
            : await talking.PassOnAsync(context, typed, text, cancellationToken);

    /// <summary>A reply in the staff's group.</summary>
    private async Task GroupReplyAsync(Message typed, User from, CancellationToken cancellationToken)
    {
        var person = PersonOf(from);
        var context = await ContextAsync(
            new ChatSession { ChatId = typed.Chat.Id, Person = person },
            person.Id,
            person.Name,
            person.Language,
            cancellationToken
        );
        if (await talking.AnswerAsync(context, typed, cancellationToken) is { } said)
            await bot.SendMessage(
                typed.Chat.Id,
                said,
                replyParameters: new ReplyParameters { MessageId = typed.Id, AllowSendingWithoutReply = true },
                messageThreadId: typed.IsTopicMessage ? typed.MessageThreadId : null,
                cancellationToken: cancellationToken
            );
    }
}
