namespace TantraSmoke.Web.Texts;

// Where the venue is set up, and what people see whose role does not go there.
public abstract partial class DashboardTexts
{
    public abstract string SetupTitle { get; }
    public abstract string SettingsMissing(string what);
    public abstract string SettingsComplete { get; }
    public abstract string PlaceOnMap { get; }
    public abstract string StaffCount(int count);
    public abstract string NotAllowedTitle { get; }
    public abstract string NotAllowedHint { get; }
}
