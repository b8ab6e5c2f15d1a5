using System.Globalization;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Admin;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Talk;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Staff;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Screens;

/// <summary>
/// Runs the dialog of a private chat: loads the session, checks the tap, answers it, runs the screen, shows the result
/// in the one message, saves. Updates of one chat must come one after the other; the pump sees to that.
/// </summary>
public sealed partial class ScreenEngine(
    ITelegramBotClient bot,
    ISessionStore sessions,
    ScreenMessage message,
    SentPictures pictures,
    IEnumerable<Screen> screens,
    IEnumerable<Card> cards,
    GuestService guests,
    BookingQueries bookings,
    PlainTalk talk,
    TopicAnswers topics,
    StaffReplies talking,
    DeepLinks doors,
    CommandMenu menu,
    BotAddress address,
    KnownGuests known,
    VenueCatalogCache catalogs,
    InstallationSettings installation,
    StaffChats staffChats,
    StaffCard staffCard,
    StaffRegistry staff,
    DashboardAddress dashboard,
    TimeProvider time,
    ILogger<ScreenEngine> logger
) : IUpdateHandler
{
    private const string BackAction = "@back";
    private const string CancelAction = "@cancel";
    private const string TokenLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A tap is answered by then, with the toast if the screen is that quick, without it if not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, Screen> _screens = screens.ToDictionary(s => s.Name);
    private readonly ChatTurns _turns = new();
    private readonly Albums _albums = new();
    private readonly RecentCards _drawn = new(time);
    private readonly Dictionary<string, Card> _cards = cards.ToDictionary(c => c.Kind);

    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        if (update.Message is { } sent && (IsService(sent) || _albums.IsMore(sent)))
            return;
        if (update is { CallbackQuery: { Message: { Chat.Type: ChatType.Private } tapped } query })
            await StepAsync(
                update,
                tapped.Chat.Id,
                query.From,
                (context, fresh) =>
                    CardTap.Read(query.Data) is { } tap
                        ? CardAsync(context, tap, query, tapped.Id, cancellationToken)
                        : TapAsync(context, fresh, query, tapped.Id, cancellationToken),
                cancellationToken
            );
        else if (
            update is { CallbackQuery: { Message: { } place } pressed }
            && CardTap.Read(pressed.Data) is { } answer
        )
            await GroupCardAsync(pressed, answer, place, cancellationToken);
        else if (update is { Message: { Chat.Type: ChatType.Private, From: { } from } typed })
            await StepAsync(
                update,
                typed.Chat.Id,
                from,
                (context, _) => TypeAsync(context, typed, cancellationToken),
                cancellationToken
            );
        else if (await StaffGroupAsync(update, cancellationToken))
            return;
        else if (CallsFromGroup(update) is var (group, caller))
            await HintAsync(group, caller, cancellationToken);
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

    private async Task StepAsync(
        Update update,
        long chatId,
        User from,
        Func<ScreenContext, bool, Task> step,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _turns.TakeAsync(chatId, cancellationToken);
        var stored = await sessions.LoadAsync(chatId, cancellationToken) is { } json
            ? ChatSession.FromJson(json)
            : null;
        // A session may outlive the screen it stands on, when an upgrade took that away.
        var fresh = stored is null || !_screens.ContainsKey(stored.Screen);
        var session = stored ?? new ChatSession { ChatId = chatId };
        if (session.Handled.Contains(update.Id))
            return;
        session.MarkHandled(update.Id);
        if (fresh)
            session.Go(ScreenNames.Home, null, TurnMode.Reset);

        var person = PersonOf(from);
        // Anew with every /start as well: a session may know a guest whom a restored database does not. And when
        // something happened to the guest: deleted data must not come back with an old session.
        if (
            session.Person != person
            || !known.Contains(session.GuestId)
            || update.Message?.Text?.StartsWith("/start", StringComparison.Ordinal) == true
        )
        {
            var guest = await guests.RegisterAsync(person, cancellationToken);
            if (guest.Id != session.GuestId)
                session.Draft = new BookingDraft();
            session.GuestId = guest.Id;
            session.Person = person;
            session.HasPhone = guest.Phone is not null;
            session.Language = guest.ChosenLanguage;
            session.Usual = await bookings.UsualAsync(new Actor.Guest(guest.Id, guest.Name), cancellationToken);
            known.Add(session.GuestId);
        }

        await step(await ContextAsync(session, person.Id, person.Name, from.LanguageCode, cancellationToken), fresh);
    }

    private async Task TapAsync(
        ScreenContext context,
        bool fresh,
        CallbackQuery query,
        int tappedId,
        CancellationToken cancellationToken
    )
    {
        var session = context.Session;
        var tap = fresh ? null : Find(session, query.Data);
        if (
            tap is null
            && !fresh
            && session.MessageId == tappedId
            && (query.Data == session.LastTap || session.IsRedrawn)
        )
        {
            // The message shows already what came of it.
            await message.AnswerAsync(
                query,
                query.Data == session.LastTap ? session.LastAnswer : context.Texts.StaleButton,
                false,
                cancellationToken
            );
            return;
        }

        if (tap is null || session.MessageId != tappedId)
        {
            await RedrawAsync(
                context,
                query,
                fresh ? context.Texts.StartedOver : context.Texts.StaleButton,
                cancellationToken
            );
            return;
        }

        var working = RunTapAsync(context, tap, cancellationToken);
        var quick =
            (working.IsCompleted || await Task.WhenAny(working, Task.Delay(Patience, cancellationToken)) == working)
            && working.IsCompletedSuccessfully;
        var answering =
            quick && working.Result is { Toast: { } toast } turn
                ? message.AnswerAsync(query, toast, turn.IsAlert, cancellationToken)
            : working.IsFaulted ? Task.CompletedTask
            : message.AnswerAsync(query, null, false, cancellationToken);
        try
        {
            var result = await working;
            session.NoteTap(query.Data, result.Again ?? result.Toast, isRedrawn: false);
            await TurnAsync(context, quick ? result : result.InWriting(), cancellationToken);
        }
        finally
        {
            await answering;
        }
    }

    /// <summary>
    /// An old message's button redraws, it never acts. The message under the finger becomes the dialog.
    /// </summary>
    private async Task RedrawAsync(
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
        var explaining = message.AnswerAsync(query, toast, false, cancellationToken);
        try
        {
            await BecomeDialogAsync(context, null, query.Message!, cancellationToken);
        }
        finally
        {
            await explaining;
        }
    }

    private async Task<Turn> RunTapAsync(
        ScreenContext context,
        ChatSession.Tap tap,
        CancellationToken cancellationToken
    )
    {
        var screen = Current(context);
        switch (tap.Action)
        {
            case BackAction:
                await screen.LeaveAsync(context, cancellationToken);
                return Turn.Back;
            case CancelAction:
                await LeaveAllAsync(context, cancellationToken);
                return Turn.Home with { Toast = context.Texts.Canceled };
            default:
                return await screen.TapAsync(context, tap.Action, tap.Argument, cancellationToken);
        }
    }

    private async Task TypeAsync(ScreenContext context, Message typed, CancellationToken cancellationToken)
    {
        var turn = await ReadAsync(context, typed, cancellationToken);
        // What was typed stands below the dialog now; the dialog moves under it, so that there is always one message
        // and it is last.
        await TurnAsync(context, turn.InWriting(), cancellationToken, beneath: true);
    }

    private async Task<Turn> ReadAsync(ScreenContext context, Message typed, CancellationToken cancellationToken)
    {
        if (
            typed.Contact is { } contact
            && await Current(context).ShareAsync(context, contact, cancellationToken) is { } shared
        )
            return shared;
        if (
            typed.ReplyToMessage is not null
            && await talking.AnswerAsync(context, typed, cancellationToken) is { } said
        )
            return new Turn(Notice: Html.Escape(said));
        var text = typed.Text;
        if (text is null)
            return typed.Caption is { Length: > 0 } caption && !Current(context).IsStep
                ? await talking.PassOnAsync(context, typed, caption, cancellationToken)
                : new Turn(Notice: context.Texts.OnlyTextAndButtons);
        if (!text.StartsWith('/'))
            return await Current(context).TypeAsync(context, text, cancellationToken)
                ?? await ConverseAsync(context, typed, text, cancellationToken);

        return await ObeyAsync(context, text, cancellationToken);
    }

    /// <summary>No step has a use for what was typed: perhaps it asks for a table in plain words.</summary>
    private async Task<Turn> ConverseAsync(
        ScreenContext context,
        Message typed,
        string text,
        CancellationToken cancellationToken
    )
    {
        // A booking that is being moved is not left for a new one without being asked.
        var isMoving = context.Draft.Moving is not null && Current(context).IsStep;
        if (!isMoving && PlainTalk.Read(context, text, Current(context).IsStep) is { } wish)
        {
            await LeaveAllAsync(context, cancellationToken);
            return await talk.OpenAsync(context, wish, cancellationToken);
        }

        if (TopicReader.Read(text) is not { } topic || (isMoving && !TopicAnswers.IsSmallTalk(topic)))
            return await PassOnAsync(context, typed, text, cancellationToken);
        if (TopicAnswers.IsSmallTalk(topic))
            return await topics.AnswerAsync(context, topic, cancellationToken);
        await LeaveAllAsync(context, cancellationToken);
        context.Session.Draft = new BookingDraft();
        context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
        return await topics.AnswerAsync(context, topic, cancellationToken);
    }

    /// <summary>The conversation ends: whatever any of its steps kept for the guest is given up.</summary>
    private async Task LeaveAllAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var names = context.Session.Back.Select(p => p.Screen).Append(context.Session.Screen).Distinct();
        foreach (var name in names)
        {
            if (_screens.TryGetValue(name, out var screen))
                await screen.LeaveAsync(context, cancellationToken);
        }
    }

    private static ChatSession.Tap? Find(ChatSession session, string? data)
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
}
