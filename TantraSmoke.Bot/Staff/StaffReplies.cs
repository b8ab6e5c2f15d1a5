using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Talk;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Staff;

/// <summary>
/// Messages between guests and staff: what guests write outside the dialog, and what staff reply in Telegram.
/// </summary>
public sealed class StaffReplies(TalkService talk, StaffCard staff)
{
    /// <summary>An idempotency key, as Telegram may deliver a message twice.</summary>
    public static string KeyOf(Message message) =>
        string.Create(CultureInfo.InvariantCulture, $"telegram:{message.Chat.Id}:{message.Id}");

    /// <summary>Passes a guest's message on to the staff.</summary>
    public async Task<Turn> PassOnAsync(
        ScreenContext context,
        Message message,
        string text,
        CancellationToken cancellationToken
    )
    {
        var outcome = await talk.WriteAsync(context.Guest, text, KeyOf(message), cancellationToken);
        return new Turn(
            Notice: outcome.Error is { } error ? Html.Escape(context.Texts.Refusal(error, context.Venue.Clock))
            : message.Text is null ? context.Texts.CaptionPassedOn
            : context.Texts.PassedOn
        );
    }

    private Task<long?> GuestBehindAsync(long chatId, Message answered, CancellationToken cancellationToken) =>
        talk.GuestBehindAsync(
            chatId,
            answered.Id,
            cancellationToken,
            answered.Date > DateTime.UnixEpoch ? new DateTimeOffset(answered.Date) : null
        );

    /// <summary>
    /// Sends a staff reply to the guest and returns the confirmation; null if the message is no such reply.
    /// </summary>
    public async Task<string?> AnswerAsync(ScreenContext context, Message message, CancellationToken cancellationToken)
    {
        if (
            message is not { ReplyToMessage: { From.IsBot: true } answered }
            || await GuestBehindAsync(message.Chat.Id, answered, cancellationToken) is not { } guestId
        )
            return null;
        // In a group, others are ignored.
        if (await staff.ActorAsync(context, cancellationToken) is not { } actor)
            return message.Chat.Id < 0 ? null : context.Texts.OnlyStaff;
        if ((message.Text ?? message.Caption) is not { Length: > 0 } text)
            return context.Texts.OnlyTextToGuests;
        var outcome = await talk.AnswerAsync(actor, guestId, text, KeyOf(message), cancellationToken);
        return outcome.Error is { } error ? context.Texts.Refusal(error, context.Venue.Clock)
            : message.Text is null ? context.Texts.CaptionOnItsWay
            : context.Texts.AnswerOnItsWay;
    }
}
