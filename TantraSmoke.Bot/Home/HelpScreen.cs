using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;

namespace TantraSmoke.Bot.Home;

/// <summary>Explains what the bot can do.</summary>
public sealed class HelpScreen : Screen
{
    public override string Name => ScreenNames.Help;
    public override bool IsStep => false;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, phone) = (context.Texts, context.Venue.Settings.Phone);
        return Task.FromResult(
            new ScreenView(
                Html.Paragraphs(
                    texts.HelpText,
                    texts.WordsHint,
                    phone.Length > 0 ? texts.Phone(Html.Escape(phone)) : null
                ),
                [
                    [new ScreenButton(texts.Book, "book") { Look = ButtonLook.Main }],
                    [new ScreenButton(texts.MyBookings, "mine")],
                    [new ScreenButton(texts.ChooseLanguage, "language")],
                    [new ScreenButton(texts.ToMenu, "home")],
                ]
            )
        );
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            action switch
            {
                "book" => PartyScreen.Begin(context),
                "mine" => new Turn(ScreenNames.MyBookings),
                "language" => new Turn(ScreenNames.Language),
                _ => Turn.Home,
            }
        );
}
