using System.Globalization;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;

namespace TantraSmoke.Bot.BookTable;

/// <summary>First step: how many people.</summary>
public sealed class PartyScreen(DraftPlaces places) : Screen
{
    internal const int MostOnButtons = 6;

    public override string Name => ScreenNames.Party;

    public override bool AnswersAtOnce(string action) => true;

    /// <summary>Begins with an empty draft, wherever the guest comes from.</summary>
    internal static Turn Begin(ScreenContext context)
    {
        context.Session.Draft = new BookingDraft();
        return new Turn(ScreenNames.Party);
    }

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var sizes = Enumerable
            .Range(1, MostOnButtons)
            .Select(LargePartyScreen.Button)
            .Append(new ScreenButton("7+", "large"))
            .ToList();
        return Task.FromResult(new ScreenView(context.Texts.AskParty, [.. sizes.Chunk(4)]));
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        var largest = LargePartyScreen.Largest(context);
        if (action == "large")
            return largest > MostOnButtons
                ? new Turn(ScreenNames.LargeParty)
                : LargePartyScreen.TooLarge(context, largest);
        return await LargePartyScreen.ChooseAsync(places, context, argument, largest, cancellationToken);
    }
}

/// <summary>Parties of seven and more, up to what the venue can seat together.</summary>
public sealed class LargePartyScreen(DraftPlaces places) : Screen
{
    private const int MostChoices = 40;

    public override string Name => ScreenNames.LargeParty;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var most = Math.Min(Largest(context), PartyScreen.MostOnButtons + MostChoices);
        var sizes = Enumerable
            .Range(PartyScreen.MostOnButtons + 1, Math.Max(0, most - PartyScreen.MostOnButtons))
            .Select(Button);
        return Task.FromResult(new ScreenView(context.Texts.AskLargeParty, [.. sizes.Chunk(4)]));
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) => ChooseAsync(places, context, argument, Largest(context), cancellationToken);

    internal static int Largest(ScreenContext context) =>
        BookingRules.LargestParty(context.Venue.Settings, context.Venue.Options, forStaff: false);

    internal static ScreenButton Button(int size)
    {
        var label = size.ToString(CultureInfo.InvariantCulture);
        return new ScreenButton(label, "size", label);
    }

    internal static async Task<Turn> ChooseAsync(
        DraftPlaces places,
        ScreenContext context,
        string? argument,
        int largest,
        CancellationToken cancellationToken
    )
    {
        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return Turn.Stay;
        if (size > largest)
            return TooLarge(context, largest);
        context.Session.Draft = context.Draft with { PartySize = size };
        // A booking being moved already has its day and time.
        return context.Draft.Moving is null
            ? await places.NextAsync(context, cancellationToken)
            : await places.TakeAsync(context, null, cancellationToken);
    }

    internal static Turn TooLarge(ScreenContext context, int largest)
    {
        var phone = context.Venue.Settings.Phone;
        if (largest == context.Venue.Settings.LargestPartyOnline)
            return Turn.Say(
                context.Texts.Refusal(new AvailabilityRefusal.PartyTooLargeOnline(largest, phone), context.Venue.Clock)
            );
        return Turn.Say(largest > 0 ? context.Texts.TooManyGuests(largest, phone) : context.Texts.NoTablesYet(phone));
    }
}
