using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Bot.Screens;

// What guests do outside the chat.
public sealed partial class ScreenEngine
{
    /// <summary>
    /// The guest has booked on the hall map: the chat shows the booking, as if it had been made there.
    /// </summary>
    public async Task ShowBookedAsync(
        TelegramPerson person,
        Guest guest,
        Guid bookingId,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _turns.TakeAsync(person.Id, cancellationToken);
        var session =
            (await sessions.LoadAsync(person.Id, cancellationToken) is { } json ? ChatSession.FromJson(json) : null)
            ?? new ChatSession { ChatId = person.Id };
        (session.Person, session.GuestId, session.HasPhone, session.Language) = (
            person,
            guest.Id,
            guest.Phone is not null,
            guest.ChosenLanguage
        );
        session.Draft = new BookingDraft();
        var context = await ContextAsync(session, person.Id, person.Name, person.Language, cancellationToken);
        await TurnAsync(
            context,
            new Turn(ScreenNames.Booked, bookingId.ToString(), Mode: TurnMode.Reset),
            cancellationToken,
            beneath: true
        );
    }
}
