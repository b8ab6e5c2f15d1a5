using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Bot.Home;

/// <summary>The choice of language, independent of the phone's. Each is named in itself.</summary>
public sealed class LanguageScreen(GuestService guests) : Screen
{
    public override string Name => ScreenNames.Language;
    public override bool IsStep => false;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var chosen = context.Session.Language;
        var buttons = GuestService.Languages.Select(language =>
            Button(BotTexts.For(language).LanguageName, language, chosen == language)
        );
        return Task.FromResult(
            new ScreenView(
                texts.AskLanguage,
                [
                    [.. buttons],
                    [Button(texts.AsInTelegram, null, chosen is null)],
                    [new ScreenButton(texts.ToMenu, "home")],
                ]
            )
        );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        if (action == "home")
            return Turn.Home;
        var outcome = await guests.SpeakAsync(context.Guest, argument, cancellationToken);
        if (outcome.Error is { } error)
            return Turn.Say(context.Texts.Refusal(error, context.Venue.Clock));
        context.Session.Language = argument;
        return Turn.Home with { Toast = BotTexts.For(argument ?? context.Session.Person?.Language).LanguageChosen };
    }

    private static ScreenButton Button(string label, string? language, bool isChosen) =>
        new((isChosen ? "• " : "") + label, "speak", language);
}
