using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Runs the card whose button was pressed, beside a dialog or in a group.</summary>
public sealed class CardTaps(
    DialogManager dialog,
    ScreenContexts contexts,
    ScreenMessage message,
    IEnumerable<Card> cards,
    TimeProvider time
)
{
    private readonly Dictionary<string, Card> _cards = cards.ToDictionary(c => c.Kind);
    private readonly RecentCards _drawn = new(time);

    public async Task InChatAsync(
        ScreenContext context,
        CardTap tap,
        CallbackQuery query,
        CancellationToken cancellationToken
    )
    {
        var (session, tapped) = (context.Session, query.Message!);
        // The message may have become the dialog since the card was drawn.
        if (session.MessageId == tapped.Id || !_cards.TryGetValue(tap.Kind, out var card))
        {
            await dialog.RedrawAsync(context, query, context.Texts.StaleButton, cancellationToken);
            return;
        }

        var turn = await card.TapAsync(context, tap, cancellationToken);
        var answering = message.AnswerAsync(query, turn.Toast, turn.IsAlert, cancellationToken);
        try
        {
            if (turn.Open is { To: { } to } open)
            {
                await dialog.LeaveAllAsync(context, cancellationToken);
                if (open.Attachment is not null)
                {
                    await dialog.TurnAsync(context, open, cancellationToken);
                    return;
                }

                session.Go(to, open.Argument, TurnMode.Reset);
                await dialog.MoveToAsync(context, tapped, open.Notice, cancellationToken);
                return;
            }

            if (turn.View is { } view)
                await DrawAsync(session.ChatId, tapped.Id, view, cancellationToken);
            await dialog.SaveAsync(session, cancellationToken);
        }
        finally
        {
            await answering;
        }
    }

    /// <summary>In a group no session is kept, neither of the chat nor of the person.</summary>
    public async Task InGroupAsync(CardTap tap, CallbackQuery query, Message place, CancellationToken cancellationToken)
    {
        if (!_cards.TryGetValue(tap.Kind, out var card) || !card.IsForGroups)
            return;
        var context = await contexts.OfGroupAsync(place.Chat.Id, query.From, cancellationToken);
        var turn = await card.TapAsync(context, tap, cancellationToken);
        var answering = message.AnswerAsync(query, turn.Toast, turn.IsAlert, cancellationToken);
        try
        {
            if (turn.View is { } view)
                await DrawAsync(place.Chat.Id, place.Id, view, cancellationToken);
        }
        finally
        {
            await answering;
        }
    }

    private async Task DrawAsync(long chatId, int messageId, CardView view, CancellationToken cancellationToken)
    {
        if (!_drawn.IsNew(chatId, messageId, view))
            return;
        try
        {
            await message.ShowAsync(chatId, messageId, view.Html, view.Keyboard(), cancellationToken);
        }
        catch
        {
            _drawn.Forget(chatId, messageId);
            throw;
        }
    }
}
