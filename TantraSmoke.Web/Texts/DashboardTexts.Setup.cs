namespace TantraSmoke.Web.Texts;

// Where the venue is set up, and what people see whose role does not go there.
public abstract partial class DashboardTexts
{
    public abstract string SetupTitle { get; }
    public abstract string NotAllowedTitle { get; }
    public abstract string NotAllowedHint { get; }
}
