using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Guests;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Takes the guest's phone number by the button that shares it. Typed numbers and other people's contacts are not
/// accepted.
/// </summary>
public sealed class PhoneScreen(GuestService guests) : Screen
{
    public override string Name => ScreenNames.Phone;
    public override bool AsksForContact => true;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ScreenView(context.Texts.AskPhone, []));

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) => Task.FromResult(Turn.Back);

    public override Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken) =>
        Task.FromResult<Turn?>(new Turn(Notice: context.Texts.OnlySharedPhone));

    public override async Task<Turn?> ShareAsync(
        ScreenContext context,
        Contact contact,
        CancellationToken cancellationToken
    )
    {
        if (contact.UserId != context.Session.Person!.Id)
            return new Turn(Notice: context.Texts.OnlyOwnPhone);
        var outcome = await guests.ShareNumberAsync(context.Guest, contact.PhoneNumber, cancellationToken);
        if (outcome.Error is { } error)
            return new Turn(Notice: Html.Escape(context.Texts.Refusal(error, context.Venue.Clock)));
        context.Session.HasPhone = true;
        return Turn.Back with { Notice = context.Texts.PhoneKept };
    }
}
