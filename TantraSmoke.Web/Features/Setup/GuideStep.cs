using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;
using static MudBlazor.Icons.Material;

namespace TantraSmoke.Web.Features.Setup;

/// <summary>A page of the first-run guide.</summary>
/// <param name="Step">None for the last page, which completes the rest.</param>
/// <param name="Route">Last part of the address.</param>
/// <param name="Icon">A MudBlazor icon.</param>
public sealed record GuideStep(SetupSteps Step, string Route, string Icon, Func<DashboardTexts, string> Title)
{
    public const string Home = "/setup/guide";

    public static readonly GuideStep Ready = new(
        SetupSteps.None,
        "ready",
        Outlined.Celebration,
        texts => texts.GuideReady
    );

    /// <summary>In order.</summary>
    public static IReadOnlyList<GuideStep> All { get; } =
    [
        new(SetupSteps.Venue, "venue", Outlined.Storefront, texts => texts.GuideVenue),
        new(SetupSteps.Hours, "hours", Outlined.Schedule, texts => texts.GuideHours),
        new(SetupSteps.Tables, "tables", Outlined.TableRestaurant, texts => texts.GuideTables),
        new(SetupSteps.Bot, "bot", Outlined.Send, texts => texts.GuideBot),
        new(SetupSteps.Staff, "staff", Outlined.GroupAdd, texts => texts.GuideStaff),
        Ready,
    ];

    public string Address => $"{Home}/{Route}";

    /// <summary>The next page.</summary>
    public GuideStep Next => All[Math.Min(All.Count - 1, All.TakeWhile(step => step != this).Count() + 1)];

    public bool IsDone(VenueSettings settings) => Step != SetupSteps.None && settings.SetupDone.HasFlag(Step);

    /// <summary>Number of completed steps.</summary>
    public static int DoneOf(VenueSettings settings) => All.Count(step => step.IsDone(settings));

    /// <summary>The page of this address; without one, the first unfinished one.</summary>
    public static GuideStep Of(string? route, VenueSettings settings) =>
        All.FirstOrDefault(step => step.Route == route) ?? All.First(step => !step.IsDone(settings));
}
