using System.Globalization;
using System.Security.Cryptography;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

// How every step ends: the screen in the one message of the chat.
public sealed partial class ScreenEngine
{
    private async Task TurnAsync(
        ScreenContext context,
        Turn turn,
        CancellationToken cancellationToken,
        bool beneath = false
    )
    {
        var session = context.Session;
        // They may just have chosen another language.
        context = context with
        {
            Texts = TextsFor(session, session.Person?.Language),
        };
        if (turn.Attachment is { } attachment)
        {
            await SendAsync(session.ChatId, attachment, cancellationToken);
            beneath = true;
        }

        if (turn.Mode == TurnMode.Back)
        {
            if (!session.GoBack())
                session.Go(ScreenNames.Home, null, TurnMode.Reset);
        }
        else if (turn.To is { } to)
        {
            session.Go(to, turn.Argument, turn.Mode);
        }

        // The old message goes when the new one is there: until then its buttons are all that the guest has.
        var old = beneath ? session.MessageId : null;
        if (beneath)
            session.Message = null;
        await ShowAsync(context, turn.Notice, cancellationToken);
        if (old is { } left)
            await message.DeleteAsync(session.ChatId, left, cancellationToken);
    }

    /// <summary>
    /// Ends every step: shows the screen and saves where the chat stands, so that what is shown is what its taps are
    /// checked against.
    /// </summary>
    private async Task ShowAsync(ScreenContext context, string? notice, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var screen = Current(context);
        var view = await screen.RenderAsync(context, cancellationToken);
        var photo = view.Photo is null ? null : await PhotoAsync(view, notice, cancellationToken);
        if (view.Photo is not null && photo is null)
            view = view.WithoutPhoto ?? view;
        IReadOnlyList<IReadOnlyList<ScreenButton>> rows = screen.IsStep
            ?
            [
                .. view.Rows,
                [
                    new ScreenButton(context.Texts.Back, BackAction),
                    new ScreenButton(context.Texts.Cancel, CancelAction),
                ],
            ]
            : view.Rows;

        session.Token = RandomNumberGenerator.GetString(TokenLetters, 8);
        session.Taps = [.. rows.SelectMany(r => r).Select(b => new ChatSession.Tap(b.Action, b.Argument))];
        session.Message = await message.ShowAsync(
            session.ChatId,
            session.Message,
            Html.Paragraphs(notice, view.Html),
            Keyboard(rows, session.Token),
            photo,
            cancellationToken
        );
        if (screen.AsksForContact != (session.ContactPromptId is not null))
            await PromptForContactAsync(context, screen.AsksForContact, cancellationToken);
        await sessions.SaveAsync(session.ChatId, session.ToJson(), cancellationToken);
    }

    /// <summary>The screen the session stands on; one for admins stops existing for who no longer is one.</summary>
    private Screen Current(ScreenContext context)
    {
        if (_screens.TryGetValue(context.Session.Screen, out var screen) && (!screen.IsForAdmins || context.IsAdmin))
            return screen;
        context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
        return _screens[ScreenNames.Home];
    }

    private static InlineKeyboardMarkup Keyboard(IReadOnlyList<IReadOnlyList<ScreenButton>> rows, string token)
    {
        var keyboard = new InlineKeyboardMarkup();
        var position = 0;
        foreach (var row in rows)
            keyboard.AddNewRow([
                .. row.Select(b => b.ToInline(string.Create(CultureInfo.InvariantCulture, $"{token}.{position++}"))),
            ]);
        return keyboard;
    }
}
