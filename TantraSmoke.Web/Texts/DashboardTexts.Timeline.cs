using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

// The timeline: tables by hours of a service day.
public abstract partial class DashboardTexts
{
    public abstract string Timeline { get; }
    public abstract string TimelineOf(string day);
    public abstract string BarState(BarState state);
    public abstract string ZoomIn { get; }
    public abstract string ZoomOut { get; }

    /// <summary>How to move bars with a pointer.</summary>
    public abstract string TimelineHint { get; }

    /// <summary>How to move a focused bar with the keyboard.</summary>
    public abstract string BarKeys { get; }
    public abstract string NowLine(string time);

    /// <summary>Target of a dragged bar; {0} table, {1} from, {2} to.</summary>
    public abstract string BarPlace { get; }

    /// <summary>Added to <see cref="BarPlace"/> if the table is occupied then; {0} by whom.</summary>
    public abstract string BarOverlaps { get; }
    public abstract string BarIsBack { get; }
    public abstract string BarCannotMove { get; }
    public abstract string BarTimeIsFixed { get; }
    public abstract string Stretched(string guest, string span);
    public abstract string ClaimUntil(string time);
    public abstract string PrintShift { get; }
}
