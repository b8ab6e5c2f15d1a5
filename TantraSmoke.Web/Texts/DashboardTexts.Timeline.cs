using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

// The timeline: tables against the hours of a service day.
public abstract partial class DashboardTexts
{
    public abstract string Timeline { get; }
    public abstract string TimelineOf(string day);
    public abstract string BarState(BarState state);
    public abstract string ZoomIn { get; }
    public abstract string ZoomOut { get; }

    /// <summary>How bars are moved, for those who see the page.</summary>
    public abstract string TimelineHint { get; }

    /// <summary>How a focused bar is moved with the keyboard.</summary>
    public abstract string BarKeys { get; }
    public abstract string NowLine(string time);

    /// <summary>Where a bar that is being dragged would go; {0} table, {1} from, {2} to.</summary>
    public abstract string BarPlace { get; }

    /// <summary>Added to <see cref="BarPlace"/> when somebody else has the table then; {0} who.</summary>
    public abstract string BarOverlaps { get; }
    public abstract string BarIsBack { get; }
    public abstract string BarCannotMove { get; }
    public abstract string BarTimeIsFixed { get; }
    public abstract string Stretched(string guest, string span);
    public abstract string ClaimUntil(string time);
    public abstract string PrintShift { get; }
}
