using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Staff;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>The commands that begin with a slash; each ends the current conversation.</summary>
public sealed class Commands(
    DialogManager dialog,
    DeepLinks links,
    PlainTalk talk,
    CommandMenu menu,
    StaffRegistry staff,
    DashboardAddress dashboard
)
{
    public async Task<Turn> RunAsync(ScreenContext context, string text, CancellationToken cancellationToken)
    {
        await dialog.LeaveAllAsync(context, cancellationToken);
        var parts = text.Split([' ', '\n'], 2);
        var argument = parts.Length > 1 ? parts[1].Trim() : "";
        switch (parts[0].Split('@')[0].ToLowerInvariant())
        {
            case "/start":
                if (context.IsAdmin)
                    await menu.ShowToAdminAsync(context.Session.ChatId, cancellationToken);
                return argument.Length > 0 ? await links.OpenAsync(context, argument, cancellationToken) : Turn.Home;
            case "/book":
                context.Session.Go(ScreenNames.Home, null, TurnMode.Reset);
                return argument.Length > 0 && PlainTalk.Read(context, argument, isStep: false) is { } wish
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
                return await dialog.Current(context).TapAsync(context, AdminScreen.LoadTables, null, cancellationToken);
            // Other members of staff get a sign-in link and nothing more.
            case "/admin"
                when await staff.Lookup.ByTelegramAsync(context.Session.Person!.Id, cancellationToken) is { } member:
                return Turn.Home with { Notice = await SignInAsync(context, member, cancellationToken) };
            default:
                return Turn.Home with { Notice = context.Texts.UnknownCommand };
        }
    }

    private async Task<string> SignInAsync(
        ScreenContext context,
        StaffMember member,
        CancellationToken cancellationToken
    ) =>
        context.Texts.DashboardLinkText(
            Html.Escape(dashboard.SignInLink(await staff.Links.CreateSignInLinkAsync(member.Id, cancellationToken)))
        );
}
