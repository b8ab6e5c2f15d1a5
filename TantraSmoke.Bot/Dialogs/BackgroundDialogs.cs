using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Changes what a dialog shows without an update from its chat: after a time-out, or from outside.</summary>
public sealed class BackgroundDialogs(ChatSessions sessions, DialogManager dialog)
{
    /// <summary>
    /// The guest's hold has expired: the dialog says so and goes back to the choice of a time. Nothing happens when the
    /// guest has gone on meanwhile.
    /// </summary>
    public async Task ExpireHoldAsync(long chatId, CancellationToken cancellationToken)
    {
        using var chat = await sessions.ResumeAsync(chatId, cancellationToken);
        if (
            chat is not { Context: { Session: var session } context }
            || session.Draft.HeldUntil > context.Now
            || !ScreenNames.WhileHolding.Contains(session.Screen)
        )
            return;
        session.Go(ScreenNames.Time, null, TurnMode.BackTo);
        await dialog.ShowAsync(context, context.Texts.HoldOver, cancellationToken);
    }

    /// <summary>Redraws that screen if the chat still shows it.</summary>
    public async Task RedrawAsync(long chatId, string screen, string argument, CancellationToken cancellationToken)
    {
        using var chat = await sessions.ResumeAsync(chatId, cancellationToken);
        if (
            chat is { Context: { Session: var session } context }
            && session.Screen == screen
            && session.Argument == argument
        )
            await dialog.ShowAsync(context, null, cancellationToken);
    }

    /// <summary>Shows a booking the guest made on the hall map, as if it had been made in the chat.</summary>
    public async Task ShowBookedAsync(
        TelegramPerson person,
        Guest guest,
        Guid bookingId,
        CancellationToken cancellationToken
    )
    {
        using var chat = await sessions.ResumeAsync(person, guest, cancellationToken);
        chat.Context.Session.Draft = new BookingDraft();
        await dialog.TurnAsync(
            chat.Context,
            new Turn(ScreenNames.Booked, bookingId.ToString(), Mode: TurnMode.Reset),
            cancellationToken,
            beneath: true
        );
    }
}
