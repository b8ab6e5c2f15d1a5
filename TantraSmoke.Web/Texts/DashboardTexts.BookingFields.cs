using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

// What is said of a booking beside its time and place, wherever it is typed, shown, exported or deleted.
public abstract partial class DashboardTexts
{
    /// <summary>The guest's request, on a booking.</summary>
    public abstract string GuestRequest { get; }
    public abstract string Occasion(Occasion occasion);
    public abstract string OccasionLabel { get; }
    public abstract string Allergies { get; }
    public abstract string InternalNote { get; }
    public abstract string Extras { get; }
    public abstract string EraseWill(int visits);
    public abstract IReadOnlyList<string> ExportColumns { get; }
}
