namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SetupTitle => "Set up";

    public override string SettingsMissing(string what) => $"Still missing: {what}";

    public override string SettingsComplete => "Everything guests ask for is filled in";
    public override string PlaceOnMap => "place on the map";

    public override string StaffCount(int count) => count == 1 ? "1 person" : $"{Number(count)} people";

    public override string NotAllowedTitle => "No access";
    public override string NotAllowedHint => "Your role has no access to this page. An admin can change that.";
}
