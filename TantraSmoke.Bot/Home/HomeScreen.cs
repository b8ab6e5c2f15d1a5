using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.Home;

/// <summary>The main menu.</summary>
public sealed class HomeScreen(DraftPlaces places, MiniAppAddress app) : Screen
{
    public override string Name => ScreenNames.Home;

    // The usual table may be refused, which is said in an alert.
    public override bool AnswersAtOnce(string action) => action != "repeat";

    public override bool IsStep => false;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        List<IReadOnlyList<ScreenButton>> rows =
        [
            [new ScreenButton(texts.Book, "book") { Look = ButtonLook.Main }],
            .. app.Row(texts.HallMap),
            [new ScreenButton(texts.MyBookings, "mine")],
            [new ScreenButton(texts.About, "about")],
        ];
        if (context.Session.Usual?.Next(context.Venue, context.Now) is { } usual)
            rows.Insert(
                1,
                [new ScreenButton(texts.Repeat(Again(context, usual), texts.Party(usual.PartySize)), "repeat")]
            );
        if (context.IsAdmin)
            rows.Add([new ScreenButton(texts.AdminPanel, "admin")]);
        var welcome = texts.Welcome(
            Html.Name(context.Session.Person?.Name),
            Html.Escape(context.Venue.Settings.VenueName)
        );
        return Task.FromResult(new ScreenView(Html.Paragraphs(welcome, context.Paused ?? texts.WordsHint), rows));
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) =>
        action switch
        {
            "book" => PartyScreen.Begin(context),
            "repeat" => context.Session.Usual?.Next(context.Venue, context.Now) is { } usual
                ? await places.RepeatAsync(context, usual, cancellationToken)
                : PartyScreen.Begin(context),
            "mine" => new Turn(ScreenNames.MyBookings),
            "about" => new Turn(ScreenNames.About),
            "admin" when context.IsAdmin => new Turn(ScreenNames.Admin),
            _ => Turn.Stay,
        };

    private static string Again(ScreenContext context, BookingRequest usual) =>
        context.Texts.ShortWhen(
            context.Venue.Clock,
            usual.ServiceDay,
            context.Venue.Times(usual.ServiceDay).First(t => t.SlotId == usual.SlotId).StartsAt
        );
}

/// <summary>The venue's address, phone and a few words.</summary>
public sealed class AboutScreen : Screen
{
    public override string Name => ScreenNames.About;
    public override bool IsStep => false;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, settings) = (context.Texts, context.Venue.Settings);
        var contact = Html.Lines(
            settings.AddressIn(texts.Language) is { Length: > 0 } address ? texts.Address(Html.Escape(address)) : null,
            settings.Phone.Length > 0 ? texts.Phone(Html.Escape(settings.Phone)) : null
        );
        var html = Html.Paragraphs(
            Html.Bold(settings.VenueName),
            Html.Escape(settings.AboutIn(texts.Language)),
            contact
        );
        return Task.FromResult(
            new ScreenView(
                html,
                [
                    [new ScreenButton(texts.Book, "book")],
                    [new ScreenButton(texts.Back, "back")],
                ]
            )
        );
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) => Task.FromResult(action == "book" ? PartyScreen.Begin(context) : Turn.Back);
}
