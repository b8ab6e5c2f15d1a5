using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Friends;

namespace TantraSmoke.Bot.Friends;

/// <summary>
/// What a friend sees after following an invitation: where and when, and the question whether they come.
/// </summary>
public sealed class InvitedScreen(FriendService friends) : Screen
{
    public override string Name => ScreenNames.Invited;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var invitation = await friends.FindAsync(context.Guest, context.Argument!, cancellationToken);
        IReadOnlyList<ScreenButton> home = [new ScreenButton(texts.ToMenu, "home")];
        if (invitation is null)
            return new ScreenView(texts.InvitationOver, [home]);
        IReadOnlyList<ScreenButton> map =
            invitation.IsOpen && context.Venue.Settings is { Latitude: not null, Longitude: not null }
                ? [new ScreenButton(texts.Directions, "map")]
                : [];
        IReadOnlyList<IReadOnlyList<ScreenButton>> answers = invitation.IsOpen
            ?
            [
                [
                    Answer(texts.IAmComing, "yes", invitation.IsComing == true),
                    Answer(texts.ICannot, "no", invitation.IsComing == false),
                ],
            ]
            : [];
        return new ScreenView(FriendText.Of(texts, context.Venue, invitation), [.. answers, .. map.Chunk(1), home]);
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        if (action == "map" && context.Venue.Settings is { Latitude: { } latitude, Longitude: { } longitude } settings)
            return Turn.Stay with
            {
                Mode = TurnMode.Replace,
                Attachment = Attachment.Place.Of(settings, latitude, longitude, context.Texts.Language),
            };
        if (action is not ("yes" or "no"))
            return Turn.Home;
        var outcome = await friends.AnswerAsync(context.Guest, context.Argument!, action == "yes", cancellationToken);
        return new Turn(
            Toast: outcome.Error is null
                ? FriendText.Thanks(context.Texts, action == "yes")
                : context.Texts.InvitationOver,
            IsAlert: outcome.Error is not null
        );
    }

    private static ScreenButton Answer(string label, string action, bool isChosen) =>
        new((isChosen ? "• " : "") + label, action);
}

/// <summary>An invitation in words, the same in the dialog and in messages.</summary>
internal static class FriendText
{
    public static string Of(BotTexts texts, VenueCatalog venue, Invitation invitation) =>
        Html.Paragraphs(
            texts.YouAreInvited(Html.Escape(venue.Settings.VenueName)),
            Html.Lines(
                "🗓 "
                    + Html.Bold(texts.When(venue.Clock, invitation.ServiceDay, invitation.StartsAt, invitation.EndsAt)),
                venue.Settings.AddressIn(texts.Language) is { Length: > 0 } address
                    ? texts.Address(Html.Escape(address))
                    : null
            ),
            !invitation.IsOpen ? texts.InvitationOver
                : invitation.IsComing is { } coming
                    ? Html.Lines(Html.Bold(Thanks(texts, coming)), texts.MayChangeAnswer)
                : texts.AskComing
        );

    public static string Thanks(BotTexts texts, bool isComing) => isComing ? texts.ComingThanks : texts.CannotThanks;
}
