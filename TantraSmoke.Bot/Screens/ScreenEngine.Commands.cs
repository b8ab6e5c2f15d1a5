using TantraSmoke.Bot.Admin;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.Talk;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Screens;

// What is typed with a slash. A command ends what was going on.
public sealed partial class ScreenEngine
{
    private async Task<Turn> ObeyAsync(ScreenContext context, string text, CancellationToken cancellationToken)
    {
        await LeaveAllAsync(context, cancellationToken);
        var parts = text.Split([' ', '\n'], 2);
        var argument = parts.Length > 1 ? parts[1].Trim() : "";
        switch (parts[0].Split('@')[0].ToLowerInvariant())
        {
            case "/start":
                if (context.IsAdmin)
                    await menu.ShowToAdminAsync(context.Session.ChatId, cancellationToken);
                return argument.Length > 0 ? await doors.OpenAsync(context, argument, cancellationToken) : Turn.Home;
            case "/book":
                context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
                return PlainTalkOf(context, argument) is { } wish
                    ? await talk.OpenAsync(context, wish, cancellationToken)
                    : PartyScreen.Begin(context);
            case "/my":
                context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
                return new Turn(ScreenNames.MyBookings);
            case "/help":
                return new Turn(ScreenNames.Help, Mode: TurnMode.Reset);
            case "/language":
                return new Turn(ScreenNames.Language, Mode: TurnMode.Reset);
            case "/admin" when context.IsAdmin:
                return new Turn(ScreenNames.Admin, Mode: TurnMode.Reset);
            case "/admin_init_tables" when context.IsAdmin:
                context.Session.Go(ScreenNames.Admin, null, TurnMode.Reset);
                return await Current(context).TapAsync(context, AdminScreen.LoadTables, null, cancellationToken);
            // Whoever an admin has put on the staff signs in this way too, and gets nothing more here.
            case "/admin":
                var member = await staff.Lookup.ByTelegramAsync(context.Session.Person!.Id, cancellationToken);
                return Turn.Home with
                {
                    Notice = member is null
                        ? context.Texts.UnknownCommand
                        : await LinkAsync(context, member, cancellationToken),
                };
            default:
                return Turn.Home with { Notice = context.Texts.UnknownCommand };
        }
    }

    private static PlainWish? PlainTalkOf(ScreenContext context, string typed) =>
        typed.Length > 0 ? PlainTalk.Read(context, typed, isStep: false) : null;

    private async Task<string> LinkAsync(
        ScreenContext context,
        StaffMember member,
        CancellationToken cancellationToken
    ) =>
        context.Texts.DashboardLinkText(
            Html.Escape(dashboard.SignInLink(await staff.Links.CreateSignInLinkAsync(member.Id, cancellationToken)))
        );

    /// <summary>In the language they have chosen, else the one of their Telegram.</summary>
    private static BotTexts TextsFor(ChatSession session, string? reported) =>
        BotTexts.For(session.Language ?? reported);
}
