namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SetupTitle => "Set up";
    public override string NotAllowedTitle => "No access";
    public override string NotAllowedHint => "Your role has no access to this page. An admin can change that.";
}
