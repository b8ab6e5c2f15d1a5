namespace TantraSmoke.Web.Texts;

// Facts about guests and their visits.
public abstract partial class DashboardTexts
{
    public abstract string GuestsTitle { get; }
    public abstract string GuestNotes { get; }
    public abstract string NewGuest { get; }
    public abstract string VisitsCount(int count);
    public abstract string NoShowsCount(int count);
}
