using TantraSmoke.Bot.Cards;
using TantraSmoke.Core.Guests;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Screens;

// Messages with buttons beside the dialog.
public sealed partial class ScreenEngine
{
    private async Task CardAsync(
        ScreenContext context,
        CardTap tap,
        CallbackQuery query,
        int tappedId,
        CancellationToken cancellationToken
    )
    {
        var session = context.Session;
        // The message has become the dialog since: its card is gone.
        if (session.MessageId == tappedId || !_cards.TryGetValue(tap.Kind, out var card))
        {
            await RedrawAsync(context, query, context.Texts.StaleButton, cancellationToken);
            return;
        }

        var turn = await card.TapAsync(context, tap, cancellationToken);
        var answering = message.AnswerAsync(query, turn.Toast, turn.IsAlert, cancellationToken);
        try
        {
            if (turn.Open is { To: { } to } open)
            {
                await LeaveAllAsync(context, cancellationToken);
                if (open.Attachment is not null)
                {
                    await TurnAsync(context, open, cancellationToken);
                    return;
                }

                session.Go(to, open.Argument, TurnMode.Reset);
                await BecomeDialogAsync(context, open.Notice, query.Message!, cancellationToken);
                return;
            }

            if (turn.View is { } view)
                await DrawAsync(session.ChatId, tappedId, view, cancellationToken);
            await sessions.SaveAsync(session.ChatId, session.ToJson(), cancellationToken);
        }
        finally
        {
            await answering;
        }
    }

    /// <summary>
    /// A card in a group: no dialog is held there, so nothing is remembered of the chat or of who pressed.
    /// </summary>
    private async Task GroupCardAsync(
        CallbackQuery query,
        CardTap tap,
        Message place,
        CancellationToken cancellationToken
    )
    {
        if (!_cards.TryGetValue(tap.Kind, out var card) || !card.IsForGroups)
            return;
        var person = PersonOf(query.From);
        var context = await ContextAsync(
            new ChatSession { ChatId = place.Chat.Id, Person = person },
            person.Id,
            person.Name,
            person.Language,
            cancellationToken
        );
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

    private static TelegramPerson PersonOf(User from) =>
        new(from.Id, $"{from.FirstName} {from.LastName}".Trim(), from.Username, from.LanguageCode);

    /// <summary>The message under the finger becomes the dialog; the one that was it goes.</summary>
    private async Task BecomeDialogAsync(
        ScreenContext context,
        string? notice,
        Message tapped,
        CancellationToken cancellationToken
    )
    {
        var other = context.Session.MessageId;
        context.Session.Message = new ShownMessage(tapped.Id, tapped.Photo is null ? null : ScreenPhoto.Unknown);
        await ShowAsync(context, notice, cancellationToken);
        if (other is { } left && left != tapped.Id)
            await message.DeleteAsync(context.Session.ChatId, left, cancellationToken);
    }
}
