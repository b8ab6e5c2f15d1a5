using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Screens;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// The dialog of one chat: moves it from screen to screen, shows the screen in the chat's one message and saves the
/// session.
/// </summary>
public sealed class DialogManager(
    ITelegramBotClient bot,
    ISessionStore sessions,
    ScreenMessage message,
    SentPictures pictures,
    IEnumerable<Screen> screens,
    ILogger<DialogManager> logger
)
{
    internal const string BackAction = "@back";
    internal const string CancelAction = "@cancel";
    private const string TokenLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private readonly Dictionary<string, Screen> _screens = screens.ToDictionary(s => s.Name);

    /// <summary>The session's screen; Home instead of an admin screen for somebody who is no longer an admin.</summary>
    public Screen Current(ScreenContext context)
    {
        if (_screens.TryGetValue(context.Session.Screen, out var screen) && (!screen.IsForAdmins || context.IsAdmin))
            return screen;
        context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
        return _screens[ScreenNames.Home];
    }

    /// <summary>Goes where a step leads and shows it.</summary>
    /// <param name="beneath">In a new message at the end of the chat; the old one is deleted.</param>
    public async Task TurnAsync(
        ScreenContext context,
        Turn turn,
        CancellationToken cancellationToken,
        bool beneath = false
    )
    {
        var session = context.Session;
        // The step may have changed the language.
        context = context with
        {
            Texts = ScreenContexts.TextsOf(session),
            Booking = turn.Booking,
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

        // The old message is deleted after the new one is sent, so that the guest always has buttons.
        var old = beneath ? session.MessageId : null;
        if (beneath)
            session.Message = null;
        await ShowAsync(context, turn.Notice, cancellationToken);
        if (old is { } left)
            await message.DeleteAsync(session.ChatId, left, cancellationToken);
    }

    /// <summary>Shows the current screen and saves the session with the token and buttons of this view.</summary>
    public async Task ShowAsync(ScreenContext context, string? notice, CancellationToken cancellationToken)
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
        await SaveAsync(session, cancellationToken);
    }

    /// <summary>Makes the tapped message the dialog and shows the current screen there; deletes the old one.</summary>
    public async Task MoveToAsync(
        ScreenContext context,
        Message tapped,
        string? notice,
        CancellationToken cancellationToken
    )
    {
        var other = context.Session.MessageId;
        context.Session.Message = new ShownMessage(tapped.Id, tapped.Photo is null ? null : ScreenPhoto.Unknown);
        await ShowAsync(context, notice, cancellationToken);
        if (other is { } left && left != tapped.Id)
            await message.DeleteAsync(context.Session.ChatId, left, cancellationToken);
    }

    /// <summary>Answers a tap on a button of an old view: nothing happens but a redraw under the finger.</summary>
    public async Task RedrawAsync(
        ScreenContext context,
        CallbackQuery query,
        string toast,
        CancellationToken cancellationToken
    )
    {
        logger.LogDebug(
            "A stale button in chat {ChatId} redraws {Screen}",
            context.Session.ChatId,
            context.Session.Screen
        );
        context.Session.NoteTap(query.Data, toast, isRedrawn: true);
        var answering = message.AnswerAsync(query, toast, false, cancellationToken);
        try
        {
            await MoveToAsync(context, query.Message!, null, cancellationToken);
        }
        finally
        {
            await answering;
        }
    }

    /// <summary>Ends the conversation: every screen on the way back releases what it held for the guest.</summary>
    public async Task LeaveAllAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var names = context.Session.Back.Select(p => p.Screen).Append(context.Session.Screen).Distinct();
        foreach (var name in names)
        {
            if (_screens.TryGetValue(name, out var screen))
                await screen.LeaveAsync(context, cancellationToken);
        }
    }

    public Task SaveAsync(ChatSession session, CancellationToken cancellationToken) =>
        sessions.SaveAsync(session.ChatId, session.ToJson(), cancellationToken);

    /// <summary>The view's picture; null when it is not available or the text does not fit beneath it.</summary>
    private async Task<ReadyPhoto?> PhotoAsync(ScreenView view, string? notice, CancellationToken cancellationToken) =>
        Html.Paragraphs(notice, view.Html).Length > Html.CaptionLimit
            ? null
            : await pictures.ReadyAsync(view.Photo!, cancellationToken);

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
    /// The button that shares a phone number is not inline: it needs a message of its own, kept while its screen shows.
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
            // Only a message can remove the keyboard; it is deleted at once.
            await message.FlashAsync(
                session.ChatId,
                context.Texts.KeyboardGone,
                new ReplyKeyboardRemove(),
                cancellationToken
            );
        }
    }
}
