using System.Globalization;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// Decides which update goes where. A tap in a private chat runs the screen that drew the button; messages, cards and
/// groups have handlers of their own.
/// </summary>
public sealed class UpdateDispatcher(
    ITelegramBotClient bot,
    ChatSessions sessions,
    DialogManager dialog,
    ScreenMessage message,
    GuestMessages messages,
    CardTaps cards,
    GroupChats groups
) : IUpdateHandler
{
    /// <summary>A tap is answered after this time at the latest, without a toast if the screen is slower.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMilliseconds(400);

    private readonly Albums _albums = new();

    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        if (update.Message is { } sent && (IsService(sent) || _albums.IsMore(sent)))
            return;
        if (update is { CallbackQuery: { Message: { Chat.Type: ChatType.Private } tapped } query })
        {
            using var chat = await sessions.OpenAsync(update, tapped.Chat.Id, query.From, cancellationToken);
            if (chat is null)
                return;
            if (CardTap.Read(query.Data) is { } tap)
                await cards.InChatAsync(chat.Context, tap, query, cancellationToken);
            else
                await TapAsync(chat, query, cancellationToken);
        }
        else if (update is { CallbackQuery: { Message: { } place } pressed })
        {
            if (CardTap.Read(pressed.Data) is { } tap)
                await cards.InGroupAsync(tap, pressed, place, cancellationToken);
        }
        else if (update is { Message: { Chat.Type: ChatType.Private, From: { } from } typed })
        {
            using var chat = await sessions.OpenAsync(update, typed.Chat.Id, from, cancellationToken);
            if (chat is not null)
                await messages.HandleAsync(chat.Context, typed, cancellationToken);
        }
        else
        {
            await groups.HandleAsync(update, cancellationToken);
        }
    }

    public Task ApologizeAsync(Update update, CancellationToken cancellationToken) =>
        SayAsync(update, texts => texts.Apology, cancellationToken);

    public Task AskForPatienceAsync(Update update, CancellationToken cancellationToken) =>
        SayAsync(update, texts => texts.TooManyMessages, cancellationToken);

    private async Task SayAsync(Update update, Func<BotTexts, string> word, CancellationToken cancellationToken)
    {
        var from = update.CallbackQuery?.From ?? update.Message?.From;
        if (from is null)
            return;
        var text = word(BotTexts.For(from.LanguageCode));
        // A tap that was answered before it failed cannot be answered again.
        if (update.CallbackQuery is { } query && await message.AnswerAsync(query, text, true, cancellationToken))
            return;
        if ((update.CallbackQuery?.Message ?? update.Message) is { Chat.Type: ChatType.Private } place)
            await bot.SendMessage(place.Chat.Id, text, cancellationToken: cancellationToken);
    }

    private async Task TapAsync(OpenChat chat, CallbackQuery query, CancellationToken cancellationToken)
    {
        var (context, session, texts) = (chat.Context, chat.Context.Session, chat.Context.Texts);
        var isCurrent = session.MessageId == query.Message!.Id;
        var button = chat.IsNew || !isCurrent ? null : FindButton(session, query.Data);
        if (button is null)
        {
            var isDoubleTap = query.Data == session.LastTap;
            if (chat.IsNew)
                await dialog.RedrawAsync(context, query, texts.StartedOver, cancellationToken);
            // The message shows the result of this tap already.
            else if (isCurrent && (isDoubleTap || session.IsRedrawn))
                await message.AnswerAsync(
                    query,
                    isDoubleTap ? session.LastAnswer : texts.StaleButton,
                    false,
                    cancellationToken
                );
            else
                await dialog.RedrawAsync(context, query, texts.StaleButton, cancellationToken);
            return;
        }

        var isAnswered =
            button.Action is not (DialogManager.BackAction or DialogManager.CancelAction)
            && dialog.Current(context).AnswersAtOnce(button.Action);
        Task? answering = isAnswered ? message.AnswerAsync(query, null, false, cancellationToken) : null;
        var working = PressAsync(context, button, cancellationToken);
        var isQuick =
            !isAnswered
            && (
                working.IsCompleted
                || await Task.WhenAny(working, Task.Delay(AnswerWithin, cancellationToken)) == working
            )
            && working.IsCompletedSuccessfully;
        answering ??=
            isQuick && working.Result is { Toast: { } toast } turn
                ? message.AnswerAsync(query, toast, turn.IsAlert, cancellationToken)
            : working.IsFaulted ? Task.CompletedTask
            : message.AnswerAsync(query, null, false, cancellationToken);
        try
        {
            var result = await working;
            session.NoteTap(query.Data, result.Again ?? result.Toast, isRedrawn: false);
            await dialog.TurnAsync(context, isQuick ? result : result.InWriting(), cancellationToken);
        }
        finally
        {
            await answering;
        }
    }

    private async Task<Turn> PressAsync(
        ScreenContext context,
        ChatSession.Tap button,
        CancellationToken cancellationToken
    )
    {
        var screen = dialog.Current(context);
        switch (button.Action)
        {
            case DialogManager.BackAction:
                await screen.LeaveAsync(context, cancellationToken);
                return Turn.Back;
            case DialogManager.CancelAction:
                await dialog.LeaveAllAsync(context, cancellationToken);
                return Turn.Home with { Toast = context.Texts.Canceled };
            default:
                return await screen.TapAsync(context, button.Action, button.Argument, cancellationToken);
        }
    }

    /// <summary>The button of the current view that callback data names by token and position.</summary>
    private static ChatSession.Tap? FindButton(ChatSession session, string? data)
    {
        var parts = data?.Split('.');
        return
            parts is [{ Length: > 0 } token, var position]
            && token == session.Token
            && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < session.Taps.Count
            ? session.Taps[index]
            : null;
    }

    /// <summary>A service message: something changed in the chat, and nobody wrote to the bot.</summary>
    private static bool IsService(Message message) =>
        message
            is { PinnedMessage: not null }
                or { MessageAutoDeleteTimerChanged: not null }
                or { ChatBackgroundSet: not null }
                or { WriteAccessAllowed: not null };
}
