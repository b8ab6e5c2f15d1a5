namespace TantraSmoke.Web.Texts;

// Setup pages, and the message for roles without access.
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
