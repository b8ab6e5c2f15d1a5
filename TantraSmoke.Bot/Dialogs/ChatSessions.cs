using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Loads the session of a private chat; until the result is disposed, nobody else gets that chat's.</summary>
public sealed class ChatSessions(
    ISessionStore store,
    ScreenContexts contexts,
    IEnumerable<Screen> screens,
    GuestService guests,
    BookingQueries bookings,
    KnownGuests known
)
{
    private readonly HashSet<string> _screens = [.. screens.Select(s => s.Name)];
    private readonly ChatTurns _turns = new();

    /// <summary>For an update of the guest; null when it was handled before.</summary>
    public async Task<OpenChat?> OpenAsync(Update update, long chatId, User from, CancellationToken cancellationToken)
    {
        var turn = await _turns.TakeAsync(chatId, cancellationToken);
        try
        {
            var stored = await LoadAsync(chatId, cancellationToken);
            // An upgrade may have removed the screen a stored session is on.
            var isNew = stored is null || !_screens.Contains(stored.Screen);
            var session = stored ?? new ChatSession { ChatId = chatId };
            if (session.Handled.Contains(update.Id))
            {
                turn.Dispose();
                return null;
            }

            session.MarkHandled(update.Id);
            if (isNew)
                session.Go(ScreenNames.Home, null, TurnMode.Reset);
            await IdentifyAsync(update, session, from, cancellationToken);
            return new OpenChat(await contexts.OfAsync(session, cancellationToken), isNew, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Without an update; null where no dialog is shown.</summary>
    public Task<OpenChat?> ResumeAsync(long chatId, CancellationToken cancellationToken) =>
        ResumeAsync(
            chatId,
            session => session is { Person: not null, MessageId: not null } ? session : null,
            cancellationToken
        );

    /// <summary>Without an update, for a guest who acted outside the chat; starts a session if there is none.</summary>
    public async Task<OpenChat> ResumeAsync(TelegramPerson person, Guest guest, CancellationToken cancellationToken) =>
        (
            await ResumeAsync(
                person.Id,
                stored =>
                {
                    var session = stored ?? new ChatSession { ChatId = person.Id };
                    session.Person = person;
                    session.Know(guest);
                    return session;
                },
                cancellationToken
            )
        )!;

    private async Task<OpenChat?> ResumeAsync(
        long chatId,
        Func<ChatSession?, ChatSession?> choose,
        CancellationToken cancellationToken
    )
    {
        var turn = await _turns.TakeAsync(chatId, cancellationToken);
        try
        {
            if (choose(await LoadAsync(chatId, cancellationToken)) is { } session)
                return new OpenChat(await contexts.OfAsync(session, cancellationToken), IsNew: false, turn);
            turn.Dispose();
            return null;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task<ChatSession?> LoadAsync(long chatId, CancellationToken cancellationToken) =>
        await store.LoadAsync(chatId, cancellationToken) is { } json ? ChatSession.FromJson(json) : null;

    private async Task IdentifyAsync(Update update, ChatSession session, User from, CancellationToken cancellationToken)
    {
        var person = ScreenContexts.PersonOf(from);
        // With every /start as well: a restored database may not have the guest of this session. Changed guests are
        // read again, so that deleted data does not return with an old session.
        if (
            session.Person == person
            && known.Contains(session.GuestId)
            && update.Message?.Text?.StartsWith("/start", StringComparison.Ordinal) != true
        )
            return;
        var (guest, isNew) = await guests.MeetAsync(person, cancellationToken);
        if (guest.Id != session.GuestId)
            session.Draft = new BookingDraft();
        session.Person = person;
        session.Know(guest);
        session.Usual = isNew
            ? null
            : await bookings.UsualAsync(new Actor.Guest(guest.Id, guest.Name), cancellationToken);
        known.Add(session.GuestId);
    }
}

/// <summary>A private chat whose session is loaded; disposing it lets the next one in.</summary>
/// <param name="IsNew">There was no session, or none that this version understands.</param>
public sealed record OpenChat(ScreenContext Context, bool IsNew, IDisposable ChatTurn) : IDisposable
{
    public void Dispose() => ChatTurn.Dispose();
}
