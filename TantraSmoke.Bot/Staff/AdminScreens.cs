using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Setup;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Bot.Staff;

/// <summary>The admin's figures and menu.</summary>
public sealed class AdminScreen(
    BookingQueries bookings,
    StaffRegistry staff,
    VenueSeed seed,
    DashboardAddress dashboard
) : Screen
{
    /// <summary>Loads TABLES_JSON and says what changed; also <c>/admin_init_tables</c>.</summary>
    internal const string LoadTables = "init";

    private const int DaysCounted = 7;

    public override string Name => ScreenNames.Admin;
    public override bool IsStep => false;
    public override bool IsForAdmins => true;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var figures = await bookings.StatisticsAsync(ActorOf(context), cancellationToken);
        var html = figures.Value is { } statistics
            ? Html.Paragraphs(
                texts.AdminTitle,
                texts.GuestCount(statistics.Guests),
                string.Join(
                    '\n',
                    statistics.ByStatus.Select(s =>
                        string.Create(CultureInfo.InvariantCulture, $"• {texts.StaffStatus(s.Key)}: <b>{s.Value}</b>")
                    )
                ),
                ByDay(texts, (await bookings.ComingAsync(ActorOf(context), cancellationToken)).Value ?? []),
                BookingRules.IsPaused(context.Venue.Settings, context.Now)
                    ? texts.PausedUntil(
                        texts.Opens(context.Venue.Clock, context.Venue.Settings.OnlinePausedUntil!.Value, context.Now)
                    )
                    : null
            )
            : texts.Refusal(figures.Error!, context.Venue.Clock);
        return new ScreenView(
            html,
            [
                [new ScreenButton(texts.Tonight, "tonight"), new ScreenButton(texts.ComingBookings, "coming")],
                [new ScreenButton(texts.FindByCode, "find"), new ScreenButton(texts.PauseOnline, "pause")],
                [new ScreenButton(texts.InitTables, LoadTables)],
                [new ScreenButton(texts.DashboardLink, "link")],
                [new ScreenButton(texts.ToMenu, "home")],
            ]
        );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        switch (action)
        {
            case "coming":
                return new Turn(ScreenNames.Coming);
            case "tonight":
                return new Turn(ScreenNames.Tonight);
            case "find":
                return new Turn(ScreenNames.FindBooking);
            case "pause":
                return new Turn(ScreenNames.Pause);
            case LoadTables:
                var report = await seed.LoadTablesAsync(ActorOf(context), cancellationToken);
                return new Turn(
                    Notice: report.Problem is { } problem
                        ? context.Texts.SeedRefused(Html.Escape(Html.Shorten(problem.In(context.Texts.Seed), 500)))
                        : context.Texts.SeedResult(report)
                );
            case "link":
                var member = await staff.Lookup.AdminFromTelegramAsync(
                    context.Session.Person!.Id,
                    context.Guest.Name,
                    cancellationToken
                );
                if (member is null)
                    return Turn.Say(
                        context.Texts.Refusal(new CommonRefusal.NotAllowed(Right.ManageStaff), context.Venue.Clock)
                    );
                var url = dashboard.SignInLink(await staff.Links.CreateSignInLinkAsync(member.Id, cancellationToken));
                return new Turn(Notice: context.Texts.DashboardLinkText(Html.Escape(url)));
            default:
                return Turn.Home;
        }
    }

    private static string? ByDay(BotTexts texts, IEnumerable<BookingRow> coming) =>
        coming
            .GroupBy(b => b.ServiceDay)
            .Take(DaysCounted)
            .Select(day => texts.DayCount(texts.ShortDay(day.Key), day.Count(), day.Sum(b => b.PartySize)))
            .ToList()
            is { Count: > 0 } lines
            ? Html.Lines([texts.ByDay, .. lines])
            : null;

    /// <summary>ADMIN_IDS_RAW makes this person an admin; checked by the dialog.</summary>
    internal static Actor ActorOf(ScreenContext context) => new Actor.Staff(0, StaffRole.Admin, context.Guest.Name);
}

/// <summary>The coming bookings of this service day.</summary>
public sealed class TonightScreen(BookingQueries bookings) : ComingScreen(bookings)
{
    public override string Name => ScreenNames.Tonight;

    protected override string Nobody(BotTexts texts) => texts.NobodyTonight;

    protected override IReadOnlyList<BookingRow> Of(ScreenContext context, IReadOnlyList<BookingRow> coming)
    {
        var today = context.Venue.Clock.ServiceDayOf(context.Now);
        return [.. coming.Where(b => b.ServiceDay == today)];
    }

    protected override string? Title(ScreenContext context, IReadOnlyList<BookingRow> rows) =>
        rows.Count == 0
            ? null
            : context.Texts.TonightTitle(
                context.Texts.ShortDay(rows[0].ServiceDay),
                rows.Count,
                rows.Sum(b => b.PartySize)
            );
}

/// <summary>Coming bookings grouped by day, in pages that fit one message.</summary>
public class ComingScreen(BookingQueries bookings) : Screen
{
    /// <summary>Telegram allows 4,096 characters after parsing; counted before it, with room to spare.</summary>
    private const int PageLength = 3800;

    public override string Name => ScreenNames.Coming;
    public override bool IsStep => false;
    public override bool IsForAdmins => true;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var coming = await bookings.ComingAsync(AdminScreen.ActorOf(context), cancellationToken);
        if (coming.Value is not { } rows)
            return new ScreenView(
                texts.Refusal(coming.Error!, context.Venue.Clock),
                [
                    [new ScreenButton(texts.Back, "back")],
                ]
            );

        var shown = Of(context, rows);
        var pages = Pages(context, shown);
        var page = Math.Clamp(
            int.TryParse(context.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
                ? wanted
                : 0,
            0,
            Math.Max(0, pages.Count - 1)
        );
        var paging = new List<ScreenButton>();
        if (page > 0)
            paging.Add(new ScreenButton("◀️", "page", (page - 1).ToString(CultureInfo.InvariantCulture)));
        if (page < pages.Count - 1)
            paging.Add(new ScreenButton("▶️", "page", (page + 1).ToString(CultureInfo.InvariantCulture)));
        List<IReadOnlyList<ScreenButton>> buttons = paging.Count > 0 ? [paging] : [];
        buttons.Add([new ScreenButton(texts.Back, "back")]);
        var html = pages.Count == 0 ? Nobody(texts) : Html.Paragraphs(Title(context, shown), pages[page]);
        return new ScreenView(pages.Count > 1 ? $"{html}\n\n{texts.Page(page + 1, pages.Count)}" : html, buttons);
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) => Task.FromResult(action == "page" ? new Turn(Name, argument, Mode: TurnMode.Replace) : Turn.Back);

    protected virtual string Nobody(BotTexts texts) => texts.NoComing;

    protected virtual IReadOnlyList<BookingRow> Of(ScreenContext context, IReadOnlyList<BookingRow> coming) => coming;

    protected virtual string? Title(ScreenContext context, IReadOnlyList<BookingRow> rows) => null;

    /// <summary>Fills pages line by line; a day continued on the next page is named again.</summary>
    internal static List<string> Pages(ScreenContext context, IEnumerable<BookingRow> rows)
    {
        var texts = context.Texts;
        var pages = new List<string>();
        var page = "";
        foreach (var day in rows.GroupBy(r => r.ServiceDay))
        {
            var heading = Html.Bold(texts.LongDay(day.Key));
            var isNamed = false;
            foreach (var booking in day)
            {
                var line = Line(context, booking);
                if (page.Length > 0 && page.Length + heading.Length + line.Length + 4 > PageLength)
                {
                    pages.Add(page);
                    (page, isNamed) = ("", false);
                }

                page += isNamed ? $"\n{line}" : $"{(page.Length > 0 ? "\n\n" : "")}{heading}\n{line}";
                isNamed = true;
            }
        }

        if (page.Length > 0)
            pages.Add(page);
        return pages;
    }

    private static string Line(ScreenContext context, BookingRow booking)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        var name = booking.GuestName is { } guest ? Html.Name(Html.Shorten(guest, 60)) : texts.Source(booking.Source);
        var contact =
            booking.Username is { } username ? " @" + Html.Escape(username)
            : booking.Phone is { } phone ? " " + Html.Escape(PhoneNumber.Written(phone))
            : "";
        return $"{texts.SlotTimes(venue.Clock, booking.ServiceDay, booking.StartsAt, booking.EndsAt)} · "
            + $"{texts.TableLabel(venue.TableNames(booking.TableIds))} · "
            + $"{texts.Party(booking.PartySize)} · {name}{contact} · "
            + $"{texts.StaffStatus(booking.Status)} · <code>{booking.Code}</code>";
    }
}
