namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SetupTitle => "Set up";
    public override string NotAllowedTitle => "Not for your role";
    public override string NotAllowedHint => "Your role does not open this page. An admin can change that.";
}
