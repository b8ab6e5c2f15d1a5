using TantraSmoke.Bot.Pictures;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

// What a dialog needs beside its one message: a place on the map, a file, the button that shares a phone number; and
// time.
public sealed partial class ScreenEngine
{
    /// <summary>
    /// The time for which a place was held is over and the guest has said nothing: the dialog says so kindly, in its
    /// place. Nothing happens when the guest has gone on meanwhile.
    /// </summary>
    public async Task ExpireHoldAsync(long chatId, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(chatId, cancellationToken);
        var session = await sessions.LoadAsync(chatId, cancellationToken) is { } json
            ? ChatSession.FromJson(json)
            : null;
        if (
            session is not { Person: { } person, MessageId: not null }
            || session.Draft.HeldUntil > time.GetUtcNow()
            || !ScreenNames.WhileHolding.Contains(session.Screen)
        )
            return;
        var context = await ContextAsync(session, person.Id, person.Name, person.Language, cancellationToken);
        session.Go(ScreenNames.Time, null, TurnMode.BackTo);
        await ShowAsync(context, context.Texts.HoldOver, cancellationToken);
    }

    /// <summary>The view's picture, if it can be had and the text fits beneath it.</summary>
    private async Task<ReadyPhoto?> PhotoAsync(ScreenView view, string? notice, CancellationToken cancellationToken) =>
        Html.Paragraphs(notice, view.Html).Length > ScreenPhoto.CaptionLimit
            ? null
            : await pictures.ReadyAsync(view.Photo!, cancellationToken);

    /// <summary>What the screen shows has changed: it is drawn anew, if the chat still shows it.</summary>
    public async Task RedrawAsync(long chatId, string screen, string argument, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(chatId, cancellationToken);
        var session = await sessions.LoadAsync(chatId, cancellationToken) is { } json
            ? ChatSession.FromJson(json)
            : null;
        if (
            session is not { Person: { } person, MessageId: not null }
            || session.Screen != screen
            || session.Argument != argument
        )
            return;
        await ShowAsync(
            await ContextAsync(session, person.Id, person.Name, person.Language, cancellationToken),
            null,
            cancellationToken
        );
    }

    private async Task<ScreenContext> ContextAsync(
        ChatSession session,
        long personId,
        string name,
        string? language,
        CancellationToken cancellationToken
    ) =>
        new(
            session,
            new Actor.Guest(session.GuestId, name) { ChatId = personId },
            installation.AdminIds.Contains(personId),
            TextsFor(session, language),
            await catalogs.GetAsync(cancellationToken),
            time.GetUtcNow()
        );

    private Task SendAsync(long chatId, Attachment attachment, CancellationToken cancellationToken) =>
        attachment switch
        {
            Attachment.Place place => bot.SendVenue(
                chatId,
                place.Latitude,
                place.Longitude,
                place.Title,
                place.Address,
                cancellationToken: cancellationToken
            ),
            Attachment.File file => bot.SendDocument(
                chatId,
                InputFile.FromStream(new MemoryStream(file.Content), file.Name),
                file.Caption,
                cancellationToken: cancellationToken
            ),
            _ => Task.CompletedTask,
        };

    /// <summary>
    /// The button that shares a number is no inline button: it needs a message of its own, which is there only while
    /// its screen is.
    /// </summary>
    private async Task PromptForContactAsync(ScreenContext context, bool isAsked, CancellationToken cancellationToken)
    {
        var session = context.Session;
        if (isAsked && session.ContactPromptId is null)
        {
            var keyboard = new ReplyKeyboardMarkup(KeyboardButton.WithRequestContact(context.Texts.ShareNumber))
            {
                ResizeKeyboard = true,
                OneTimeKeyboard = true,
            };
            session.ContactPromptId = (
                await bot.SendMessage(
                    session.ChatId,
                    context.Texts.ShareNumberHint,
                    replyMarkup: keyboard,
                    cancellationToken: cancellationToken
                )
            ).Id;
        }
        else if (!isAsked && session.ContactPromptId is { } prompt)
        {
            session.ContactPromptId = null;
            await message.DeleteAsync(session.ChatId, prompt, cancellationToken);
            // Only a message takes the keyboard away; that one need not stay.
            await message.FlashAsync(
                session.ChatId,
                context.Texts.KeyboardGone,
                new ReplyKeyboardRemove(),
                cancellationToken
            );
        }
    }
}
