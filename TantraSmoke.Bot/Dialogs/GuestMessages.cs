using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Staff;
using TantraSmoke.Bot.Talk;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// Messages in a private chat: a contact, a command, an answer to the current step, a wish in plain words, or something
/// for the staff.
/// </summary>
public sealed class GuestMessages(
    DialogManager dialog,
    Commands commands,
    PlainTalk talk,
    TopicAnswers topics,
    StaffReplies staff
)
{
    public async Task HandleAsync(ScreenContext context, Message typed, CancellationToken cancellationToken)
    {
        var turn = await ReadAsync(context, typed, cancellationToken);
        // The dialog moves beneath the guest's message, so that it stays the last one.
        await dialog.TurnAsync(context, turn.InWriting(), cancellationToken, beneath: true);
    }

    private async Task<Turn> ReadAsync(ScreenContext context, Message typed, CancellationToken cancellationToken)
    {
        var screen = dialog.Current(context);
        if (typed.Contact is { } contact && await screen.ShareAsync(context, contact, cancellationToken) is { } shared)
            return shared;
        if (typed.ReplyToMessage is not null && await staff.AnswerAsync(context, typed, cancellationToken) is { } said)
            return new Turn(Notice: Html.Escape(said));
        if (typed.Text is not { } text)
            return typed.Caption is { Length: > 0 } caption && !screen.IsStep
                ? await staff.PassOnAsync(context, typed, caption, cancellationToken)
                : new Turn(Notice: context.Texts.OnlyTextAndButtons);
        if (text.StartsWith('/'))
            return await commands.RunAsync(context, text, cancellationToken);
        return await screen.TypeAsync(context, text, cancellationToken)
            ?? await ConverseAsync(context, typed, text, cancellationToken);
    }

    /// <summary>The current screen has no use for the text; it may ask for a table or another topic.</summary>
    private async Task<Turn> ConverseAsync(
        ScreenContext context,
        Message typed,
        string text,
        CancellationToken cancellationToken
    )
    {
        var isStep = dialog.Current(context).IsStep;
        // A booking that is being moved is not dropped for a new one without asking.
        var isMoving = context.Draft.Moving is not null && isStep;
        if (!isMoving && PlainTalk.Read(context, text, isStep) is { } wish)
        {
            await dialog.LeaveAllAsync(context, cancellationToken);
            return await talk.OpenAsync(context, wish, cancellationToken);
        }

        var topic = TopicReader.Read(text);
        if (topic is { } smallTalk && TopicAnswers.IsSmallTalk(smallTalk))
            return await topics.AnswerAsync(context, smallTalk, cancellationToken);
        if (topic is not { } known || isMoving)
            return isStep && !PlainTalk.IsQuestion(text)
                ? new Turn(Notice: context.Texts.UseButtons)
                : await staff.PassOnAsync(context, typed, text, cancellationToken);
        await dialog.LeaveAllAsync(context, cancellationToken);
        context.Session.Draft = new BookingDraft();
        context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
        return await topics.AnswerAsync(context, known, cancellationToken);
    }
}
